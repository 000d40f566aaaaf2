import { describe, expect, test } from 'vitest';
import { FaultSwitches } from './faults.ts';

const post = { method: 'POST', url: '/openapi/8/relations/?token=T1', party: 'T1' };

describe('fault switches', () => {
  test('strike once unless told otherwise', () => {
    const faults = new FaultSwitches();
    faults.add({ kind: 'status' });
    expect(faults.take(post)).toEqual([{ kind: 'status' }]);
    expect(faults.take(post)).toEqual([]);
    expect(faults.list()).toEqual([]);
  });

  test('strike until cleared when times is 0', () => {
    const faults = new FaultSwitches();
    faults.add({ kind: 'html', times: 0 });
    for (let round = 0; round < 5; round += 1) expect(faults.take(post)).toHaveLength(1);
    expect(faults.list()[0]?.struck).toBe(5);
    faults.clear();
    expect(faults.take(post)).toEqual([]);
  });

  test('let some requests pass first', () => {
    const faults = new FaultSwitches();
    faults.add({ kind: 'drop-after', skip: 2, times: 2 });
    const rounds = [1, 2, 3, 4, 5].map(() => faults.take(post).length);
    expect(rounds).toEqual([0, 0, 1, 1, 0]);
  });

  test('match method, a part of the address and the account', () => {
    const faults = new FaultSwitches();
    faults.add({ kind: 'delay', method: 'post', path: 'RELATIONS', party: 'T1', times: 0 });
    expect(faults.take(post)).toHaveLength(1);
    expect(faults.take({ ...post, method: 'GET' })).toHaveLength(0);
    expect(faults.take({ ...post, url: '/openapi/8/materials/' })).toHaveLength(0);
    expect(faults.take({ ...post, party: 'T2' })).toHaveLength(0);
  });

  test('can be taken away one by one', () => {
    const faults = new FaultSwitches();
    const id = faults.add({ kind: 'delay' });
    faults.add({ kind: 'html' });
    expect(faults.remove(id)).toBe(true);
    expect(faults.remove(id)).toBe(false);
    expect(faults.list().map((fault) => fault.rule.kind)).toEqual(['html']);
  });
});
