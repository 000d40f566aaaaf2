import { describe, expect, test } from 'vitest';
import { Fault } from '../kernel/fault.ts';
import type { Intent } from '../store/intents.ts';
import { CreateGate } from './create-gate.ts';

const begun = { mark: 'k' } as Intent;
const begin = async () => begun;
const unclear = () => new Fault('asperion.unclear', { retry: 'after-lookup', system: 'asperion' });
const failing = (fault: Fault) => async () => {
  throw fault;
};

const gateOf = (callsAtOnce: number, signal = new AbortController().signal) => new CreateGate(callsAtOnce, signal);

describe('the gate of an export', () => {
  test('the intent is begun in the slot of its call, never while others still hold them all', async () => {
    const gate = gateOf(1);
    const order: string[] = [];
    let finish = () => {};
    const first = gate.create(begin, () => new Promise<string>((resolve) => (finish = () => resolve('first'))));
    const second = gate.create(
      async () => {
        order.push('second begun');
        return begun;
      },
      async () => 'second',
    );
    await new Promise(setImmediate);
    order.push('first answered');
    finish();
    expect(await first).toMatchObject({ created: 'first', fault: null });
    expect(await second).toMatchObject({ created: 'second' });
    expect(order).toStrictEqual(['first answered', 'second begun']);
  });

  test('an intent that may not begin makes no call', async () => {
    const gate = gateOf(1);
    let calls = 0;
    const passed = await gate.create(
      async () => null,
      async () => {
        calls += 1;
      },
    );
    expect([passed, calls]).toStrictEqual([null, 0]);
  });

  test('three unclear answers in a row close it, and nothing begins behind it', async () => {
    const gate = gateOf(2);
    for (let n = 0; n < 3; n += 1) await gate.create(begin, failing(unclear()));
    let isBegun = false;
    const late = gate.create(
      async () => {
        isBegun = true;
        return begun;
      },
      async () => 'made',
    );
    await expect(late).rejects.toMatchObject({ code: 'asperion.unreachable' });
    expect(isBegun).toBe(false);
  });

  test('an answer in between begins the count anew', async () => {
    const gate = gateOf(2);
    await gate.create(begin, failing(unclear()));
    await gate.create(begin, failing(unclear()));
    await gate.create(begin, async () => 'made');
    await gate.create(begin, failing(unclear()));
    expect(gate.isClosed).toBe(false);
  });

  test('calls that we broke off ourselves do not close it', async () => {
    const gate = gateOf(2, AbortSignal.abort());
    for (let n = 0; n < 4; n += 1) await gate.create(begin, failing(unclear()));
    expect(gate.isClosed).toBe(false);
  });

  test.for(['asperion.wrong_administration', 'asperion.connection_ended'] as const)(
    '%s closes it before the next one can begin',
    async (code) => {
      const gate = gateOf(1);
      const retry = code === 'asperion.wrong_administration' ? 'never' : 'after-reconnect';
      const first = gate.create(begin, failing(new Fault(code, { retry, system: 'asperion' })));
      const next = gate.create(begin, async () => 'made');
      expect((await first)?.fault).toMatchObject({ code });
      await expect(next).rejects.toMatchObject({ code });
    },
  );

  test('what is stored is still told to OutSmart after it was closed', async () => {
    const gate = gateOf(1);
    gate.close(new Error('stop'));
    expect(await gate.acknowledge(async () => 'told')).toBe('told');
    expect(() => gate.assertOpen()).toThrow('stop');
  });

  test('what is no fault of a system is thrown as it is', async () => {
    const gate = gateOf(1);
    const bug = new TypeError('a bug');
    await expect(gate.create(begin, () => Promise.reject(bug))).rejects.toBe(bug);
  });
});
