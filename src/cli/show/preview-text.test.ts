import { describe, expect, test } from 'vitest';
import { decimal } from '../../kernel/decimal.ts';
import {
  article,
  knowledge,
  material,
  mechanic,
  number,
  outcomeOf,
  period,
  settings,
  time,
  vatCode,
  workOrder,
} from '../../mapping/example-records.test-kit.ts';
import type { WorkOrder } from '../../model/work-order.ts';
import type { WorkOrderPreview } from '../../usecases/preview-work-order.ts';
import { previewDocument } from './preview-document.ts';
import { previewText } from './preview-text.ts';

const WIDTH = 100;

function previewOf(order: WorkOrder, chosen = settings(), known = knowledge()): WorkOrderPreview {
  const outcome = outcomeOf(order, chosen, known);
  return { workOrder: order, outcome, known: null, intent: null, notQualifying: null, objections: null };
}

const order = workOrder({
  materials: [material({ quantity: number('2,5'), price: number('12.3456') })],
  workPeriods: [period({ totalMinutes: time('02:10') })],
});

const lineWith = (text: string, part: string) => text.split('\n').find((line) => line.includes(part)) ?? '';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the preview as a document', () => {
  test('shows each line with quantity, price, VAT and amount, and the totals with VAT', () => {
    const text = plain(previewText(previewOf(order), 'none', WIDTH));
    expect(text).toContain('Werkbon W25-00187 · Bakkerij Blom');
    expect(text).toMatch(/Debiteur +10042 Bakkerij Blom/);
    expect(lineWith(text, 'M1')).toMatch(/M1 +KT-15 +Knelkoppeling 15 mm +2,5 +st +€ 12,3456 +21 % +€ 30,86$/);
    expect(lineWith(text, 'U1')).toMatch(/U1 +001 +Monteur +2,17 +uur +€ 62,50 +21 % +€ 135,63$/);
    expect(lineWith(text, 'excl. btw')).toMatch(/€ 166,49$/);
    expect(lineWith(text, 'Btw 21 %')).toMatch(/over € 166,49 +€ 34,96$/);
    expect(lineWith(text, 'incl. btw')).toMatch(/€ 201,45$/);
  });

  test('in short says where a value comes from when it is no plain copy of the work order', () => {
    const text = previewText(previewOf(order), 'short', WIDTH);
    expect(text).toContain('Verkoopprijs van artikel 001 in Asperion');
    expect(text).toContain('Btw: Standaard btw-percentage van de instellingen: Verkoop hoog (21%).');
    expect(text).not.toContain('Uit de werkbon: naam');
  });

  test('in full says it of every value', () => {
    const text = previewText(previewOf(order), 'full', WIDTH);
    for (const value of ['Code', 'Omschrijving', 'Aantal', 'Eenheid', 'Prijs', 'Btw'])
      expect(text).toContain(`${value}: `);
    expect(text).toContain('De dag van export, in Nederland.');
  });

  test('of a work order that waits shows why, and what is known of the invoice in the order of the invoice', () => {
    const waits = workOrder({
      materials: [material({ code: 'ONBEKEND' }), material()],
      workPeriods: [period({ hourType: '' })],
    });
    const text = plain(previewText(previewOf(waits), 'short', WIDTH));
    expect(text).toContain('Deze werkbon wacht:\n  Artikel ONBEKEND Knelkoppeling 15 mm bestaat niet in Asperion.');
    const lines = text.split('\n').filter((line) => /^ {2}[MU]\d/.test(line));
    expect(lines.map((line) => line.trim().split(/\s+/)[0])).toEqual(['M1', 'M2', 'U1']);
    expect(lines[0]).toContain('ONBEKEND ?');
    expect(text).not.toContain('incl. btw');
  });

  test('names what is created first, and what is worth knowing', () => {
    const create = settings({ createMaterials: true, salesTypeId: '10' });
    const fresh = workOrder({ materials: [material({ code: 'NIEUW', price: number('0') })] });
    const text = previewText(previewOf(fresh, create), 'none', WIDTH);
    expect(text).toContain('NIEUW (nieuw)');
    expect(text).toContain('Wordt eerst in Asperion aangemaakt: artikel NIEUW Knelkoppeling 15 mm.');
    expect(text).toContain('Let op: ');
  });

  test('says why it would not go now, and what Asperion thinks of it', () => {
    const seen = {
      ...previewOf(order),
      notQualifying: 'other-work-status',
      objections: ['De periode is afgesloten.'],
    } as const;
    const text = previewText(seen, 'none', WIDTH);
    expect(text).toContain('Gaat nu niet mee: de werkbon heeft in OutSmart niet de werkbonstatus voor Asperion.');
    expect(text).toContain('Bezwaar van Asperion: De periode is afgesloten.');
  });

  test('keeps within the width, also with a text of 64 kB', () => {
    const long = workOrder({ materials: [material({ name: 'lang woord '.repeat(6_000) })] });
    const text = previewText(previewOf(long), 'short', WIDTH);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(WIDTH);
    expect(text.length).toBeLessThan(20_000);
    expect(text.replace(/\s+/g, ' ')).toContain('tekens)');
  });
});

describe('the preview for a program', () => {
  test('has every value with its origin, decimals as text with all their digits', () => {
    const document = JSON.parse(JSON.stringify(previewDocument(previewOf(order))));
    expect(document).toMatchObject({ kind: 'create', amount: '166.49', reasons: [], heldLines: [], known: null });
    expect(document.draft.lines[0]).toMatchObject({
      kind: 'article',
      tag: 'M1',
      code: { value: 'KT-15', origin: { source: 'work-order', sentence: expect.any(String) } },
      quantity: { value: '2.5' },
      unitPrice: { value: '12.3456' },
      vatCode: { value: '1', origin: { rule: 'vat.chosen', parameters: { percentage: '21' } } },
    });
  });

  test('of a work order that waits has the reasons with their sentences, and the lines as far as they are known', () => {
    const expensive = knowledge({
      articles: [article(), { ...mechanic, isActive: false }],
      vatCodes: [vatCode({ percentage: decimal(9) })],
    });
    const document = JSON.parse(JSON.stringify(previewDocument(previewOf(order, settings(), expensive))));
    expect(document).toMatchObject({
      kind: 'waits',
      reasons: [
        {
          reason: 'uursoort-onbekend',
          code: '001',
          obstacle: 'inactive',
          sentence: expect.stringContaining('inactief'),
        },
      ],
      draft: { debtorNumber: { value: '10042' }, lines: [{ tag: 'M1' }] },
      heldLines: [{ kind: 'held', tag: 'U1', code: '001', quantity: { value: '2.17' } }],
    });
  });
});
