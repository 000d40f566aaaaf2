// What the command `config` shows.

import { expect, test } from 'vitest';
import { describeConfig } from './describe-config.ts';
import { loadConfig } from './load-config.ts';

const secretKey = 'ab'.repeat(32);

function described(environment: Record<string, string>) {
  const lines = describeConfig(loadConfig(environment));
  return Object.fromEntries(lines.map(({ name, value, origin }) => [name.replace('KOPPELING_', ''), [value, origin]]));
}

test('every option is shown with where its value came from', () => {
  const lines = described({ KOPPELING_PORT: '5000' });
  expect(lines.PORT).toEqual(['5000', 'environment']);
  expect(lines.WORKERS).toEqual(['4', 'default']);
  expect(lines.OUTSMART_URL).toEqual(['http://127.0.0.1:5001/openapi/8', 'sandbox']);
  expect(lines.PUBLIC_URL).toEqual(['http://localhost:5000', 'default']);
});

test('no secret is shown, and of a database address everything but the password', () => {
  const environment = {
    KOPPELING_SECRET_KEY: secretKey,
    KOPPELING_DATABASE_URL: 'postgresql://koppeling:s3cr3t@db.example:5432/koppeling',
    KOPPELING_OUTSMART_URL: 'http://localhost:1/openapi/8',
    KOPPELING_OUTSMART_SOFTWARE_TOKEN: 's3cr3t',
    KOPPELING_ASPERION_API_URL: 'http://localhost:2',
    KOPPELING_ASPERION_IDENTITY_URL: 'http://localhost:3',
    KOPPELING_ASPERION_CLIENT_SECRET: 's3cr3t',
  };
  const lines = described(environment);
  expect(JSON.stringify(lines)).not.toContain('s3cr3t');
  expect(JSON.stringify(lines)).not.toContain(secretKey);
  expect(lines.DATABASE_URL).toEqual(['postgresql://koppeling:********@db.example:5432/koppeling', 'environment']);
});
