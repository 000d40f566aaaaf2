import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTables } from './persistent-tables.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  file = join(folder, 'deep', 'records.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('tables of a sandbox', () => {
  test('keep records in the order in which they came', () => {
    const relations = openTables(null).table<{ name: string }>('relations');
    relations.set('2', { name: 'Blom' });
    relations.set('1', { name: 'Meerzicht' });
    relations.set('2', { name: 'Bakkerij Blom' });
    expect([...relations.entries()]).toEqual([
      ['2', { name: 'Bakkerij Blom' }],
      ['1', { name: 'Meerzicht' }],
    ]);
    expect(relations.size).toBe(2);
    expect(relations.has('1')).toBe(true);
  });

  test('are there again after a restart, in the same order, without what was deleted', () => {
    const before = openTables(file);
    for (const key of ['b', 'a', 'c']) before.table<string>('codes').set(key, `value ${key}`);
    before.table<string>('codes').delete('a');
    before.table<number>('counters').set('next', 7);
    before.close();

    const later = openTables(file);
    expect([...later.table<string>('codes').entries()]).toEqual([
      ['b', 'value b'],
      ['c', 'value c'],
    ]);
    expect(later.table<number>('counters').get('next')).toBe(7);
    later.close();
  });

  test('reach the file at once, so that a killed process loses nothing', () => {
    const tables = openTables(file);
    tables.table<string>('codes').set('a', 'written');
    expect(readFileSync(file, 'utf8')).toBe('[["codes","a","written"]]\n');
    tables.close();
  });

  test('survive a last line that was torn in the middle, and go on after it', () => {
    const before = openTables(file);
    before.table<string>('codes').set('a', 'whole');
    before.close();
    appendFileSync(file, '[["codes","b","to');

    const again = openTables(file);
    expect([...again.table<string>('codes').values()]).toEqual(['whole']);
    again.table<string>('codes').set('c', 'next');
    again.close();
    expect([...openTables(file).table<string>('codes').values()]).toEqual(['whole', 'next']);
  });

  test('say which line is unreadable when it is not the last one', () => {
    openTables(file).close();
    writeFileSync(file, 'rubbish\n[["codes","a",1]]\n');
    expect(() => openTables(file)).toThrow('line 1 of');
  });

  test('write changes made together as one line: all or nothing after a crash', () => {
    const tables = openTables(file);
    const codes = tables.table<number>('codes');
    tables.together(() => {
      codes.set('a', 1);
      tables.together(() => codes.set('b', 2));
    });
    expect(readFileSync(file, 'utf8')).toBe('[["codes","a",1],["codes","b",2]]\n');
    tables.close();
  });

  test('say in the file what they say in memory, also when the work broke off', () => {
    const tables = openTables(file);
    const codes = tables.table<number>('codes');
    const broken = (): void => {
      codes.set('a', 1);
      throw new Error('broken off');
    };
    expect(() => tables.together(broken)).toThrow('broken off');
    codes.set('b', 2);
    tables.close();
    expect([...openTables(file).table<number>('codes').values()]).toEqual([1, 2]);
  });

  test('shrink their file to one line per record when opened again', () => {
    const tables = openTables(file);
    for (let value = 0; value < 100; value += 1) tables.table<number>('counters').set('next', value);
    tables.close();
    openTables(file).close();
    expect(readFileSync(file, 'utf8')).toBe('[["counters","next",99]]\n');
  });

  test('refuse a change after they were closed', () => {
    const tables = openTables(file);
    tables.close();
    expect(() => tables.table<number>('codes').set('a', 1)).toThrow('closed');
  });
});
