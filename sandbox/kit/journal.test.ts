import { describe, expect, test } from 'vitest';
import { Journal, keptBody } from './journal.ts';

const arrival = { at: '2025-06-11T12:00:00.000Z', method: 'GET', path: '/v1/debtors', query: {}, party: 'A' };

describe('the journal of a sandbox', () => {
  test('finds requests by method, part of the path, account and number', () => {
    const journal = new Journal();
    const first = journal.open(arrival);
    journal.open({ ...arrival, method: 'POST', path: '/v1/articles', party: 'B' });
    expect(journal.count()).toBe(2);
    expect(journal.count({ method: 'post' })).toBe(1);
    expect(journal.count({ path: 'DEBTORS' })).toBe(1);
    expect(journal.count({ party: 'B', path: 'debtors' })).toBe(0);
    expect(journal.entries({ afterSeq: first.seq }).map((entry) => entry.path)).toEqual(['/v1/articles']);
  });

  test('counts every request, but keeps the last 20,000 only', () => {
    const journal = new Journal();
    for (let round = 0; round < 22_500; round += 1) journal.open(arrival);
    const entries = journal.entries();
    expect(entries).toHaveLength(20_000);
    expect(entries.at(-1)?.seq).toBe(22_500);
    expect(journal.counters()).toEqual({ 'GET /v1/debtors': 22_500 });
  });

  test('is empty after clearing', () => {
    const journal = new Journal();
    journal.open(arrival);
    journal.clear();
    expect(journal.entries()).toEqual([]);
    expect(journal.counters()).toEqual({});
  });

  test('masks secrets in the address and in bodies, JSON or form', () => {
    const entry = new Journal().open({ ...arrival, query: { token: 'abc', software_token: 'def', status: 'Alle' } });
    expect(entry.query).toEqual({ token: '***', software_token: '***', status: 'Alle' });
    expect(keptBody({ refresh_token: 'r', code: 'KT-15' })).toBe('{"refresh_token":"***","code":"KT-15"}');
    expect(keptBody('grant_type=authorization_code&code=x1&client_secret=s')).toBe(
      'grant_type=authorization_code&code=***&client_secret=***',
    );
  });

  test('keeps the first 4 kB of a body', () => {
    expect(keptBody('x'.repeat(10_000))).toHaveLength(4_096);
    expect(keptBody(undefined)).toBe('');
  });
});
