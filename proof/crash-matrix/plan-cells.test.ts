import { describe, expect, test } from 'vitest';
import { type CrashPoint, pointName, pointNamed, type SeenPoint } from './crash-points.ts';
import { exportStatements } from './export-statements.ts';
import { planCells } from './plan-cells.ts';
import { MessageReader } from './postgres-messages.ts';
import { cellName } from './run-cell.ts';

const seen: SeenPoint[] = Array.from({ length: 20 }, (_, index) => ({
  wire: index % 2 === 0 ? 'database' : 'asperion',
  number: Math.floor(index / 2) + 1,
  what: '',
}));

describe('the cells of the matrix', () => {
  test('all of them are every place, before and after', () => {
    const names = planCells('slow', seen, 'all', 0).map(cellName);
    expect(names).toHaveLength(40);
    expect(new Set(names).size).toBe(40);
    expect(names.slice(0, 3)).toEqual(['slow/database-1-before', 'slow/database-1-after', 'slow/asperion-1-before']);
  });

  test('a sample has as many as were asked, spread, and at other places for another fault', () => {
    const samples = [0, 1, 2].map((turn) => planCells('none', seen, 4, turn).map(cellName));
    for (const sample of samples) expect(new Set(sample).size).toBe(4);
    expect(new Set(samples.flat()).size).toBe(12);
  });

  test('a place is found again by its name, and nothing else is a place', () => {
    const point: CrashPoint = { wire: 'outsmart', number: 12, moment: 'after' };
    expect(pointNamed(pointName(point))).toEqual(point);
    expect(pointNamed('outsmart-0-after')).toBeNull();
    expect(pointNamed('bank-1-after')).toBeNull();
  });
});

describe('the statements at which an export is killed', () => {
  test('begin with the lease and leave something behind', () => {
    const isPoint = exportStatements();
    expect(isPoint('update "run" set "state" = $1', false)).toBe(false);
    expect(isPoint('insert into "account_lease" values ($1)', false)).toBe(true);
    expect(isPoint('select * from "run"', false)).toBe(false);
    expect(isPoint('begin', false)).toBe(false);
    expect(isPoint('update "intent" set "state" = $1', true)).toBe(false);
    expect(isPoint('commit', true)).toBe(true);
    expect(isPoint('insert into pgboss.job values ($1)', false)).toBe(false);
  });

  test('are cut from the stream as they were sent, however it arrives in pieces', () => {
    const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
    const query = Buffer.from([0x51, 0, 0, 0, 6, 0x3b, 0]);
    const stream = Buffer.concat([startup, query, query]);
    const reader = new MessageReader('startup-first');
    const messages = [...stream].flatMap((byte) => reader.read(Buffer.from([byte])));
    expect(messages).toEqual([
      { type: '', bytes: startup },
      { type: 'Q', bytes: query },
      { type: 'Q', bytes: query },
    ]);
  });
});
