import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Fault } from '../kernel/fault.ts';
import type { Intent } from '../store/intents.ts';
import { CreateGate, type Creating } from './create-gate.ts';

const begun = { mark: 'k' } as Intent;
const begin = async () => begun;
const unclear = () => new Fault('asperion.unclear', { retry: 'after-lookup', system: 'asperion' });
const creating = <T>(begins: Creating<T>['begin'], call: () => Promise<T>): Creating<T> => ({
  begin: begins,
  call,
  unsend: async () => undefined,
});
const failing = (fault: Fault) => async () => {
  throw fault;
};

const gateOf = (callsAtOnce: number, signal = new AbortController().signal) => new CreateGate(callsAtOnce, signal);

describe('the gate of an export', () => {
  test('an intent that waits for a slot is committed meanwhile, and taken back when the gate closes before its turn', async () => {
    const gate = gateOf(1);
    let finish = () => {};
    const first = gate.create(
      creating(begin, () => new Promise<string>((resolve) => (finish = () => resolve('first')))),
    );
    const events: string[] = [];
    const second = gate.create({
      begin: async () => {
        events.push('begun');
        return begun;
      },
      call: async () => events.push('called'),
      unsend: async () => void events.push('taken back'),
    });
    await new Promise(setImmediate);
    expect(events).toStrictEqual(['begun']);
    gate.close(new Error('stop'));
    finish();
    expect(await first).toMatchObject({ created: 'first', fault: null });
    await expect(second).rejects.toThrow('stop');
    expect(events).toStrictEqual(['begun', 'taken back']);
  });

  test('an intent that waited too long for its slot is begun anew before its call', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const gate = gateOf(1);
    let finish = () => {};
    const first = gate.create(creating(begin, () => new Promise<void>((resolve) => (finish = resolve))));
    const events: string[] = [];
    const second = gate.create({
      begin: async () => {
        events.push('begun');
        return begun;
      },
      call: async () => events.push('called'),
      unsend: async () => void events.push('taken back'),
    });
    await new Promise(setImmediate);
    vi.advanceTimersByTime(4_000);
    finish();
    await Promise.all([first, second]);
    expect(events).toStrictEqual(['begun', 'taken back', 'begun', 'called']);
  });

  test('a process that was frozen while its intent was committed does not send when it wakes', async () => {
    let wallMs = 0;
    const watches = {
      timer: { elapsedMs: () => 0, sleep: async () => undefined },
      clock: { now: () => new Date(wallMs) },
    };
    const gate = new CreateGate(1, new AbortController().signal, watches);
    const freezing = async () => {
      wallMs += 20 * 60_000;
      return begun;
    };
    const sent: boolean[] = [];
    await gate.create({
      begin: freezing,
      call: async (_intent, maySend) => sent.push(maySend()),
      unsend: async () => undefined,
    });
    expect(sent).toStrictEqual([false]);
  });

  test('an intent that may not begin makes no call', async () => {
    const gate = gateOf(1);
    let calls = 0;
    const passed = await gate.create(
      creating(
        async () => null,
        async () => {
          calls += 1;
        },
      ),
    );
    expect([passed, calls]).toStrictEqual([null, 0]);
  });

  test('three unclear answers in a row close it, and nothing begins behind it', async () => {
    const gate = gateOf(2);
    for (let n = 0; n < 3; n += 1) await gate.create(creating(begin, failing(unclear())));
    let isBegun = false;
    const late = gate.create(
      creating(
        async () => {
          isBegun = true;
          return begun;
        },
        async () => 'made',
      ),
    );
    await expect(late).rejects.toMatchObject({ code: 'asperion.unreachable' });
    expect(isBegun).toBe(false);
  });

  test('an answer in between begins the count anew', async () => {
    const gate = gateOf(2);
    await gate.create(creating(begin, failing(unclear())));
    await gate.create(creating(begin, failing(unclear())));
    await gate.create(creating(begin, async () => 'made'));
    await gate.create(creating(begin, failing(unclear())));
    expect(gate.isClosed).toBe(false);
  });

  test('calls that we broke off ourselves do not close it', async () => {
    const gate = gateOf(2, AbortSignal.abort());
    for (let n = 0; n < 4; n += 1) await gate.create(creating(begin, failing(unclear())));
    expect(gate.isClosed).toBe(false);
  });

  test.for(['asperion.wrong_administration', 'asperion.connection_ended'] as const)(
    '%s closes it before the next one can begin',
    async (code) => {
      const gate = gateOf(1);
      const retry = code === 'asperion.wrong_administration' ? 'never' : 'after-reconnect';
      const first = gate.create(creating(begin, failing(new Fault(code, { retry, system: 'asperion' }))));
      const next = gate.create(creating(begin, async () => 'made'));
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
    await expect(gate.create(creating(begin, () => Promise.reject(bug)))).rejects.toBe(bug);
  });
});
