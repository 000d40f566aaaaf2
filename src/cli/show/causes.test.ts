import { describe, expect, test } from 'vitest';
import { decimal } from '../../kernel/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import type { WorkOrderRowId } from '../../model/ids.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import { causeDocument, causesOf, causesText } from './causes.ts';

function reason(members: Partial<Finding>): Finding {
  const none = { causeKey: '', field: '', code: '', name: '', found: '', obstacle: '', messages: [] };
  return { reason: 'materiaal-onbekend', ...none, ...members };
}

function waiting(orderNumber: string, amount: string, findings: readonly Finding[]): KnownWorkOrder {
  return {
    rowId: `row-${orderNumber}` as WorkOrderRowId,
    state: 'waiting',
    stateSince: new Date(0),
    deadline: null,
    administrationId: null,
    orderNumber,
    customerName: 'Bakkerij Blom',
    debtorNumber: '10042',
    workDate: null,
    amount: decimal(amount),
    findings,
    told: null,
    invoiceId: null,
    invoiceNumber: null,
    decidedBy: null,
    invoiceStage: null,
    invoiceTotal: null,
    invoiceChangedAt: null,
    orderChanges: [],
  };
}

const material = reason({ causeKey: '4711', code: '4711', name: 'Vulkraan' });

describe('work orders that wait, by cause', () => {
  test('one article that is missing is one cause, with count and amount, however it is spelled on the work orders', () => {
    const causes = causesOf([
      waiting('W1', '100', [material]),
      waiting('W2', '50.25', [{ ...material, field: 'Materials[3].MaterialCode' }]),
      waiting('W3', '20', [reason({ causeKey: '0815', code: '0815' })]),
    ]);
    expect(causes.map(causeDocument)).toEqual([
      expect.objectContaining({ code: '4711', count: 2, amount: '150.25', orderNumbers: ['W1', 'W2'] }),
      expect.objectContaining({ code: '0815', count: 1, amount: '20', orderNumbers: ['W3'] }),
    ]);
  });

  test('a work order with two reasons stands under both, and once when it has one twice', () => {
    const other = reason({ reason: 'relatie-onbekend', causeKey: '10519', code: '10519' });
    const causes = causesOf([waiting('W1', '10', [material, { ...material, field: 'elders' }, other])]);
    expect(causes.map(({ reason: name, orders }) => [name, orders.length])).toEqual([
      ['materiaal-onbekend', 1],
      ['relatie-onbekend', 1],
    ]);
  });

  test('what is wrong in the work order itself is one cause for each thing that is wrong', () => {
    const line = (name: string) => reason({ reason: 'regel-zonder-artikelcode', name });
    const causes = causesOf([
      waiting('W1', '1', [line('Klein materiaal')]),
      waiting('W2', '1', [line('Diversen')]),
      waiting('W3', '1', [line('Klein materiaal')]),
    ]);
    expect(causes.map(({ orders }) => orders.map(({ orderNumber }) => orderNumber))).toEqual([['W1', 'W3'], ['W2']]);
  });

  test('reads as what is wrong, then whom it concerns; more than eight are counted', () => {
    const many = Array.from({ length: 10 }, (_, index) => waiting(`W${index + 1}`, '1', [material]));
    expect(causesText(causesOf(many), null)).toBe(
      '  Artikel 4711 Vulkraan bestaat niet in Asperion. Maak het aan of kies een ander artikel.\n' +
        '      10 werkbonnen, €\u00a010,00: W1, W2, W3, W4, W5, W6, W7, W8 en nog 2',
    );
  });
});
