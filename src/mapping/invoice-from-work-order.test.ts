import { describe, expect, test } from 'vitest';
import { decimalText } from '../kernel/decimal.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import {
  debtor,
  invoiceOf,
  knowledge,
  material,
  number,
  outcomeOf,
  party,
  period,
  settings,
  time,
  unreadable,
  waitOf,
  workOrder,
} from './example-records.test-kit.ts';

const complete = workOrder({
  materials: [material({ quantity: number('4') })],
  workPeriods: [period({ totalMinutes: time('02:10') })],
});

describe('the head of the invoice', () => {
  test('names the work order for people and carries its mark', () => {
    const { draft } = invoiceOf(complete);
    expect(draft.subject).toMatchObject({ value: 'Werkbon W25-00187', origin: { rule: 'subject.order-number' } });
    expect(draft.description.value).toBe('Werkbon W25-00187 (ab12cd34-2417305) Bakkerij Blom');
    expect(draft.date).toEqual({
      value: '2025-06-16',
      origin: { source: 'rule', field: 'date', rule: 'date.day-of-export' },
    });
  });

  test('names the row id when there is no order number', () => {
    const { draft } = invoiceOf({ ...complete, orderNumber: ' ' });
    expect(draft.subject).toMatchObject({ value: 'Werkbon 2417305', origin: { field: 'id', rule: 'subject.row-id' } });
  });

  test('names the customer where the work was done, else the party to invoice', () => {
    const invoiceParty = party({ debtorNumber: '10042', name: 'Vastgoed Meerzicht' });
    expect(invoiceOf({ ...complete, invoiceParty }).draft.description.value).toContain('Bakkerij Blom');
    const elsewhere = { ...complete, workParty: party({ name: ' ' }), invoiceParty };
    expect(invoiceOf(elsewhere).draft.description.value).toContain('Vastgoed Meerzicht');
  });
});

describe('the amount', () => {
  test('is the sum of the lines, each rounded half up to cents', () => {
    const materials = [
      material({ quantity: number('3'), price: number('0.115') }),
      material({ quantity: number('3'), price: number('0.115') }),
      material({ quantity: number('-1'), price: number('0.005') }),
    ];
    expect(decimalText(invoiceOf(workOrder({ materials })).amount)).toBe('0.69');
  });

  test('counts what is known while the work order waits', () => {
    const order = workOrder({
      materials: [material({ code: 'X', quantity: number('2'), price: number('10') }), material()],
      workPeriods: [period({ hourType: 'Y' })],
    });
    expect(decimalText(waitOf(order).amount)).toBe('32.5');
  });
});

describe('the reasons to wait', () => {
  test('are all of them, each record once', () => {
    const order = workOrder({
      workParty: party({ debtorNumber: '99' }),
      materials: [material({ code: 'X' }), material({ code: 'x' }), material({ code: 'Y' }), material({ code: '' })],
      workPeriods: [period({ hourType: 'X' }), period({ hourType: '' })],
      unreadable: [{ field: 'Reference', text: '{}' }],
    });
    const { findings } = waitOf(order, settings({ vatCode: null }));
    expect(findings.map(({ reason, code }) => `${reason} ${code}`.trim())).toEqual([
      'relatie-onbekend 99',
      'materiaal-onbekend X',
      'materiaal-onbekend Y',
      'regel-zonder-artikelcode',
      'uursoort-onbekend X',
      'uren-zonder-uursoort',
      'btw-ontbreekt',
      'waarde-onleesbaar',
    ]);
  });

  test('without a VAT code no line is made, and all of them are held with quantity and price', () => {
    const { lines, heldLines, amount } = waitOf(complete, settings({ vatCode: null, fixedText: 'Dank!' }));
    expect(lines.map(({ tag }) => tag)).toEqual(['T']);
    expect(heldLines.map(({ tag }) => tag)).toEqual(['M1', 'U1']);
    expect(decimalText(amount)).toBe('185.63');
  });

  test('nothing to invoice is said only when no line has a quantity, known or not', () => {
    const reasons = (order: typeof complete): string[] => waitOf(order).findings.map(({ reason }) => reason);
    expect(reasons(workOrder())).toEqual(['geen-regels']);
    expect(reasons(workOrder({ materials: [material({ code: 'X' })] }))).toEqual(['materiaal-onbekend']);
    expect(reasons(workOrder({ materials: [material({ quantity: unreadable('?') })] }))).toEqual(['waarde-onleesbaar']);
  });

  test('nothing to invoice is not said while the lines themselves cannot be read', () => {
    for (const field of ['Materials', 'Workperiods', 'Materials[3]']) {
      const { findings } = waitOf(workOrder({ unreadable: [{ field, text: '"kapot"' }] }));
      expect(findings).toMatchObject([{ reason: 'waarde-onleesbaar', field, found: '"kapot"' }]);
    }
  });

  test('an unreadable member of a line that is left out makes nobody wait', () => {
    const order = workOrder({
      materials: [material({ quantity: number('0') }), material()],
      workPeriods: [period({ totalMinutes: time('00:00') })],
      unreadable: [
        { field: 'Materials[0].MaterialName', text: '[]' },
        { field: 'Workperiods[0].WorkRemark', text: '[]' },
      ],
    });
    expect(outcomeOf(order).kind).toBe('create');
  });

  test('a code that cannot be read is not called missing as well', () => {
    const order = workOrder({
      materials: [material({ code: '' })],
      unreadable: [{ field: 'Materials[0].MaterialCode', text: '{}' }],
    });
    expect(waitOf(order).findings.map(({ reason }) => reason)).toEqual(['waarde-onleesbaar']);
  });

  test('a work order that waits creates nothing, but shows the lines as they would be', () => {
    const chosen = settings({ createMaterials: true, salesTypeId: '10' });
    const order = workOrder({ materials: [material({ code: 'NIEUW' })], workPeriods: [period({ hourType: 'X' })] });
    const outcome = waitOf(order, chosen);
    expect(outcome).not.toHaveProperty('creates');
    expect(outcome.lines).toMatchObject([{ tag: 'M1', code: { value: 'NIEUW' }, articleId: null }]);
  });
});

test('the same row id in another OutSmart account carries another mark', () => {
  const order = { ...complete, rowId: '7' as WorkOrderRowId };
  const { draft } = invoiceOf(order, settings(), knowledge({ debtors: [debtor()] }));
  expect(draft.description.value).toContain('(ab12cd34-7)');
});
