import { describe, expect, test } from 'vitest';
import { RecordedTerminal } from './recorded-terminal.test-kit.ts';
import { runCli } from './run-cli.ts';
import type { Programs } from './run-command.ts';

const COMMANDS = [
  'start',
  'serve',
  'migrate',
  'config',
  'doctor',
  'account create',
  'account list',
  'connect outsmart',
  'connect asperion',
  'disconnect asperion',
  'settings get',
  'settings set',
  'settings choices',
  'confirm',
  'sync',
  'orders',
  'preview',
  'skip',
  'unskip',
  'decide',
  'resolve',
  'runs',
  'log',
  'faults',
  'prove',
];

/** Runs what was typed; nothing may be opened. */
async function type(line: string, programs: Partial<Programs> = {}) {
  const terminal = new RecordedTerminal();
  const never = () => {
    throw new Error('this must not be called');
  };
  const words = line === '' ? [] : line.split(' ');
  const exitCode = await runCli(words, never, { serve: never, start: never, migrate: never, ...programs }, terminal);
  return { exitCode, out: terminal.out, err: terminal.err };
}

describe('help', () => {
  test.each(COMMANDS)('of "%s" shows an example and the exit codes, in Dutch', async (command) => {
    const { exitCode, out, err } = await type(`${command} --help`);
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    expect(out).toContain(`Gebruik: koppeling ${command}`);
    expect(out).toContain(`Voorbeeld:\n  koppeling ${command}`);
    expect(out).toMatch(/Afsluitcodes:\n {2}0 {4}gelukt/);
    expect(out).toContain('--json');
    expect(out).not.toMatch(/display help|\bUsage\b|\bOptions\b|\(default/);
  });

  test('of the program names every command', async () => {
    const { exitCode, out } = await type('--help');
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command.split(' ')[0]}\\b`, 'm'));
  });

  test('of a command can be asked in two ways', async () => {
    expect((await type('help preview')).out).toBe((await type('preview --help')).out);
  });

  test('is shown when nothing was typed, which is no success', async () => {
    const { exitCode, out, err } = await type('');
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Gebruik: koppeling');
  });
});

describe('wrong use ends with 2 and says in Dutch what is wrong', () => {
  test.each([
    ['sycn', 'De opdracht sycn bestaat niet. Zie: koppeling --help'],
    ['connect exact', 'De opdracht exact bestaat niet. Zie: koppeling connect --help'],
    ['sync', '--job ontbreekt. Zie: koppeling sync --help'],
    ['sync --job', 'Er ontbreekt iets achter --job. Zie: koppeling sync --help'],
    ['sync --job alles', '--job: "alles" kan niet. Kies uit: full, debtors, articles, hourtypes, export.'],
    ['preview', 'WERKBON ontbreekt. Zie: koppeling preview --help'],
    ['orders een twee', 'Er staat te veel: een twee. Zie: koppeling orders --help'],
    ['orders --wat', 'De optie --wat bestaat niet. Zie: koppeling orders --help'],
    ['decide 2026-1 misschien', 'BESLUIT: "misschien" kan niet. Kies uit: is-there, make-again, keep-invoice.'],
    ['log --limit 0', '--limit: "0" is geen heel getal van 1 tot en met 10000.'],
    ['runs --limit tien', '--limit: "tien" is geen heel getal van 1 tot en met 10000.'],
  ])('%s', async (line, text) => {
    expect(await type(line)).toEqual({ exitCode: 2, out: '', err: `${text}\n` });
  });

  test('and gives a script one document on standard output', async () => {
    const { exitCode, out } = await type('orders --json --state weg');
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: { code: 'wrong-use', text: expect.stringContaining('--state: "weg" kan niet') },
    });
  });
});

describe('programs that go on by themselves', () => {
  test('serve works unless told not to, and its exit code is the answer', async () => {
    const seen: boolean[] = [];
    const serve: Programs['serve'] = async (_config, { isWorking }) => {
      seen.push(isWorking);
      return isWorking ? 0 : 1;
    };
    expect((await type('serve', { serve })).exitCode).toBe(0);
    expect((await type('serve --no-worker', { serve })).exitCode).toBe(1);
    expect(seen).toEqual([true, false]);
  });

  test('start is what npm start runs', async () => {
    expect((await type('start', { start: async () => 0 })).exitCode).toBe(0);
  });

  test('migrate names the steps it took', async () => {
    expect(await type('migrate', { migrate: async () => ['0001-first'] })).toEqual({
      exitCode: 0,
      out: 'De database is bijgewerkt met 1 stap:\n  0001-first\n',
      err: '',
    });
    expect((await type('migrate', { migrate: async () => [] })).out).toBe('De database was al bij deze versie.\n');
    expect(JSON.parse((await type('migrate --json', { migrate: async () => [] })).out)).toEqual({ applied: [] });
  });
});

test('config shows every option, and no secret', async () => {
  const { exitCode, out } = await type('config --json');
  const { options } = JSON.parse(out) as { options: { name: string; value: string | null; origin: string }[] };
  expect(exitCode).toBe(0);
  expect(options.find(({ name }) => name === 'KOPPELING_ASPERION_CLIENT_SECRET')?.value).toBe('********');
  expect((await type('config')).out).toMatch(/^KOPPELING_EXPORT_EVERY_MINUTES +15 +standaard$/m);
});
