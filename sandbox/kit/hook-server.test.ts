import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SandboxClock } from './clock.ts';
import { type FaultRule, FaultSwitches } from './faults.ts';
import { hookServer } from './hook-server.ts';
import { Journal } from './journal.ts';

let app: FastifyInstance;
let base: string;
let work: string[];
let faults: FaultSwitches;
let journal: Journal;
let clock: SandboxClock;
let settings: { latencyMs: number; lateVisibilityMs: number; isStrict: boolean };

beforeEach(async () => {
  work = [];
  faults = new FaultSwitches();
  journal = new Journal();
  clock = new SandboxClock();
  settings = { latencyMs: 0, lateVisibilityMs: 0, isStrict: true };
  app = Fastify({ forceCloseConnections: true });
  const hooked = hookServer(app, {
    clock,
    faults,
    journal,
    settings,
    settingsSchema: z.strictObject({ latencyMs: z.number(), isStrict: z.boolean() }).partial() as z.ZodType<
      Partial<typeof settings>
    >,
    isApi: (path) => path.startsWith('/api/'),
    partyOf: (request) => String(request.headers['x-account'] ?? ''),
  });
  app.post('/api/records', (request) => {
    work.push(JSON.stringify(request.body));
    hooked.noteOutcome(request, 'saved');
    return { saved: true, text: 'a body that is long enough to be cut in two halves' };
  });
  app.get('/api/bare', (_request, reply) => {
    reply.hijack();
    work.push('bare');
    reply.raw.setHeader('content-type', 'text/plain');
    reply.raw.end('written past the framework');
  });
  app.get('/page', () => 'a page');
  await app.listen({ port: 0, host: '127.0.0.1' });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await app.close();
});

async function post(account = 'A', signal?: AbortSignal): Promise<Response> {
  return await fetch(`${base}/api/records?status=Alle`, {
    method: 'POST',
    ...(signal !== undefined && { signal }),
    headers: { 'content-type': 'application/json', 'x-account': account },
    body: '{"name":"Blom"}',
  });
}

async function operate(method: string, path: string, body?: unknown): Promise<{ status: number; answer: unknown }> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(`${base}/_sandbox/${path}`, { method, headers, ...sent });
  return { status: response.status, answer: await response.json() };
}

describe('a server with the kit', () => {
  test('writes API requests in the journal, and no others', async () => {
    await post();
    await (await fetch(`${base}/page`)).text();
    await operate('GET', 'clock');
    expect(journal.entries()).toMatchObject([
      {
        method: 'POST',
        path: '/api/records',
        query: { status: 'Alle' },
        party: 'A',
        bodyText: '{"name":"Blom"}',
        status: 200,
        outcome: 'saved',
        fault: '',
      },
    ]);
  });

  test('also knows the status of an answer that was written past the framework', async () => {
    expect(await (await fetch(`${base}/api/bare`)).text()).toBe('written past the framework');
    await expect.poll(() => journal.entries()[0]?.status, { timeout: 10_000 }).toBe(200);
  });

  test('drops a connection without doing the work', async () => {
    faults.add({ kind: 'drop-before' });
    await expect(post()).rejects.toThrow();
    expect(work).toEqual([]);
    expect(journal.entries()[0]).toMatchObject({ status: 0, fault: 'drop-before' });
  });

  test('does the work and then drops the connection', async () => {
    faults.add({ kind: 'drop-after' });
    await expect(post()).rejects.toThrow();
    expect(work).toEqual(['{"name":"Blom"}']);
    expect(journal.entries()[0]).toMatchObject({ status: 0, outcome: 'saved', fault: 'drop-after' });
  });

  test('does the work and cuts the answer in the middle', async () => {
    faults.add({ kind: 'truncated' });
    const response = await post();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(work).toHaveLength(1);
  });

  test.each([
    [{ kind: 'status' }, 500, 0],
    [{ kind: 'status', status: 503, afterWork: true }, 503, 1],
    [{ kind: 'html' }, 502, 0],
    [{ kind: 'html', status: 504, afterWork: true }, 504, 1],
    [{ kind: 'rate-limit', retryAfterSeconds: 7 }, 429, 0],
  ] satisfies [FaultRule, number, number][])(
    'answers %o with %i, having worked %i times',
    async (rule, status, done) => {
      faults.add(rule);
      const response = await post();
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain(rule.kind === 'html' ? 'text/html' : 'application/json');
      expect(response.headers.get('retry-after')).toBe(rule.kind === 'rate-limit' ? '7' : null);
      expect(await response.text()).not.toBe('');
      expect(work).toHaveLength(done);
      expect(journal.entries()[0]?.status).toBe(status);
      expect((await post()).status).toBe(200);
    },
  );

  test('a fault of one account leaves the others alone', async () => {
    faults.add({ kind: 'status', party: 'B', times: 0 });
    expect((await post('A')).status).toBe(200);
    expect((await post('B')).status).toBe(500);
  });

  test('a delayed request is worked on even when the client has given up', async () => {
    faults.add({ kind: 'delay', delayMs: 600 });
    const patience = new AbortController();
    const answer = post('A', patience.signal);
    const read = (): string | undefined => journal.entries()[0]?.bodyText;
    await Promise.all([
      expect(answer).rejects.toThrow(),
      expect
        .poll(read, { timeout: 10_000, interval: 5 })
        .toBe('{"name":"Blom"}')
        .then(() => patience.abort()),
    ]);
    expect(work).toEqual([]);
    await expect.poll(() => work, { timeout: 10_000 }).toHaveLength(1);
  });

  test('an answer can be late although the work was done at once', async () => {
    faults.add({ kind: 'delay', delayMs: 600, afterWork: true });
    let isAnswered = false;
    const answer = post().then((response) => {
      isAnswered = true;
      return response.json();
    });
    await expect.poll(() => work, { timeout: 10_000, interval: 5 }).toHaveLength(1);
    expect(isAnswered).toBe(false);
    expect(await answer).toMatchObject({ saved: true });
  });

  test('an answer written past the framework can be lost as well', async () => {
    faults.add({ kind: 'drop-after' });
    await expect(fetch(`${base}/api/bare`)).rejects.toThrow();
    expect(work).toEqual(['bare']);
  });

  test('is slow when told so', async () => {
    settings.latencyMs = 60;
    const started = Date.now();
    await post();
    expect(Date.now() - started).toBeGreaterThanOrEqual(55);
  });
});

describe('the operator', () => {
  test('sets, sees and clears faults', async () => {
    const added = await operate('POST', 'faults', { kind: 'status', status: 503, times: 0 });
    expect(added.answer).toEqual({ id: expect.any(String) });
    expect((await post()).status).toBe(503);
    expect((await operate('GET', 'faults')).answer).toMatchObject({ faults: [{ rule: { status: 503 }, struck: 1 }] });
    await operate('DELETE', 'faults');
    expect((await post()).status).toBe(200);
  });

  test('is told what is wrong with a rule', async () => {
    const refused = await operate('POST', 'faults', { kind: 'earthquake', speed: 3 });
    expect(refused.status).toBe(400);
    expect(refused.answer).toEqual({ error: expect.stringContaining('kind') });
  });

  test('reads and clears the journal', async () => {
    await post('A');
    await post('B');
    const read = await operate('GET', 'journal?party=B');
    expect(read.answer).toMatchObject({ entries: [{ party: 'B' }], counters: { 'POST /api/records': 2 } });
    await operate('DELETE', 'journal');
    expect(journal.count()).toBe(0);
  });

  test('moves the clock', async () => {
    await operate('POST', 'clock', { set: '2025-06-11T12:00:00Z' });
    await operate('POST', 'clock', { advanceMs: 86_400_000 });
    expect((await operate('GET', 'clock')).answer).toEqual({ now: expect.stringContaining('2025-06-12T12:00') });
    await operate('POST', 'clock', { reset: true });
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);
    expect((await operate('POST', 'clock', { set: 'morgen' })).status).toBe(400);
  });

  test('changes settings, and only those that exist', async () => {
    expect((await operate('POST', 'settings', { latencyMs: 5 })).answer).toMatchObject({
      latencyMs: 5,
      isStrict: true,
    });
    expect(settings.latencyMs).toBe(5);
    expect((await operate('POST', 'settings', { speed: 9 })).status).toBe(400);
  });
});
