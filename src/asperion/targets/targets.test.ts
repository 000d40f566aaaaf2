/**
 * One suite for every target: whatever invoices become, they are made once, found by their mark and never made unasked.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { IsoDate } from '../../kernel/dates.ts';
import type { Accounting, InvoiceTarget, MarkOfOrigin } from '../../model/accounting.ts';
import type { DraftInvoice } from '../../model/draft-invoice.ts';
import { openAsperion } from '../client.ts';
import type { AsperionConnection, TargetChoice } from '../connection.ts';
import { connectionTo, faultOf, MEANT, OTHER, startStand, vaultOf } from '../stand.test-kit.ts';
import { invoiceOf, markOf, traced } from './invoices.test-kit.ts';

interface Kind {
  readonly target: TargetChoice;
  readonly held: (sandbox: AsperionSandbox) => readonly { readonly id: number; readonly description: string | null }[];
}

const KINDS: readonly Kind[] = [
  { target: { kind: 'draft-invoice' }, held: (sandbox) => sandbox.control.drafts(MEANT) },
  { target: { kind: 'sales-order' }, held: (sandbox) => sandbox.control.salesOrders(MEANT) },
  {
    target: {
      kind: 'sales-booking',
      booking: { journalId: '70', ledgerAccountId: 8000, ledgerAccountIdBySalesTypeId: {} },
    },
    held: (sandbox) => sandbox.control.salesInvoices(MEANT),
  },
];
const yes = (): boolean => true;
const bakery = { customerNumber: '10025', name: 'Bakkerij De Korenaar' };

describe.each(KINDS)('$target.kind', ({ target: choice, held }) => {
  let sandbox: AsperionSandbox;
  let accounting: Accounting;
  let target: InvoiceTarget;

  async function open(changes: Partial<AsperionConnection> = {}): Promise<void> {
    accounting = openAsperion(connectionTo(sandbox, { target: choice, ...changes }), await vaultOf(sandbox));
    target = accounting.books(MEANT).target;
  }

  beforeEach(async () => {
    sandbox = await startStand();
    sandbox.control.seed(MEANT, { debtors: [bakery] });
    sandbox.control.seed(OTHER, { debtors: [bakery], inTrade: true });
    await open();
  });
  afterEach(() => sandbox.close());

  const calls = (): number => sandbox.control.journal.count();
  const make = async (...rows: number[]): Promise<string[]> => {
    const made: string[] = [];
    for (const row of rows) made.push((await target.create(invoiceOf(row), yes)).id);
    return made;
  };
  const foundIds = async (marks: readonly MarkOfOrigin[], since: IsoDate | null = null) => {
    const found = await target.findMarked(marks, since);
    return Object.fromEntries([...found].map(([rowId, invoices]) => [rowId, invoices.map((invoice) => invoice.id)]));
  };

  test('is the kind the connection asked for', () => {
    expect(target.kind).toBe(choice.kind);
  });

  test('what is made is in the books that were meant, and found by its mark', async () => {
    const made = await target.create(invoiceOf(2417305), yes);
    expect(made.administrationId).toBe(MEANT);
    expect(held(sandbox).map((invoice) => String(invoice.id))).toStrictEqual([made.id]);
    const [found] = (await target.findMarked([markOf(2417305)], null)).get(markOf(2417305).rowId) ?? [];
    expect(found).toMatchObject({
      id: made.id,
      description: 'Werkbon W25-2417305 (ab12cd34-2417305) Bakkerij (De Korenaar)',
      date: '2025-03-14',
    });
  });

  test('a mark is found as a whole only: 24 is not 241, and not that of another account', async () => {
    await make(241);
    const other = { ...markOf(24), text: '(cd34ab12-241)' };
    expect(await foundIds([markOf(24), other])).toStrictEqual({});
  });

  test('for no marks nothing is asked', async () => {
    expect(await foundIds([])).toStrictEqual({});
    expect(calls()).toBe(0);
  });

  test('a few marks: one look-up each', async () => {
    const [first, second] = await make(1, 2);
    const before = calls();
    expect(await foundIds([markOf(1), markOf(2), markOf(3)])).toStrictEqual({ 1: [first], 2: [second] });
    expect(calls() - before).toBe(3);
  });

  test('many marks and few invoices: one list', async () => {
    const made = await make(11, 12, 13);
    const before = calls();
    const marks = Array.from({ length: 50 }, (_, row) => markOf(row));
    expect(await foundIds(marks)).toStrictEqual({ 11: [made[0]], 12: [made[1]], 13: [made[2]] });
    expect(calls() - before).toBe(1);
  });

  test('more pages of invoices than marks: one look-up each, after one page', async () => {
    await open({ pageSize: 1 });
    const made = await make(111, 112, 113, 114, 115, 116, 117);
    const before = calls();
    const marks = [markOf(111), markOf(114), markOf(117), markOf(119)];
    expect(await foundIds(marks)).toStrictEqual({ 111: [made[0]], 114: [made[3]], 117: [made[6]] });
    expect(calls() - before).toBe(5);
  });

  test('the list of many marks reaches back no further than it has to', async () => {
    await target.create(invoiceOf(21, { date: traced('2025-03-01' as IsoDate) }), yes);
    const [young] = await make(22);
    const marks = [21, 22, 23, 24].map(markOf);
    expect(await foundIds(marks, '2025-03-10' as IsoDate)).toStrictEqual({ 22: [young] });
  });

  test('a work order that was invoiced twice after all shows both, the oldest first', async () => {
    sandbox.control.settings.duplicateInvoiceNumber = 'accepted';
    const [first, second] = await make(5, 5);
    expect(await foundIds([markOf(5)])).toStrictEqual({ 5: [first, second] });
    expect(await foundIds([5, 6, 7, 8].map(markOf))).toStrictEqual({ 5: [first, second] });
  });

  test('after a lost answer its outcome is unclear, there is one invoice, and its mark finds it', async () => {
    sandbox.control.faults.add({ kind: 'drop-after', method: 'POST' });
    const fault = await faultOf(target.create(invoiceOf(7), yes));
    expect(fault).toMatchObject({ code: 'asperion.unclear', retry: 'after-lookup' });
    expect(held(sandbox)).toHaveLength(1);
    expect(await foundIds([markOf(7)])).toStrictEqual({ 7: [String(held(sandbox)[0]?.id)] });
  });

  test('an invoice whose time has passed is not sent', async () => {
    const fault = await faultOf(target.create(invoiceOf(8), () => false));
    expect(fault.code).toBe('asperion.too_late_to_send');
    expect(calls()).toBe(0);
  });

  test('an invoice for a debtor that Asperion does not know is refused, with its words', async () => {
    const fault = await faultOf(target.create(invoiceOf(9, { debtorNumber: traced('99999') }), yes));
    expect(fault).toMatchObject({ code: 'asperion.refused', retry: 'never' });
    expect(fault.detail.messages?.[0]).toMatch(/^debtorCustomerNumber: /);
    expect(held(sandbox)).toHaveLength(0);
  });

  test.each([200, 204] as const)(
    'a question whether it is acceptable makes nothing (answered with %i)',
    async (status) => {
      sandbox.control.settings.validateOnlyStatus = status;
      expect(await target.checkAcceptable(invoiceOf(10))).toStrictEqual([]);
      const unknown: DraftInvoice = invoiceOf(10, { debtorNumber: traced('99999') });
      expect((await target.checkAcceptable(unknown)).join()).toMatch(/debtorCustomerNumber: /);
      expect(held(sandbox)).toHaveLength(0);
    },
  );

  test('a question that gets no answer is asked again later, not answered with yes', async () => {
    sandbox.control.faults.add({ kind: 'drop-before', method: 'POST' });
    expect(await faultOf(target.checkAcceptable(invoiceOf(10)))).toMatchObject({
      code: 'asperion.unreachable',
      retry: 'later',
    });
  });

  test('when the wrong books answer, a look-up and a question say so, and a create tells where it landed', async () => {
    await open({ tenantHeader: 'X-Tennant' });
    expect((await faultOf(target.findMarked([markOf(1)], null))).code).toBe('asperion.wrong_administration');
    expect((await faultOf(target.checkAcceptable(invoiceOf(1)))).code).toBe('asperion.wrong_administration');
    expect((await target.create(invoiceOf(1), yes)).administrationId).toBe(OTHER);
    expect(held(sandbox)).toHaveLength(0);
  });

  test('what is not there cannot be deleted', async () => {
    const fault = await faultOf(target.delete('424242' as never));
    expect(fault).toMatchObject({ code: 'asperion.not_found', retry: 'never' });
  });
});
