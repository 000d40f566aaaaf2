import { describe, expect, test } from 'vitest';
import { addressOf, assertPrivate } from './connection.ts';

describe("Asperion's addresses", () => {
  test.each(['https://api.asperion.example', 'http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:8080'])(
    '%s may be given a token',
    (address) => {
      expect(() => assertPrivate(address)).not.toThrow();
    },
  );

  test.each(['http://api.asperion.example', 'http://localhost.example', 'http://128.0.0.1', 'ftp://127.0.0.1'])(
    '%s may not',
    (address) => {
      expect(() => assertPrivate(address)).toThrow('must begin with https://');
    },
  );

  test('a base address may have a path of its own, and a slash at its end', () => {
    expect(addressOf('https://host.example/asperion/', '/v1/debtors').href).toBe(
      'https://host.example/asperion/v1/debtors',
    );
  });
});
