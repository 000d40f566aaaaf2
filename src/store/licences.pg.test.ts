/**
 * Licences as they are kept, and what the schedule makes of them.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import type { IsoDate } from '../kernel/dates.ts';
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import { type AccountStore, openStore, type Store } from './store.ts';

const QUARTER_MS = 900_000;
const TRIAL_UNTIL = '2026-12-14' as IsoDate;

describe('licences', () => {
  let database: TestDatabase;
  let store: Store;
  let now: Date;
  const at = (moment: string) => {
    now = new Date(moment);
  };
  beforeAll(async () => {
    database = await testDatabase();
    const clock = { now: () => now };
    store = openStore({ connection: database.poolConfig, secretKey: new Uint8Array(32), clock });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  let count = 0;
  const newAccount = async (): Promise<AccountStore> =>
    store.forAccount((await store.accounts.create(`Bedrijf ${count++}`, TRIAL_UNTIL)).id);
  const stateOf = async (account: AccountStore) => (await account.licences.standing(ASPERION_CONNECTOR)).state;

  test('ordered in the trial, it runs free until the trial ends and then for the paid year', async () => {
    at('2026-11-24T10:00:00Z');
    const account = await newAccount();
    expect(await stateOf(account)).toBe('none');
    expect(await account.licences.order(ASPERION_CONNECTOR, 'Marieke')).toMatchObject({
      startsOn: '2026-11-24',
      paidFrom: '2026-12-15',
      orderedBy: 'Marieke',
    });
    expect(await stateOf(account)).toBe('trial');
    // 23:30 in Amsterdam on the last day, and half an hour into the first paid one.
    at('2026-12-14T22:30:00Z');
    expect(await stateOf(account)).toBe('trial');
    at('2026-12-14T23:30:00Z');
    expect(await stateOf(account)).toBe('running');
  });

  test('cancelled, it ends with the paid year; until then that can be taken back, and afterwards it is ordered anew', async () => {
    at('2027-02-01T10:00:00Z');
    const account = await newAccount();
    await account.licences.order(ASPERION_CONNECTOR, 'Marieke');
    expect(await account.licences.resume(ASPERION_CONNECTOR, 'Marieke')).toBeNull();
    at('2027-05-01T10:00:00Z');
    expect(await account.licences.cancel(ASPERION_CONNECTOR, 'Peter')).toMatchObject({
      endsOn: '2028-01-31',
      cancelledBy: 'Peter',
    });
    expect(await account.licences.cancel(ASPERION_CONNECTOR, 'Peter')).toBeNull();
    at('2028-01-31T10:00:00Z');
    expect(await stateOf(account)).toBe('cancelled');
    expect(await account.licences.order(ASPERION_CONNECTOR, 'Peter')).toBeNull();
    expect(await account.licences.resume(ASPERION_CONNECTOR, 'Peter')).toMatchObject({
      endsOn: null,
      cancelledBy: null,
    });
    expect(await stateOf(account)).toBe('running');
    await account.licences.cancel(ASPERION_CONNECTOR, 'Peter');
    at('2028-02-01T10:00:00Z');
    expect(await stateOf(account)).toBe('ended');
    expect(await account.licences.resume(ASPERION_CONNECTOR, 'Peter')).toBeNull();
    expect(await account.licences.order(ASPERION_CONNECTOR, 'Peter')).toMatchObject({
      paidFrom: '2028-02-01',
      endsOn: null,
    });
    const { entries } = await account.audit.list({ limit: 10, offset: 0 });
    expect(entries.map(({ action, by }) => `${action} ${by}`)).toEqual([
      'licence.ordered Peter',
      'licence.cancelled Peter',
      'licence.resumed Peter',
      'licence.cancelled Peter',
      'licence.ordered Marieke',
    ]);
  });

  test('of two people who order at once one does', async () => {
    at('2026-11-24T10:00:00Z');
    const account = await newAccount();
    const orders = await Promise.all(['a', 'b', 'c'].map((by) => account.licences.order(ASPERION_CONNECTOR, by)));
    expect(orders.filter((order) => order !== null)).toHaveLength(1);
    expect((await account.audit.list({ limit: 10, offset: 0 })).total).toBe(1);
  });

  test('the schedule passes over companies without a licence and suspended ones, and goes on by itself afterwards', async () => {
    at('2026-11-24T10:00:00Z');
    const [without, ended, suspended, running] = [
      await newAccount(),
      await newAccount(),
      await newAccount(),
      await newAccount(),
    ];
    for (const account of [ended, suspended, running]) await account.licences.order(ASPERION_CONNECTOR, 'Marieke');
    await ended.licences.cancel(ASPERION_CONNECTOR, 'Marieke');
    expect(await store.operator.suspend(suspended.accountId, 'Beheer')).toBe(true);
    expect(await store.operator.suspend(suspended.accountId, 'Beheer')).toBe(false);
    const all = [without, ended, suspended, running];
    for (const { accountId } of all) await store.schedule.add(accountId, QUARTER_MS);
    at('2026-12-15T10:00:00Z');
    expect(await store.schedule.takeDue(QUARTER_MS, 500)).toEqual([running.accountId]);
    for (const { accountId } of [without, ended, suspended]) expect(await store.schedule.next(accountId)).toBeNull();
    expect(await store.schedule.next(running.accountId)).not.toBeNull();

    await without.licences.order(ASPERION_CONNECTOR, 'Marieke');
    await ended.licences.order(ASPERION_CONNECTOR, 'Marieke');
    await store.operator.resume(suspended.accountId, 'Beheer');
    expect(new Set(await store.schedule.takeDue(QUARTER_MS, 500))).toEqual(
      new Set([without.accountId, ended.accountId, suspended.accountId]),
    );
    expect(await store.schedule.takeDue(QUARTER_MS, 500)).toEqual([]);
  });
});
