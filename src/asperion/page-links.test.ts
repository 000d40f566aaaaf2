import { describe, expect, test } from 'vitest';
import { nextQuery } from './page-links.ts';

const own = { pageSize: '200', CustomerNumber: 'A&B' };

describe('the link to the next page', () => {
  test.each([
    '/v1/debtors?page=2&pageSize=50',
    '?page=2',
    'debtors?Page=2#top',
    'https://api.asperion.example/v1/debtors?pagesize=50&customernumber=other&page=2',
    'http://inside.example:8080/v1/debtors?page=2',
  ])('%s gives page 2 of our own question', (link) => {
    expect(nextQuery(own, link)).toStrictEqual({ ...own, page: '2' });
  });

  test('parameters we did not send are taken over', () => {
    expect(nextQuery(own, '?page=3&cursor=abc')).toStrictEqual({ ...own, page: '3', cursor: 'abc' });
  });

  test('the page before is replaced', () => {
    expect(nextQuery({ ...own, page: '2' }, '?page=3')).toStrictEqual({ ...own, page: '3' });
  });

  test.each(['/v1/debtors', '/v1/debtors?pageSize=50', '?page=', 'next'])('%s names no page', (link) => {
    expect(nextQuery(own, link)).toBeNull();
  });
});
