import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveMisplaced } from '../usecases/decide-work-order.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const WAIT_MS = 16 * 60_000;
const DRAFTS = '/v1/draftsalesinvoiceswithlines';

describe('export of complete work orders', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION);
  const statusOf = (id: string | undefined) => world.outsmart.control.workOrder(TOKEN, id ?? '').status;
  const stateOf = async (id: string | undefined) =>
    (await world.account.workOrders.find([id as never])).get(id as never)?.state;

  test('a complete work order becomes one draft invoice and is handled in OutSmart', async () => {
    const [id] = give(workOrder('W1'));
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'done', faultCode: null, counts: { invoiced: 1, acknowledged: 1 } });
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]).toMatchObject({
      debtorCustomerNumber: '10042',
      description: expect.stringContaining('Werkbon W1 ('),
    });
    expect(statusOf(id)).toBe('Afgehandeld');
    expect(await stateOf(id)).toBe('acknowledged');
  });

  test('a second run makes nothing more', async () => {
    give(workOrder('W1'));
    await world.run('export');
    await world.run('export');
    expect(drafts()).toHaveLength(1);
  });

  test('an idle cycle is one call', async () => {
    expect((await world.run('export')).calls).toBe(1);
  });

  test('an unknown relation makes a work order wait, is told once, and goes when the debtor is there', async () => {
    const [id] = give(
      workOrder('W1', { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }),
      workOrder('W2'),
    );
    const first = await world.run('export');
    expect(await world.told(first.id)).toContain('waiting relatie-onbekend W1');
    expect(drafts()).toHaveLength(1);
    const second = await world.run('export');
    expect(await world.told(second.id)).toEqual([]);
    expect(await stateOf(id)).toBe('waiting');
    world.asperion.control.seed(ADMINISTRATION, { debtors: [{ customerNumber: '10999', name: 'Nieuw' }] });
    await world.run('export');
    expect(drafts()).toHaveLength(2);
    expect(await stateOf(id)).toBe('acknowledged');
  });

  test('an answer lost after the work leaves the work order uncertain, and the draft is found and adopted later', async () => {
    const [id] = give(workOrder('W1'));
    world.asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: DRAFTS });
    const first = await world.run('export');
    expect(first.counts).toMatchObject({ uncertain: 1 });
    expect(await stateOf(id)).toBe('uncertain');
    expect(statusOf(id)).toBe('Compleet');
    await world.run('export');
    expect(await stateOf(id)).toBe('uncertain');
    world.clock.advance(WAIT_MS);
    const later = await world.run('export');
    expect(later.counts).toMatchObject({ adopted: 1, acknowledged: 1 });
    expect(drafts()).toHaveLength(1);
    expect(statusOf(id)).toBe('Afgehandeld');
  });

  test('a request lost before the work is certainly absent later and then made, once', async () => {
    const [id] = give(workOrder('W1'));
    world.asperion.control.faults.add({ kind: 'drop-before', method: 'POST', path: DRAFTS });
    await world.run('export');
    expect(await stateOf(id)).toBe('uncertain');
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect(drafts()).toHaveLength(1);
    expect(await stateOf(id)).toBe('acknowledged');
  });

  test('a draft that shows up late in lists is not made twice', async () => {
    give(workOrder('W1'));
    world.asperion.control.settings.lateVisibilityMs = 5 * 60_000;
    world.asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: DRAFTS });
    await world.run('export');
    await world.run('export');
    world.clock.advance(WAIT_MS);
    world.asperion.control.clock.advance(WAIT_MS);
    await world.run('export');
    expect(drafts()).toHaveLength(1);
  });

  test('a draft with our mark that the database does not know is adopted, as after restoring a back-up', async () => {
    const [id] = give(workOrder('W1'));
    const key = (await world.account.connections.outsmart())?.outsmartKey;
    const { accessToken } = await world.asperion.control.issueTokens('kantoor');
    const response = await fetch(`${world.asperion.apiUrl}${DRAFTS}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${accessToken}`,
        'x-tenant-id': String(ADMINISTRATION),
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        debtorCustomerNumber: '10042',
        date: '2026-11-20T00:00:00',
        subject: 'x',
        description: `Werkbon W1 (${key}-${id})`,
        lines: { _data: [{ lineType: 'Text', description: 'x' }] },
      }),
    });
    expect(response.status).toBe(201);
    const run = await world.run('export');
    expect(run.counts).toMatchObject({ adopted: 1, acknowledged: 1 });
    expect(drafts()).toHaveLength(1);
  });

  test('a refused invoice makes the work order wait with the words of Asperion', async () => {
    give(workOrder('W1'));
    world.asperion.control.faults.add({ kind: 'status', status: 400, method: 'POST', path: DRAFTS });
    const run = await world.run('export');
    expect(await world.told(run.id)).toEqual(['waiting geweigerd-door-asperion W1']);
    world.asperion.control.faults.add({ kind: 'status', status: 400, method: 'POST', path: DRAFTS });
    expect(await world.told((await world.run('export')).id)).toEqual([]);
    await world.run('export');
    expect(drafts()).toHaveLength(1);
  });

  test('an acknowledge that fails is repeated by the next run, without a second draft', async () => {
    const [id] = give(workOrder('W1'));
    world.outsmart.control.faults.add({ kind: 'status', status: 500, path: 'GetWorkorder/', times: 3 });
    await world.run('export');
    expect(await stateOf(id)).toBe('invoiced');
    expect(await world.told((await world.run('export')).id)).toEqual([]);
    expect(await stateOf(id)).toBe('acknowledged');
    expect(drafts()).toHaveLength(1);
    expect(statusOf(id)).toBe('Afgehandeld');
  });

  test('two processes that export at once make one draft for each work order', async () => {
    give(...Array.from({ length: 20 }, (_, index) => workOrder(`W${index}`)));
    const second = world.secondProcess();
    const ends = await Promise.all([world.run('export'), world.run('full', second)]);
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(drafts()).toHaveLength(20);
    expect(new Set(drafts().map(({ description }) => description)).size).toBe(20);
  });

  test('a missing debtor and article are created once for all work orders that need them', async () => {
    await world.save({
      createRelations: true,
      debtorKindId: '1',
      paymentConditionId: 1,
      createMaterials: true,
      salesTypeId: '10',
    });
    const material = { MaterialCode: 'NIEUW', MaterialName: 'Nieuw ding', MaterialNr: '1', MaterialPrice: '9,95' };
    const customer = {
      CustomerDebtorNr: '10999',
      CustomerDebtorNrInvoice: '',
      CustomerName: 'VvE Kade 7',
      CustomerStreet: 'Kade',
      CustomerStreetNo: '7',
    };
    give(...['A', 'B', 'C', 'D', 'E'].map((number) => workOrder(number, { ...customer, Materials: [material] })));
    const run = await world.run('export');
    expect(run.counts).toMatchObject({ debtorsCreated: 1, articlesCreated: 1, invoiced: 5 });
    expect(
      world.asperion.control.debtors(ADMINISTRATION).filter(({ customerNumber }) => customerNumber === '10999'),
    ).toHaveLength(1);
    expect(world.asperion.control.articles(ADMINISTRATION).filter(({ code }) => code === 'NIEUW')).toHaveLength(1);
    expect(drafts()).toHaveLength(5);
  });

  test('nothing is sent before a person confirmed the first export', async () => {
    await world.save({ administrationId: 102 });
    give(workOrder('W1'));
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'done', faultCode: 'sync.first_export_unconfirmed', counts: { ready: 1 } });
    expect(world.asperion.control.drafts(102)).toHaveLength(0);
  });

  test('a work order that is put back to Compleet after its invoice is told once and never made again', async () => {
    const [id] = give(workOrder('W1'));
    await world.run('export');
    world.outsmart.control.setStatus(TOKEN, id ?? '', { status: 'Compleet' });
    const again = await world.run('export');
    expect(await world.told(again.id)).toEqual(['notice export.reoffered W1']);
    expect(await world.told((await world.run('export')).id)).toEqual([]);
    expect(drafts()).toHaveLength(1);
  });

  test('a failing system is not asked on and on: after three unclear answers in a row the rest waits for the next run', async () => {
    give(...Array.from({ length: 30 }, (_, index) => workOrder(`W${index}`)));
    world.asperion.control.faults.add({ kind: 'status', status: 500, method: 'POST', path: DRAFTS, times: 0 });
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'failed', faultCode: 'asperion.unreachable' });
    expect(run.counts.uncertain).toBeLessThanOrEqual(7);
    world.asperion.control.faults.clear();
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect(drafts()).toHaveLength(30);
  });

  test('an invoice that lands in another administration stops the account until a person decides', async () => {
    await world.save({ salesTypeId: '10' });
    // A line without an article: article ids of one administration would be refused by another.
    const [id] = give(
      workOrder('W1', {
        Materials: [{ MaterialCode: '', MaterialName: 'Klein materiaal', MaterialNr: '1', MaterialPrice: '5' }],
        Workperiods: [],
      }),
    );
    const stray = await world.withStrayingCreates();
    const run = await stray.run();
    expect(run).toMatchObject({ state: 'failed', faultCode: 'asperion.wrong_administration' });
    expect(await stateOf(id)).toBe('misplaced');
    expect(world.asperion.control.drafts(102)).toHaveLength(1);
    expect(await world.run('export')).toMatchObject({ state: 'failed', faultCode: 'sync.account_stopped' });
    await resolveMisplaced(world.parts, world.account, 'delete', 'test');
    expect(world.asperion.control.drafts(102)).toHaveLength(0);
    await world.run('export');
    expect(drafts()).toHaveLength(1);
    await stray.close();
  });

  test('a worker that lost its lease sends nothing more', async () => {
    give(...Array.from({ length: 40 }, (_, index) => workOrder(`W${index}`)));
    world.asperion.control.faults.add({ kind: 'delay', method: 'POST', path: DRAFTS, delayMs: 500, times: 0 });
    const running = world.run('export');
    await expect.poll(() => drafts().length, { timeout: 30_000 }).toBeGreaterThan(2);
    await world.loseLease();
    expect(await running).toMatchObject({ state: 'failed', faultCode: 'sync.lease_lost' });
    world.asperion.control.faults.clear();
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect(drafts()).toHaveLength(40);
  });

  test('a run that is asked to stop ends between two work orders, and the rest goes next time', async () => {
    give(...Array.from({ length: 60 }, (_, index) => workOrder(`W${index}`)));
    world.asperion.control.faults.add({ kind: 'delay', method: 'POST', path: DRAFTS, delayMs: 500, times: 0 });
    const running = world.run('export');
    await expect.poll(() => drafts().length, { timeout: 30_000 }).toBeGreaterThan(2);
    const [run] = await world.account.runs.list(1);
    if (run) await world.account.runs.askCancel(run.id);
    expect(await running).toMatchObject({ state: 'cancelled' });
    expect(drafts().length).toBeLessThan(60);
    world.asperion.control.faults.clear();
    await world.run('export');
    expect(drafts()).toHaveLength(60);
  });

  test('a refused OutSmart token marks the account and says so', async () => {
    world.outsmart.control.revokeToken(TOKEN);
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'failed', faultCode: 'outsmart.token_refused' });
    expect(await world.account.connections.outsmart()).toMatchObject({ state: 'refused' });
    world.outsmart.control.restoreToken(TOKEN);
    expect(await world.run('export')).toMatchObject({ state: 'done' });
    expect(await world.account.connections.outsmart()).toMatchObject({ state: 'connected' });
  });

  test('a connection that Asperion ended is noticed, and after reconnecting the backlog goes', async () => {
    give(workOrder('W1'));
    world.asperion.control.revokeUser('kantoor');
    expect(await world.run('export')).toMatchObject({ state: 'failed', faultCode: 'asperion.connection_ended' });
    expect(await world.account.connections.asperion()).toMatchObject({ state: 'ended' });
    const tokens = await world.asperion.control.issueTokens('kantoor');
    await world.account.tokens.save({ ...tokens, expiresAt: new Date(Date.now() + 3_600_000) }, 'test');
    expect((await world.run('export')).counts).toMatchObject({ invoiced: 1 });
  });
});
