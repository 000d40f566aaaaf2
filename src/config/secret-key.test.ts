// The key that seals the tokens: where it comes from and that it is never lost or half written.

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from './load-config.ts';
import { secretKey } from './secret-key.ts';

function newConfig(environment: Record<string, string> = {}) {
  const parent = mkdtempSync(join(tmpdir(), 'koppeling-key-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  return loadConfig({ KOPPELING_DATA_DIR: join(parent, 'data'), ...environment });
}

test('a first start makes a key that only its owner can read, and later starts find it', async () => {
  const config = newConfig();
  const key = await secretKey(config);
  expect(key).toHaveLength(32);
  expect(statSync(join(config.dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  expect(await secretKey(config)).toEqual(key);
});

test('programs that start at the same moment get the same key', async () => {
  const config = newConfig();
  const keys = await Promise.all(Array.from({ length: 10 }, () => secretKey(config)));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(readdirSync(config.dataDir)).toEqual(['secret.key']);
});

test('a key in hexadecimal and the same key in base64 are the same, and no file is made', async () => {
  const bytes = Buffer.from('0123456789abcdef'.repeat(4), 'hex');
  for (const text of [bytes.toString('hex').toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')]) {
    const config = newConfig({ KOPPELING_SECRET_KEY: text });
    expect(Buffer.from(await secretKey(config))).toEqual(bytes);
    expect(() => readdirSync(config.dataDir)).toThrow('ENOENT');
  }
});

test('a key file that everybody may read is closed again', async () => {
  const config = newConfig();
  await secretKey(config);
  chmodSync(join(config.dataDir, 'secret.key'), 0o644);
  await secretKey(config);
  expect(statSync(join(config.dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
});

test('a damaged key file is left alone and explained', async () => {
  const config = newConfig();
  await secretKey(config);
  writeFileSync(join(config.dataDir, 'secret.key'), 'half a k');
  await expect(secretKey(config)).rejects.toThrow('Restore the file from a back-up');
  expect(readFileSync(join(config.dataDir, 'secret.key'), 'utf8')).toBe('half a k');
});
