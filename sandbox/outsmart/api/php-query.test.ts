import { describe, expect, test } from 'vitest';
import { parsePhpQuery, singleValue } from './php-query.ts';

describe('a query string, read as PHP does', () => {
  test('the last of two equal names wins, a plus is a blank, and a name may stand alone', () => {
    expect(parsePhpQuery('a=1&a=2&b=x+y%26z&c&&')).toEqual({ a: '2', b: 'x y&z', c: '' });
  });

  test('brackets make lists, numbered or not', () => {
    expect(parsePhpQuery('key[]=a&key[]=b')).toEqual({ key: { 0: 'a', 1: 'b' } });
    expect(parsePhpQuery('key%5B1%5D=b&key%5B0%5D=a&key[]=c')).toEqual({ key: { 0: 'a', 1: 'b', 2: 'c' } });
  });

  test('what cannot be decoded stays as it is', () => {
    expect(parsePhpQuery('a=100%&b=%zz')).toEqual({ a: '100%', b: '%zz' });
  });

  test('a list is no single value, and no name reaches beyond the query', () => {
    const query = parsePhpQuery('status[]=Alle&__proto__=x&constructor=y');
    expect(singleValue(query, 'status')).toBeUndefined();
    expect(singleValue(query, 'toString')).toBeUndefined();
    expect(singleValue(query, '__proto__')).toBe('x');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
