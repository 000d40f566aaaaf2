import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { ArticleId } from '../../model/ids.ts';
import { openAsperion } from '../client.ts';
import { connectionTo, faultOf, MEANT, OTHER, startStand, vaultOf } from '../stand.test-kit.ts';
import { articleLine, invoiceOf, salesTypeLine, textLine, traced } from './invoices.test-kit.ts';
import { bookingBody } from './sales-booking.ts';

const yes = (): boolean => true;
const debtors = [{ customerNumber: '10025', name: 'Bakkerij De Korenaar' }];
let sandbox: AsperionSandbox;

beforeEach(async () => {
  sandbox = await startStand();
  sandbox.control.seed(MEANT, { debtors, articles: [{ id: 12, code: 'ARB-01', salesTypeId: '3' }] });
});
afterEach(() => sandbox.close());

describe('sales orders', () => {
  test('hold what a draft would hold, with the reference of the customer', async () => {
    const door = openAsperion(connectionTo(sandbox, { target: { kind: 'sales-order' } }), await vaultOf(sandbox));
    const lines = [textLine('Let op'), articleLine('12', '2.75', '65.125')];
    await door.books(MEANT).target.create(invoiceOf(1, { reference: traced('PO 88'), lines }), yes);
    const [order] = sandbox.control.salesOrders(MEANT);
    expect(order).toMatchObject({ orderDate: '2025-03-14T00:00:00', customerReference: 'PO 88', reference: 'PO 88' });
    expect(order?.lines).toMatchObject([{ lineType: 'Text' }, { articleId: 12, quantity: 2.75, price: 65.125 }]);
  });

  test('need inTrade; without it Asperion says no', async () => {
    sandbox.control.seed(OTHER, { debtors });
    const door = openAsperion(connectionTo(sandbox, { target: { kind: 'sales-order' } }), await vaultOf(sandbox));
    const fault = await faultOf(door.books(OTHER).target.create(invoiceOf(1), yes));
    expect(fault).toMatchObject({ code: 'asperion.forbidden', retry: 'never' });
    expect(sandbox.control.salesOrders(OTHER)).toHaveLength(0);
  });
});

describe('sales bookings', () => {
  const booking = { journalId: '70', ledgerAccountId: 8000, ledgerAccountIdBySalesTypeId: { '2': 8010, '3': 8020 } };

  test('have a number of ours, whole cents and no text lines', () => {
    const lines = [textLine('Let op'), articleLine('12', '3', '0.335'), salesTypeLine('2', '-1', '35')];
    const body = bookingBody(invoiceOf(4711, { lines }), booking, new Map([['12' as ArticleId, '3']]));
    expect(JSON.parse(body)).toStrictEqual({
      debtorCustomerNumber: '10025',
      invoiceNumber: 'ab12cd34-4711',
      date: '2025-03-14T00:00:00',
      bookyear: 2025,
      bookperiod: 3,
      journalId: '70',
      description: 'Werkbon W25-4711 (ab12cd34-4711) Bakkerij (De Korenaar)',
      lines: {
        _data: [
          { description: 'Monteur', amount: 1.01, ledgerAccountId: 8020, vatCode: '1' },
          { description: 'Voorrijkosten', amount: -35, ledgerAccountId: 8010, vatCode: '1' },
        ],
      },
    });
  });

  test('must carry the mark of origin', () => {
    const unmarked = invoiceOf(1, { description: traced('Werkbon W25-1 Bakkerij (De Korenaar)') });
    expect(() => bookingBody(unmarked, booking, new Map())).toThrow('mark of origin');
  });

  test('go to the account of their sales type, an article to that of its own', async () => {
    const target = { kind: 'sales-booking', booking } as const;
    const door = openAsperion(connectionTo(sandbox, { target }), await vaultOf(sandbox));
    const lines = [articleLine('12', '1', '100'), salesTypeLine('2', '1', '50'), salesTypeLine('1', '1', '25')];
    await door.books(MEANT).target.create(invoiceOf(1, { lines }), yes);
    expect(sandbox.control.salesInvoices(MEANT)[0]?.lines).toMatchObject([
      { amount: 100, ledgerAccountId: 8020 },
      { amount: 50, ledgerAccountId: 8010 },
      { amount: 25, ledgerAccountId: 8000 },
    ]);
  });

  test('of one work order cannot be made twice, since the number is taken', async () => {
    const target = { kind: 'sales-booking', booking } as const;
    const door = openAsperion(connectionTo(sandbox, { target }), await vaultOf(sandbox));
    await door.books(MEANT).target.create(invoiceOf(1), yes);
    const fault = await faultOf(door.books(MEANT).target.create(invoiceOf(1), yes));
    expect(fault.detail.messages?.[0]).toMatch(/^invoiceNumber: /);
    expect(sandbox.control.salesInvoices(MEANT)).toHaveLength(1);
  });
});
