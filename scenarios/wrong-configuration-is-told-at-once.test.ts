// A slip in the environment costs one look, not one try for each: everything that is wrong is told at once, by name and with
// what to do about it, before anything is started or written.

import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { DoctorDocument, ErrorDocument } from './kit/documents.ts';
import { newInstallation } from './kit/installation.ts';

const WRONG = {
  KOPPELING_OUTSMART_URL: 'outsmart',
  KOPPELING_EXPORT_EVERY_MINUTES: 'een kwartier',
  KOPPELING_LOG_LEVEL: 'veel',
  KOPPELING_DATABASE_URL: 'mysql://iemand:hun-wachtwoord@localhost/koppeling',
  KOPPELING_ASPERION_CLIENT_SECRET_FILE: '/bestaat/niet',
  KOPPELING_SECRET_KEY: 'te-kort',
  KOPPELING_PORTT: '4800',
} as const;

/** What is wrong without being set. */
const MISSING = ['KOPPELING_ASPERION_API_URL', 'KOPPELING_ASPERION_IDENTITY_URL'];

test.each(['start', 'serve', 'orders', 'migrate'])(
  '%s names every wrong variable and ends with code 2',
  async (command) => {
    const installation = await newInstallation(onTestFinished, WRONG);
    const { exitCode, stdout, stderr } = await installation.koppeling(command);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    const lines = stderr.trimEnd().split('\n');
    const named = lines.map((line) => line.split(':')[0]?.replace(/_FILE$/, ''));
    const meant = [...Object.keys(WRONG).map((name) => name.replace(/_FILE$/, '')), ...MISSING];
    expect(named.toSorted()).toEqual(meant.toSorted());
    expect(stderr).not.toContain('hun-wachtwoord');
    expect(stderr).not.toContain('te-kort');
    expect(existsSync(installation.dataDir)).toBe(false);
  },
);

test('a script gets the same as a document', async () => {
  const installation = await newInstallation(onTestFinished, { KOPPELING_WORKERS: '0', KOPPELING_PORT: '70000' });
  const { error } = await installation.asked<ErrorDocument>(['orders'], 2);
  expect(error.code).toBe('config.wrong');
  expect(error.problems?.map(({ field }) => field).toSorted()).toEqual(['KOPPELING_PORT', 'KOPPELING_WORKERS']);
});

test('doctor shows the same as checks that failed', async () => {
  const installation = await newInstallation(onTestFinished, { KOPPELING_WORKERS: '0' });
  const { healthy, parts } = await installation.asked<DoctorDocument>(['doctor'], 1);
  expect(healthy).toBe(false);
  const wrong = parts.flatMap(({ checks }) => checks.filter(({ state }) => state === 'wrong'));
  expect(wrong.map(({ name }) => name)).toEqual(['KOPPELING_WORKERS']);
});
