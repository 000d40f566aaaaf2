/**
 * What setting up must not leave behind: an account that stands still, or two that do the same work.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from '../sync/test-world.test-kit.ts';
import { createAccount } from './accounts.ts';
import { connectOutSmart } from './connect-outsmart.ts';

describe('setting up an account', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  test('settings that say export are saved together with the schedule, or not at all', async () => {
    const { store, account } = world;
    await world.save({ exportOn: false });
    expect(await store.schedule.next(account.accountId)).toBeNull();
    await store.pool.query('alter table schedule rename to schedule_away');
    await expect(world.save({})).rejects.toThrow();
    await store.pool.query('alter table schedule_away rename to schedule');
    expect((await account.settings.current())?.value.exportOn).toBe(false);
    await world.save({});
    expect(await store.schedule.next(account.accountId)).not.toBeNull();
  });

  test('a second account cannot work on the same OutSmart account: each would invoice every work order', async () => {
    const { id } = await createAccount(world.parts, 'Nog eens hetzelfde bedrijf');
    const second = world.store.forAccount(id);
    await expect(connectOutSmart(world.parts, second, TOKEN)).rejects.toMatchObject({
      code: 'outsmart.connected-elsewhere',
    });
    expect(await second.connections.outsmart()).toBeNull();
    await connectOutSmart(world.parts, world.account, TOKEN);
  });

  test('reconnecting succeeds also when a work order that we know was deleted in OutSmart', async () => {
    const [id] = world.outsmart.control.seed(TOKEN, {
      workOrders: [
        workOrder('W1', { WorkDate: '12-06-2026', CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }),
        workOrder('W2', { WorkDate: '11-06-2026' }),
      ] as never,
    });
    await world.run('export');
    expect(world.asperion.control.drafts(ADMINISTRATION)).toHaveLength(1);
    const answersNothing = {
      ...world.parts,
      tryOutSmart: async (token: string) => {
        const door = await world.parts.tryOutSmart(token);
        return Object.assign(Object.create(door), {
          readWorkOrder: async (rowId: string) => (rowId === id ? null : door.readWorkOrder(rowId as never)),
        });
      },
    };
    expect(await connectOutSmart(answersNothing, world.account, TOKEN)).toMatchObject({ tokenEnding: TOKEN.slice(-4) });
  });
});
