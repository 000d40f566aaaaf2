// What is asked about drafts, answered at a terminal: the same answers as on the page, with the same refusals.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMINISTRATION, TOKEN, workOrder } from '../sync/test-world.test-kit.ts';
import { startTypedCommands, type TypedCommands } from './typed-commands.test-kit.ts';

const HOUR_MS = 60 * 60_000;

let commands: TypedCommands;
let rowIds: readonly string[];
beforeAll(async () => {
  commands = await startTypedCommands();
  const { outsmart, asperion, clock } = commands.world;
  rowIds = outsmart.control.seed(TOKEN, { workOrders: [workOrder('W1'), workOrder('W2')] as never });
  await commands.world.run('export');
  const [deleted] = asperion.control.drafts(ADMINISTRATION).filter(({ description }) => description?.includes('W1'));
  asperion.control.deleteDraft(ADMINISTRATION, deleted?.id ?? 0);
  outsmart.control.editWorkOrder(TOKEN, rowIds[1] ?? '', {
    ...{ status: 'Compleet', WorkStatus: '1', CustomerName: 'Bakkerij Blom en Zoon' },
  });
  outsmart.control.seed(TOKEN, { workOrders: [workOrder('W3')] as never });
  asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: 'draftsales' });
  clock.advance(2 * HOUR_MS);
  await commands.world.run('export');
});
afterAll(() => commands.close());

const orders = () =>
  commands.ask<{ causes: object[]; questions: object[]; changed: object[]; orders: { orderNumber: string }[] }>([
    'orders',
  ]);
const drafts = () => commands.world.asperion.control.drafts(ADMINISTRATION);

describe('orders', () => {
  test('show a deleted draft under its cause, and a changed work order with what to type', async () => {
    const { out } = await commands.type(['orders']);
    expect(out).toContain('is in Asperion verwijderd');
    expect(out).toMatch(/Gewijzigd na de factuur:\n {2}Werkbon W2 is gewijzigd nadat het concept was gemaakt\./);
    expect(out).toContain('Met: koppeling decide W2 keep-invoice');
    expect(await orders()).toMatchObject({
      causes: [{ reason: 'concept-verwijderd', orderNumbers: ['W1'] }],
      questions: [{ orderNumber: 'W3', forPerson: false }],
      changed: [{ orderNumber: 'W2', differences: [{ before: 'Bakkerij Blom', after: 'Bakkerij Blom en Zoon' }] }],
    });
    expect((await commands.type(['orders', '--state', 'deleted'])).out).toMatch(/^W1 .*concept \d+ is verwijderd$/m);
  });
});

describe('decide', () => {
  test('has a deleted draft made again by the next export, and says what to type for that', async () => {
    expect((await commands.type(['decide', 'W1', 'make-again'])).out).toContain('koppeling sync --job export');
    await commands.world.run('export');
    expect(drafts().filter(({ description }) => description?.includes('W1'))).toHaveLength(1);
    expect((await commands.type(['decide', 'W1', 'make-again'], { expected: 2 })).err).toContain('W1');
  });

  test('lets an invoice be as it is, once', async () => {
    const answer = await commands.ask(['decide', 'W2', 'keep-invoice']);
    expect(answer).toMatchObject({ orderNumber: 'W2', rowId: rowIds[1], decision: 'keep-invoice' });
    expect((await orders()).changed).toEqual([]);
    await commands.type(['decide', 'W2', 'keep-invoice'], { expected: 2 });
    await commands.type(['decide', 'W99', 'keep-invoice'], { expected: 2 });
  });

  test('says nothing of an uncertain one before looking it up could not tell, and settles it then', async () => {
    await commands.type(['decide', 'W3', 'is-there'], { expected: 2 });
    const [draft] = drafts().filter(({ description }) => description?.includes('W3'));
    commands.world.asperion.control.editDraft(ADMINISTRATION, draft?.id ?? 0, { description: 'Zonder kenmerk' });
    commands.world.clock.advance(HOUR_MS);
    await commands.world.run('export');
    const { out } = await commands.type(['orders']);
    expect(out).toContain('Onzeker, u weet het misschien:');
    expect(out).toContain('Met: koppeling decide W3 is-there, of make-again');
    expect((await orders()).questions).toMatchObject([{ orderNumber: 'W3', forPerson: true }]);
    expect((await commands.type(['decide', 'W3', 'is-there'])).out).toContain('hoort nu bij werkbon W3');
    await commands.world.run('export');
    expect(await commands.ask(['orders', '--state', 'acknowledged'])).toMatchObject({
      orders: expect.arrayContaining([expect.objectContaining({ orderNumber: 'W3', invoiceId: String(draft?.id) })]),
    });
    expect(drafts()).toHaveLength(3);
  });
});
