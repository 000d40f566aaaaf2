import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UseCaseParts } from '../usecases/parts.ts';
import { createHttpServer } from './http-server.ts';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let folder: string;
let server: FastifyInstance;

/** The page asks for no part of the program. */
const open = async (publicUrl = 'http://localhost:4800') => {
  server = await createHttpServer({} as UseCaseParts, {
    publicUrl,
    sessionOf: async () => null,
    apiFor: () => Promise.reject(new Error('no API is asked here')),
    pageFolder: folder,
  });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'koppeling-page-'));
  await open();
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function build(): void {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Koppeling</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets', 'index-a1b2.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'index-a1b2.js.br'), 'smaller');
}

describe('The built page', () => {
  test.each(['/', '/werkbonnen', '/koppeling/asperion?verbonden=ja', '/index.html'])(
    'is one document at %s, asked for anew every time',
    async (url) => {
      build();
      const answer = await server.inject({ url, headers: HTML });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<title>Koppeling</title>');
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' });
    },
  );

  test('has files that are kept when their name says what is in them, and compressed where they lie so', async () => {
    build();
    const plain = await server.inject('/assets/index-a1b2.js');
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.body).toBe('export {};');
    const compressed = await server.inject({
      url: '/assets/index-a1b2.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(compressed.body).toBe('smaller');
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': /immutable/ });
    expect((await server.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['/assets/index-oud.js', HTML],
    ['/favicon.ico', { accept: 'image/*' }],
    ['/oauth/iets', HTML],
    ['/..%2f..%2fpackage.json', { accept: '*/*' }],
  ])('is not what %s answers', async (url, headers) => {
    build();
    const answer = await server.inject({ url, headers });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });

  test('that was not built says so, and is served as soon as it is', async () => {
    const before = await server.inject({ url: '/', headers: HTML });
    expect(before.statusCode).toBe(503);
    expect(before.body).toContain('npm start');
    build();
    expect((await server.inject({ url: '/', headers: HTML })).statusCode).toBe(200);
  });
});

describe('Over TLS', () => {
  test('browsers are told to stay there; elsewhere not', async () => {
    expect((await server.inject('/healthz')).headers['strict-transport-security']).toBeUndefined();
    await server.close();
    await open('https://koppeling.example');
    expect((await server.inject('/healthz')).headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
