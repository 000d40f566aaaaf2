/**
 * What a worker that was away too long may still write: a known outcome always, anything else never.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntentEnd } from './intents.ts';
import { invoiceIntent, judged, leaseOf, type OpenedStore, openTestStore, stateOf } from './store.test-kit.ts';

describe('a worker that comes back after another took over', () => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(async () => {
    await opened.close();
  });

  /** A work order whose first attempt was settled as absent by a successor, and whose second attempt is on its way. */
  const secondAttempt = async () => {
    const account = await opened.newAccount();
    const lease = await leaseOf(account);
    await judged(account, lease, '1');
    const first = await account.intents.begin(lease, invoiceIntent('1'));
    if (!first) throw new Error('not begun');
    await account.intents.postpone(first, { what: 'died', text: '' }, new Date());
    await account.intents.settle(first, null, {
      end: { kind: 'absent' },
      evidence: { what: 'absent', text: '' },
      log: [],
    });
    const second = await account.intents.begin(lease, invoiceIntent('1'));
    if (!second) throw new Error('not begun again');
    const settle = (end: IntentEnd) =>
      account.intents.settle(second, null, { end, evidence: { what: 'refused', text: '' }, log: [] });
    return { account, lease, first, settle };
  };

  test('cannot put off the look-up of an attempt that is not its own, which would leave the work order uncertain for ever', async () => {
    const { account, first, settle } = await secondAttempt();
    await account.intents.postpone(first, { what: 'look-up-failed', text: '' }, new Date());
    expect(await stateOf(account, '1')).toBe('sending');
    expect(await settle({ kind: 'refused', findings: [], told: 'x' })).toBe(true);
    expect(await stateOf(account, '1')).toBe('waiting');
  });

  test('stores its invoice even when a person took the work order in hand meanwhile, so that nobody invoices it once more', async () => {
    const account = await opened.newAccount();
    const lease = await leaseOf(account);
    await judged(account, lease, '2');
    const intent = await account.intents.begin(lease, invoiceIntent('2'));
    if (!intent) throw new Error('not begun');
    await account.intents.settle(intent, null, {
      end: { kind: 'absent' },
      evidence: { what: 'absent', text: '' },
      log: [],
    });
    expect(await account.workOrders.skip('2' as never, 'kantoor')).toBe(true);
    const done = { kind: 'done', foreignId: '31', invoiceNumber: null } as const;
    expect(
      await account.intents.settle(intent, null, { end: done, evidence: { what: 'found', text: '' }, log: [] }),
    ).toBe(true);
    expect(
      (await account.workOrders.list({ states: ['invoiced'], limit: 9, offset: 0 })).map(({ invoiceId }) => invoiceId),
    ).toEqual(['31']);
  });

  test('settles while the next one begins, without either being turned away by the database', async () => {
    const account = await opened.newAccount();
    const lease = await leaseOf(account);
    for (let round = 0; round < 60; round++) {
      const rowId = `r${round}`;
      await judged(account, lease, rowId);
      const intent = await account.intents.begin(lease, invoiceIntent(rowId));
      if (!intent) throw new Error('not begun');
      await account.intents.settle(intent, null, {
        end: { kind: 'absent' },
        evidence: { what: 'absent', text: '' },
        log: [],
      });
      const done = { kind: 'done', foreignId: rowId, invoiceNumber: null } as const;
      // Either the late answer is in time, and nothing is begun; or it is not, and says so.
      const [isStored, again] = await Promise.all([
        account.intents.settle(intent, null, { end: done, evidence: { what: 'found', text: '' }, log: [] }),
        account.intents.begin(lease, invoiceIntent(rowId)),
      ]);
      expect(isStored).toBe(again === null);
    }
  });

  test('stops the account for an invoice in the wrong books, in one step with knowing it, and also when the work order moved on', async () => {
    const { account, first, settle } = await secondAttempt();
    const stop = { code: 'asperion.wrong_administration', parameters: { landedIn: '102' } };
    const misplaced = { kind: 'misplaced', foreignId: '9', stop } as const;
    const line = { subjectKind: 'account', subjectKey: '1', subjectName: '', result: 'stopped' } as const;
    const evidence = { what: 'found', text: '' } as const;
    expect(await account.intents.settle(first, null, { end: misplaced, evidence, log: [line] })).toBe(false);
    expect(await account.stop.read()).toEqual(stop);
    expect(await account.log.read({ limit: 9 })).toHaveLength(1);
    expect(await account.intents.misplaced()).toEqual([]);
    await account.stop.lift();
    expect(await settle(misplaced)).toBe(true);
    expect(await account.stop.read()).toEqual(stop);
    expect(await account.intents.misplaced()).toHaveLength(1);
    expect(await stateOf(account, '1')).toBe('misplaced');
  });
});
