// What the program understands of its environment, and what it says when it does not.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigProblems } from './config-problems.ts';
import { loadConfig, withSandboxPorts } from './load-config.ts';
import type { Environment } from './read-options.ts';

const realSystems = {
  KOPPELING_OUTSMART_URL: 'https://outsmart.example/openapi/8/',
  KOPPELING_OUTSMART_SOFTWARE_TOKEN: 'software',
  KOPPELING_ASPERION_API_URL: 'https://api.asperion.example',
  KOPPELING_ASPERION_IDENTITY_URL: 'https://identity.asperion.example',
  KOPPELING_ASPERION_CLIENT_ID: 'client',
  KOPPELING_ASPERION_CLIENT_SECRET: 'secret',
};

function problemsOf(environment: Environment): Record<string, string> {
  try {
    loadConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
  }
  return {};
}

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'koppeling-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'value');
  writeFileSync(path, text);
  return path;
}

describe('Without any setting', () => {
  test('the program works with the sandboxes on the ports after its own', () => {
    const config = loadConfig({});
    expect(config.port).toBe(4800);
    expect(config.publicUrl).toBe('http://localhost:4800');
    expect(config.databaseUrl).toBeNull();
    expect(config.dataDir).toMatch(/\/data$/);
    expect(config.sandbox).toEqual({ outsmartPort: 4801, asperionPort: 4802, identityPort: 4803 });
    expect(config.outsmart.apiUrl).toBe('http://127.0.0.1:4801/openapi/8');
    expect(config.asperion.identityUrl).toBe('http://127.0.0.1:4803');
    expect(config.asperion.target).toEqual({ kind: 'draft-invoice' });
  });

  test('port 0 gives the sandboxes free ports too, whose numbers are filled in when they are known', () => {
    const config = loadConfig({ KOPPELING_PORT: '0' });
    expect(config.sandbox).toEqual({ outsmartPort: 0, asperionPort: 0, identityPort: 0 });
    const ports = { outsmartPort: 50_001, asperionPort: 50_002, identityPort: 50_003 };
    expect(withSandboxPorts(config, ports).asperion.apiUrl).toBe('http://127.0.0.1:50002');
  });

  test('nothing of the configuration can be changed later', () => {
    const config = loadConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.asperion.paths)).toBe(true);
  });
});

describe('With real systems', () => {
  test('no sandbox is used, and a slash at the end of an address does no harm', () => {
    const config = loadConfig(realSystems);
    expect(config.sandbox).toBeNull();
    expect(config.outsmart.apiUrl).toBe('https://outsmart.example/openapi/8');
    expect(config.outsmart.bearer).toBeNull();
  });

  test('addresses on this machine are all it takes to point the program at other sandboxes', () => {
    const config = loadConfig({
      KOPPELING_OUTSMART_URL: 'http://127.0.0.1:9001/openapi/8',
      KOPPELING_ASPERION_API_URL: 'http://localhost:9002',
      KOPPELING_ASPERION_IDENTITY_URL: 'http://localhost:9003',
    });
    expect(config.sandbox).toBeNull();
    expect(config.asperion.clientId).toBe('sandbox-client');
  });

  test('one system without the other is refused, naming what is missing', () => {
    const outsmartOnly = {
      KOPPELING_OUTSMART_URL: realSystems.KOPPELING_OUTSMART_URL,
      KOPPELING_OUTSMART_SOFTWARE_TOKEN: 'software',
    };
    expect(Object.keys(problemsOf(outsmartOnly))).toEqual([
      'KOPPELING_ASPERION_API_URL',
      'KOPPELING_ASPERION_IDENTITY_URL',
    ]);
    expect(Object.keys(problemsOf({ KOPPELING_ASPERION_CLIENT_ID: 'client' }))).toHaveLength(3);
  });

  test('Asperion without its identity server is refused', () => {
    const { KOPPELING_ASPERION_IDENTITY_URL: _, ...rest } = realSystems;
    expect(Object.keys(problemsOf(rest))).toEqual(['KOPPELING_ASPERION_IDENTITY_URL']);
  });

  test('a system elsewhere needs its credentials', () => {
    const environment = {
      KOPPELING_OUTSMART_URL: realSystems.KOPPELING_OUTSMART_URL,
      KOPPELING_ASPERION_API_URL: realSystems.KOPPELING_ASPERION_API_URL,
      KOPPELING_ASPERION_IDENTITY_URL: realSystems.KOPPELING_ASPERION_IDENTITY_URL,
    };
    expect(Object.keys(problemsOf(environment))).toEqual([
      'KOPPELING_OUTSMART_SOFTWARE_TOKEN',
      'KOPPELING_ASPERION_CLIENT_ID',
      'KOPPELING_ASPERION_CLIENT_SECRET',
    ]);
  });

  test.each([
    ['ftp://outsmart.example', 'is not an address that begins with https:// or http://'],
    ['outsmart.example/openapi/8', 'is not an address that begins with https:// or http://'],
    ['http://outsmart.example/openapi/8', 'must begin with https:// (plain http only for this machine)'],
    ['https://outsmart.example/openapi/8?token=x', 'may have no ? or # part'],
    ['https://user:password@outsmart.example', 'may hold no user name or password'],
  ])('the address %s gets one problem: it %s', (address, problem) => {
    expect(problemsOf({ ...realSystems, KOPPELING_OUTSMART_URL: address })).toEqual({
      KOPPELING_OUTSMART_URL: problem,
    });
  });
});

describe('Mistakes', () => {
  test('are all said at once, each with its remedy', () => {
    const environment = {
      KOPPELING_PORT: '70000',
      KOPPELING_WORKERS: 'four',
      KOPPELING_LOG_LEVEL: 'loud',
      KOPPELING_PUBLIC_URL: 'https://koppeling.example/app',
      KOPPELING_SUPPORT_EMAIL: 'the help desk',
      KOPPELING_DATABASE_URL: 'mysql://localhost',
      KOPPELING_ASPERION_DRAFTS_PATH: 'v1/drafts',
    };
    expect(problemsOf(environment)).toEqual({
      KOPPELING_PORT: 'must be from 0 to 65535',
      KOPPELING_WORKERS: 'is not a whole number',
      KOPPELING_LOG_LEVEL: 'is none of silent, fatal, error, warn, info, debug',
      KOPPELING_PUBLIC_URL: 'may have nothing after the host and port',
      KOPPELING_SUPPORT_EMAIL: 'is not an e-mail address',
      KOPPELING_DATABASE_URL: 'is not an address that begins with postgresql://',
      KOPPELING_ASPERION_DRAFTS_PATH: 'is not a path that begins with / and has no spaces, ? or #',
    });
    expect(() => loadConfig(environment)).toThrow(
      /has 7 problems:\n {2}KOPPELING_DATABASE_URL: .*\n {4}Set it like this: postgresql/,
    );
  });

  test('in a name are met with the name that was probably meant', () => {
    expect(() => loadConfig({ KOPPELING_OUTSMART_ULR: 'https://outsmart.example' })).toThrow(
      'Did you mean KOPPELING_OUTSMART_URL?',
    );
    expect(() => loadConfig({ KOPPELING_COLOUR_OF_THE_CARPET: 'blue' })).toThrow('docs/configuration.md');
  });

  test('in a secret are told without the secret', () => {
    const message = String(problemsOf({ KOPPELING_SECRET_KEY: 'hunter2-hunter2' }).KOPPELING_SECRET_KEY);
    expect(message).toBe('is not 32 bytes, written as 64 hexadecimal digits or as base64');
  });

  test('of combination are found: the wait after an unclear answer is longer than a request can live', () => {
    expect(problemsOf({ KOPPELING_UNCERTAIN_WAIT_SECONDS: '30', KOPPELING_ASPERION_TIMEOUT_MS: '30000' })).toEqual({
      KOPPELING_UNCERTAIN_WAIT_SECONDS: 'must be longer than KOPPELING_ASPERION_TIMEOUT_MS (30000 ms)',
    });
  });

  test('of combination are found: a booking has to say where in the books it goes', () => {
    expect(Object.keys(problemsOf({ KOPPELING_TARGET: 'sales-booking' }))).toEqual([
      'KOPPELING_BOOKING_JOURNAL',
      'KOPPELING_BOOKING_LEDGER_ACCOUNT',
    ]);
    const config = loadConfig({
      KOPPELING_TARGET: 'sales-booking',
      KOPPELING_BOOKING_JOURNAL: '70',
      KOPPELING_BOOKING_LEDGER_ACCOUNT: '8000',
      KOPPELING_BOOKING_LEDGER_ACCOUNTS: '20=8020, 30=8030',
    });
    expect(config.asperion.target).toEqual({
      kind: 'sales-booking',
      booking: { journalId: '70', ledgerAccountId: 8000, ledgerAccountIdBySalesTypeId: { 20: 8020, 30: 8030 } },
    });
  });
});

describe('Empty and by file', () => {
  test('an empty variable counts as absent, except where empty means something', () => {
    const config = loadConfig({ KOPPELING_PORT: '', KOPPELING_ASPERION_SCOPES: '' });
    expect(config.port).toBe(4800);
    expect(config.asperion.scopes).toBe('');
  });

  test('a secret can be read from a file', () => {
    const { KOPPELING_ASPERION_CLIENT_SECRET: _, ...rest } = realSystems;
    const file = fileWith('from a file\n');
    expect(loadConfig({ ...rest, KOPPELING_ASPERION_CLIENT_SECRET_FILE: file }).asperion.clientSecret).toBe(
      'from a file',
    );
  });

  test('a secret given twice, or by a file that is not there or empty, is refused', () => {
    expect(problemsOf({ ...realSystems, KOPPELING_OUTSMART_SOFTWARE_TOKEN_FILE: fileWith('x') })).toEqual({
      KOPPELING_OUTSMART_SOFTWARE_TOKEN:
        'is given twice, as KOPPELING_OUTSMART_SOFTWARE_TOKEN and as KOPPELING_OUTSMART_SOFTWARE_TOKEN_FILE',
    });
    expect(problemsOf({ KOPPELING_SECRET_KEY_FILE: '/nowhere/key' })).toEqual({
      KOPPELING_SECRET_KEY_FILE: 'names /nowhere/key, which cannot be read (ENOENT)',
    });
    expect(Object.keys(problemsOf({ KOPPELING_SECRET_KEY_FILE: fileWith(' \n') }))).toEqual([
      'KOPPELING_SECRET_KEY_FILE',
    ]);
  });

  test('what is no secret has no file variant', () => {
    expect(problemsOf({ KOPPELING_PORT_FILE: '/tmp/port' })).toEqual({
      KOPPELING_PORT_FILE: 'is not an option of this program',
    });
  });
});
