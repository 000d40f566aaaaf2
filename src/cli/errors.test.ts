import { describe, expect, test } from 'vitest';
import { ConfigProblems } from '../config/config-problems.ts';
import { Fault, type FaultCode } from '../kernel/fault.ts';
import { PortTaken } from '../server/serve.ts';
import { EmbeddedDatabaseError } from '../store/embedded/embedded-database-error.ts';
import { DatabaseNewerThanProgram } from '../store/migrate.ts';
import { Refusal } from '../usecases/parts.ts';
import { CallbackPortTaken } from './actions/callback-listener.ts';
import { exitCodeOfFault, Interrupted, reportError, WrongUse } from './errors.ts';
import { RecordedTerminal } from './recorded-terminal.test-kit.ts';

async function report(error: unknown, { isJson = false, isDebug = false } = {}) {
  const terminal = new RecordedTerminal();
  const exitCode = await reportError(error, { terminal, isJson, isDebug });
  return { exitCode, err: terminal.err, out: terminal.out };
}

describe('an error becomes what a person reads and a code for a script', () => {
  test.each([
    [new WrongUse('Kies --keep of --delete.'), 2, 'Kies --keep of --delete.'],
    [new Refusal('account.unknown', 'Er is geen account "x".'), 2, 'Er is geen account "x".'],
    [new Interrupted('Onderbroken.'), 130, 'Onderbroken.'],
    [
      new EmbeddedDatabaseError('The data folder belongs to somebody else.'),
      1,
      'The data folder belongs to somebody else.',
    ],
    [new PortTaken(4800), 1, 'Port 4800 is taken'],
    [new CallbackPortTaken(4800), 1, 'Poort 4800 is bezet'],
    [new DatabaseNewerThanProgram(['0009-later']), 1, '0009-later'],
  ])('%s', async (error, exitCode, text) => {
    const told = await report(error);
    expect(told.exitCode).toBe(exitCode);
    expect(told.err).toContain(text);
    expect(told.out).toBe('');
  });

  test('refused settings are one line a field', async () => {
    const problems = [
      { field: 'vatCode', text: 'Btw-code 9 bestaat niet.' },
      { field: 'roundMinutes', text: 'from 1 to 60 minutes' },
    ];
    const { exitCode, err } = await report(new Refusal('settings.wrong', 'Alles tegelijk.', problems));
    expect(exitCode).toBe(2);
    expect(err).toBe('vatCode: Btw-code 9 bestaat niet.\nroundMinutes: from 1 to 60 minutes\n');
  });

  test('every problem of the configuration is named, with its remedy', async () => {
    const error = new ConfigProblems([
      { variable: 'KOPPELING_PORT', problem: 'is not a whole number', remedy: 'Set it like this: 4800' },
      { variable: 'KOPPELING_WORKERS', problem: 'must be from 1 to 100', remedy: 'Set it like this: 4' },
    ]);
    const { exitCode, err } = await report(error);
    expect(exitCode).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([
      'KOPPELING_PORT: is not a whole number. Set it like this: 4800',
      'KOPPELING_WORKERS: must be from 1 to 100. Set it like this: 4',
    ]);
  });

  test('a fault says what to do; one that a person has to mend by connecting again has a code of its own', async () => {
    const away = await report(new Fault('asperion.unreachable', { retry: 'later', system: 'asperion' }));
    expect(away).toMatchObject({ exitCode: 1, err: expect.stringContaining('Asperion is nu niet bereikbaar') });
    const ended = await report(new Fault('asperion.connection_ended', { retry: 'after-reconnect' }));
    expect(ended).toMatchObject({ exitCode: 3, err: expect.stringContaining('opnieuw verbindt') });
  });

  test.each<[FaultCode, number]>([
    ['asperion.not_connected', 3],
    ['outsmart.token_refused', 3],
    ['asperion.unreachable', 1],
    ['sync.account_stopped', 1],
  ])('a stored run that ended by %s gives %i', (code, exitCode) => {
    expect(exitCodeOfFault(code)).toBe(exitCode);
  });

  test('a database that cannot be reached is no bug', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
    const { exitCode, err } = await report(refused);
    expect(exitCode).toBe(1);
    expect(err).toContain('De database is niet bereikbaar');
    expect(err).toContain('KOPPELING_DATABASE_URL');
  });

  test('a bug is one line with a reference; its stack is for whoever asks for it', async () => {
    const bug = new Error('account is undefined\nand more');
    const plain = await report(bug);
    expect(plain.exitCode).toBe(1);
    expect(plain.err).toMatch(
      /^Dit had niet mogen gebeuren \(Error: account is undefined\)\. Meld het met kenmerk [0-9a-f]{8};.*\n$/,
    );
    expect((await report(bug, { isDebug: true })).err).toContain('errors.test.ts');
  });

  test('a script gets the same as a document', async () => {
    const { out } = await report(new Refusal('account.none', 'Er is nog geen account.'), { isJson: true });
    expect(JSON.parse(out)).toEqual({ error: { code: 'account.none', text: 'Er is nog geen account.' } });
  });
});
