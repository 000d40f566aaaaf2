import { describe, expect, test } from 'vitest';
import { decimalText } from '../kernel/decimal.ts';
import type { DraftLine } from '../model/draft-invoice.ts';
import type { ArticleId } from '../model/ids.ts';
import {
  article,
  empty,
  invoiceOf,
  knowledge,
  material,
  number,
  settings,
  unreadable,
  waitOf,
  workOrder,
} from './example-records.test-kit.ts';

const creating = { createMaterials: true, salesTypeId: '10' };

function pricesOf(lines: readonly DraftLine[]): string[] {
  return lines
    .filter((line) => line.kind !== 'text')
    .map((line) => `${line.tag} ${decimalText(line.quantity.value)} x ${decimalText(line.unitPrice.value)}`);
}

describe('quantity and price of a material', () => {
  test('keep all their decimals and say how they were written', () => {
    const line = material({ quantity: number('0,1234567'), price: number('13,50') });
    const { draft, amount } = invoiceOf(workOrder({ materials: [line] }));
    expect(pricesOf(draft.lines)).toEqual(['M1 0.1234567 x 13.5']);
    expect(draft.lines[0]).toMatchObject({ unitPrice: { origin: { found: '13,50', rule: 'decimal.read' } } });
    expect(decimalText(amount)).toBe('1.67');
  });

  test('an empty quantity is 0: the line is left out, not even its price is checked, and the preview says so', () => {
    const leftOut = material({ code: 'NIET', quantity: empty, price: unreadable('gratis') });
    const { draft, notices } = invoiceOf(workOrder({ materials: [leftOut, material()] }));
    expect(pricesOf(draft.lines)).toEqual(['M2 1 x 12.5']);
    expect(notices).toMatchObject([
      { code: 'line-left-out-quantity-0', field: 'Materials[0].MaterialNr', parameters: { tag: 'M1', code: 'NIET' } },
    ]);
  });

  test('an empty price is 0: the line stays and the preview says so', () => {
    const { draft, notices } = invoiceOf(workOrder({ materials: [material({ price: empty })] }));
    expect(pricesOf(draft.lines)).toEqual(['M1 1 x 0']);
    expect(draft.lines[0]).toMatchObject({ unitPrice: { origin: { found: '', rule: 'decimal.empty-is-zero' } } });
    expect(notices).toMatchObject([{ code: 'price-0', field: 'Materials[0].MaterialPrice' }]);
  });

  test('what cannot be read makes the work order wait, naming field and value, beside every other reason', () => {
    const line = material({ code: 'X', quantity: unreadable('2 st'), price: unreadable('gratis') });
    const { findings, heldLines, amount } = waitOf(workOrder({ materials: [line] }));
    expect(findings).toMatchObject([
      { reason: 'materiaal-onbekend', code: 'X' },
      { reason: 'waarde-onleesbaar', field: 'Materials[0].MaterialNr', found: '2 st', name: 'Knelkoppeling 15 mm' },
      { reason: 'waarde-onleesbaar', field: 'Materials[0].MaterialPrice', found: 'gratis' },
    ]);
    expect(heldLines).toMatchObject([{ tag: 'M1', code: 'X', quantity: null, unitPrice: null }]);
    expect(decimalText(amount)).toBe('0');
  });
});

describe('the text and unit of a material', () => {
  test('a line break in the name becomes one space, and the origin keeps the name as found', () => {
    const { draft } = invoiceOf(workOrder({ materials: [material({ name: ' Buis \r\n 22 mm ' })] }));
    expect(draft.lines[0]?.text).toEqual({
      value: 'Buis 22 mm',
      origin: {
        source: 'work-order',
        field: 'Materials[0].MaterialName',
        found: ' Buis \r\n 22 mm ',
        rule: 'text.one-line',
      },
    });
  });

  test('without a name the article is described, and without a description it is named by its code', () => {
    const bare = article({ id: '9' as ArticleId, code: 'KIT', description: ' ' });
    const materials = [material({ name: '' }), material({ code: 'kit', name: ' ' })];
    const { draft } = invoiceOf(workOrder({ materials }), settings(), knowledge({ articles: [article(), bare] }));
    expect(draft.lines.map((line) => line.text.value)).toEqual(['Knelkoppeling 15mm messing', 'kit']);
  });

  test('the unit of the line goes before that of the article', () => {
    const materials = [material({ unit: 'doos' }), material({ unit: '' })];
    const { draft } = invoiceOf(
      workOrder({ materials }),
      settings(),
      knowledge({ articles: [article({ unit: 'st' })] }),
    );
    expect(draft.lines).toMatchObject([{ unit: { value: 'doos' } }, { unit: { value: 'st' } }]);
  });
});

describe('a line without a code', () => {
  const line = material({ code: ' ', name: '', unit: '', price: number('7.95') });

  test('is charged on the default sales type, also with creating off, and takes its description', () => {
    const salesTypes = [{ id: '10', description: 'Materiaal' }];
    const { draft, notices } = invoiceOf(
      workOrder({ materials: [line] }),
      settings({ salesTypeId: '10' }),
      knowledge({ salesTypes }),
    );
    expect(draft.lines).toMatchObject([
      { kind: 'salestype', salesTypeId: { value: '10' }, text: { value: 'Materiaal' }, unitPrice: { origin: {} } },
    ]);
    expect(notices).toMatchObject([{ code: 'sales-type-text-used', parameters: { text: 'Materiaal' } }]);
  });

  test('waits without a default sales type, and each such line is named', () => {
    const materials = [line, material({ code: '', name: 'Klein materiaal' }), material({ code: '', name: 'Slang' })];
    const { findings } = waitOf(workOrder({ materials }));
    expect(findings.map(({ reason, field, name }) => [reason, field, name])).toEqual([
      ['regel-zonder-artikelcode', 'Materials[0].MaterialCode', ''],
      ['regel-zonder-artikelcode', 'Materials[1].MaterialCode', 'Klein materiaal'],
      ['regel-zonder-artikelcode', 'Materials[2].MaterialCode', 'Slang'],
    ]);
  });
});

describe('an unknown article code', () => {
  test('on two lines is one reason, and its worth counts in the amount', () => {
    const materials = [
      material({ code: 'KT-16', quantity: number('2'), price: number('10.005') }),
      material({ code: ' kt-16' }),
      material(),
    ];
    const { findings, amount, lines, heldLines } = waitOf(workOrder({ materials }));
    expect(findings).toMatchObject([{ reason: 'materiaal-onbekend', causeKey: 'kt-16', code: 'KT-16', obstacle: '' }]);
    expect(lines.map(({ tag }) => tag)).toEqual(['M3']);
    expect(heldLines.map(({ tag }) => tag)).toEqual(['M1', 'M2']);
    expect(decimalText(amount)).toBe('45.01');
  });

  test('is one new article in two spellings, spelled as first seen, named by the first line with a name', () => {
    const materials = [
      material({ code: ' Kt-16', name: '', price: number('1') }),
      material({ code: 'KT-16', name: 'Knel 16', unit: 'st', price: number('13,50') }),
    ];
    const { creates, draft } = invoiceOf(workOrder({ materials }), settings(creating));
    expect(creates.articles).toMatchObject([{ code: 'Kt-16', description: 'Knel 16', unit: 'st', salesTypeId: '10' }]);
    expect(creates.articles.map(({ salesPrice }) => decimalText(salesPrice))).toEqual(['13.5']);
    expect(draft.lines).toMatchObject([
      { code: { value: 'Kt-16', origin: { rule: 'code.new-article' } }, articleId: null, text: { value: 'Knel 16' } },
      { code: { value: 'Kt-16' }, articleId: null, text: { value: 'Knel 16' } },
    ]);
    expect(pricesOf(draft.lines)).toEqual(['M1 1 x 1', 'M2 1 x 13.5']);
  });

  test.each([
    ['the default sales type is not set', { createMaterials: true }, 'Naam', 'salesTypeId'],
    ['there is no name to create it with', creating, ' ', 'no-name'],
  ])('waits although creating is on when %s', (_title, chosen, name, obstacle) => {
    const materials = [material({ code: 'NIEUW', name })];
    expect(waitOf(workOrder({ materials }), settings(chosen)).findings).toMatchObject([
      { reason: 'materiaal-onbekend', obstacle },
    ]);
  });

  test('an inactive article is as good as unknown, and none is created beside it', () => {
    const known = knowledge({ articles: [article({ isActive: false })] });
    for (const chosen of [settings(), settings(creating)]) {
      const { findings } = waitOf(workOrder({ materials: [material()] }), chosen, known);
      expect(findings).toMatchObject([{ reason: 'materiaal-onbekend', code: 'KT-15', obstacle: 'inactive' }]);
    }
  });

  test('of two articles with one code the active one counts', () => {
    const articles = [article({ code: 'kt-15', isActive: false }), article({ code: 'KT-15' })];
    const { draft } = invoiceOf(workOrder({ materials: [material()] }), settings(), knowledge({ articles }));
    expect(draft.lines).toMatchObject([{ code: { value: 'KT-15' }, articleId: '12' }]);
  });

  test('codes that differ only in letter case or accents in another form are one code', () => {
    const articles = [article({ code: 'STRASSE-\u00c9' })];
    const materials = [material({ code: 'stra\u00dfe-e\u0301' })];
    expect(invoiceOf(workOrder({ materials }), settings(), knowledge({ articles })).draft.lines).toHaveLength(1);
  });
});
