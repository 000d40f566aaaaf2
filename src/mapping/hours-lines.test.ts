import { describe, expect, test } from 'vitest';
import { decimal, decimalText } from '../kernel/decimal.ts';
import {
  article,
  empty,
  hourType,
  invoiceOf,
  knowledge,
  material,
  mechanic,
  number,
  period,
  settings,
  time,
  unreadable,
  waitOf,
  workOrder,
} from './example-records.test-kit.ts';

const creating = { createMaterials: true, salesTypeId: '10' };
const rush = hourType({ code: 'SPOED', name: 'Spoeduur', salePrice: number('95,00') });

describe('the text of an hours line', () => {
  const workPeriods = [period({ hourType: ' 001 ', remark: ' Lekkage \n verholpen ' })];

  test('is the name in OutSmart, then the remark on one line', () => {
    const known = knowledge({ hourTypes: [hourType({ name: 'Monteur 1e klas', isActive: false })] });
    const { draft } = invoiceOf(workOrder({ workPeriods }), settings(), known);
    expect(draft.lines[0]?.text).toEqual({
      value: 'Monteur 1e klas – Lekkage verholpen',
      origin: {
        source: 'outsmart',
        field: 'hour type 001 name',
        rule: 'text.hour-type-and-remark',
        parameters: { name: 'Monteur 1e klas', remark: 'Lekkage verholpen' },
      },
    });
  });

  test('is the article when OutSmart does not know the hour type, and the code when nothing has a name', () => {
    const nameless = knowledge({ articles: [{ ...mechanic, description: '' }], hourTypes: [hourType({ name: ' ' })] });
    expect(invoiceOf(workOrder({ workPeriods })).draft.lines[0]?.text.value).toBe('Monteur – Lekkage verholpen');
    expect(invoiceOf(workOrder({ workPeriods }), settings(), nameless).draft.lines[0]?.text.value).toBe(
      '001 – Lekkage verholpen',
    );
  });
});

describe('price and unit of hours', () => {
  test('are those of the article, with all decimals, whatever OutSmart asks', () => {
    const articles = [{ ...mechanic, salesPrice: decimal('62.3456'), unit: 'mu' }];
    const known = knowledge({ articles, hourTypes: [hourType({ salePrice: number('99') })] });
    const { draft, amount } = invoiceOf(
      workOrder({ workPeriods: [period({ totalMinutes: time('01:30') })] }),
      settings(),
      known,
    );
    expect(draft.lines).toMatchObject([{ unit: { value: 'mu' }, unitPrice: { origin: { rule: 'price.article' } } }]);
    expect(decimalText(amount)).toBe('93.52');
  });

  test('a price of 0 is kept and mentioned; without a unit hours are counted in hours', () => {
    const known = knowledge({ articles: [{ ...mechanic, salesPrice: decimal(0), unit: '' }] });
    const { draft, notices } = invoiceOf(workOrder({ workPeriods: [period()] }), settings(), known);
    expect(draft.lines).toMatchObject([{ unit: { value: 'uur' } }]);
    expect(notices).toMatchObject([{ code: 'price-0', field: 'Workperiods[0].HourType' }]);
  });

  test('an article of another sales type than that of Uursoorten is used and mentioned', () => {
    const chosen = settings({ hourTypesOn: true, hourSalesTypeId: '30' });
    expect(invoiceOf(workOrder({ workPeriods: [period()] }), chosen).notices).toMatchObject([
      {
        code: 'hours-article-of-other-sales-type',
        field: 'Workperiods[0].HourType',
        parameters: { code: '001', salesTypeId: '20', expectedSalesTypeId: '30' },
      },
    ]);
  });
});

describe('a period that is left out', () => {
  test('of 0 minutes is not checked, only mentioned', () => {
    const workPeriods = [period({ totalMinutes: time('00:00'), hourType: 'NIET' }), period()];
    const { draft, notices } = invoiceOf(workOrder({ workPeriods }), settings({ roundMinutes: 60 }));
    expect(draft.lines.map(({ tag }) => tag)).toEqual(['U2']);
    expect(notices).toMatchObject([{ code: 'period-left-out-0-minutes', field: 'Workperiods[0].TotalTime' }]);
  });
});

describe('a period without an hour type', () => {
  const workPeriods = [period({ hourType: ' ', totalMinutes: time('01:30') })];

  test('takes the default one and says so', () => {
    const { draft } = invoiceOf(workOrder({ workPeriods }), settings({ defaultHourType: '001' }));
    expect(draft.lines).toMatchObject([
      { code: { value: '001', origin: { source: 'setting', field: 'defaultHourType', rule: 'hour-type.default' } } },
    ]);
  });

  test('waits without a default, naming who worked how long', () => {
    expect(waitOf(workOrder({ workPeriods })).findings).toMatchObject([
      { reason: 'uren-zonder-uursoort', field: 'Workperiods[0].HourType', name: '11', found: '1:30' },
    ]);
  });
});

describe('an unknown hour type', () => {
  const workPeriods = [period({ hourType: 'SPOED' }), period({ hourType: ' spoed', totalMinutes: time('00:30') })];

  test('is one reason for all its periods', () => {
    const { findings } = waitOf(workOrder({ workPeriods }), settings(), knowledge({ hourTypes: [rush] }));
    expect(findings).toMatchObject([
      { reason: 'uursoort-onbekend', causeKey: 'spoed', code: 'SPOED', name: 'Spoeduur', obstacle: '' },
    ]);
  });

  test('is created with name and price of OutSmart and the sales type of Uursoorten', () => {
    const chosen = settings({ ...creating, hourTypesOn: true, hourSalesTypeId: '20' });
    const { creates, draft, amount } = invoiceOf(workOrder({ workPeriods }), chosen, knowledge({ hourTypes: [rush] }));
    expect(creates.articles).toMatchObject([
      { code: 'SPOED', description: 'Spoeduur', unit: 'uur', salesTypeId: '20' },
    ]);
    expect(draft.lines).toMatchObject([
      {
        code: { value: 'SPOED' },
        articleId: null,
        unitPrice: { origin: { source: 'outsmart', rule: 'price.new-article' } },
      },
      { code: { value: 'SPOED' }, articleId: null },
    ]);
    expect(decimalText(amount)).toBe('142.5');
  });

  test('is created with the default sales type when Uursoorten has none, at 0 when OutSmart has no price', () => {
    const free = knowledge({ hourTypes: [{ ...rush, salePrice: empty }] });
    const { creates, notices } = invoiceOf(workOrder({ workPeriods }), settings(creating), free);
    expect(creates.articles).toMatchObject([{ salesTypeId: '10' }]);
    expect(notices.map(({ code }) => code)).toEqual(['price-0', 'price-0']);
  });

  test.each([
    ['no sales type is set', { createMaterials: true }, [rush], 'salesTypeId'],
    ['OutSmart does not know it either', creating, [], 'not-in-outsmart'],
    ['it has no name in OutSmart', creating, [{ ...rush, name: ' ' }], 'no-name'],
    [
      'its price in OutSmart is no number',
      creating,
      [{ ...rush, salePrice: unreadable('n.v.t.') }],
      'price-unreadable',
    ],
  ])('waits although creating is on when %s', (_title, chosen, hourTypes, obstacle) => {
    const { findings } = waitOf(workOrder({ workPeriods }), settings(chosen), knowledge({ hourTypes }));
    expect(findings).toMatchObject([{ reason: 'uursoort-onbekend', obstacle }]);
  });

  test('that is an inactive article is never created beside it', () => {
    const known = knowledge({ articles: [{ ...mechanic, isActive: false }], hourTypes: [hourType()] });
    expect(waitOf(workOrder({ workPeriods: [period()] }), settings(creating), known).findings).toMatchObject([
      { reason: 'uursoort-onbekend', code: '001', obstacle: 'inactive' },
    ]);
  });

  test('with the code of a new material is that one article, as the material says', () => {
    const order = workOrder({
      materials: [material({ code: 'spoed', name: 'Toeslag', price: number('5') })],
      workPeriods,
    });
    const { creates } = invoiceOf(order, settings(creating), knowledge({ hourTypes: [rush] }));
    expect(creates.articles).toMatchObject([{ code: 'spoed', description: 'Toeslag' }]);
  });
});

test('materials and hours match on code alone: an hour type may be any article', () => {
  const { draft } = invoiceOf(
    workOrder({ workPeriods: [period({ hourType: 'KT-15' })] }),
    settings(),
    knowledge({ articles: [article()] }),
  );
  expect(draft.lines).toMatchObject([{ tag: 'U1', code: { value: 'KT-15' } }]);
});

test('a time that cannot be read waits beside an unknown hour type', () => {
  const workPeriods = [period({ hourType: 'X', totalMinutes: unreadable('2 uur') })];
  const { findings } = waitOf(workOrder({ workPeriods }));
  expect(findings.map(({ reason, field, found }) => [reason, field, found])).toEqual([
    ['uursoort-onbekend', 'Workperiods[0].HourType', ''],
    ['waarde-onleesbaar', 'Workperiods[0].TotalTime', '2 uur'],
  ]);
});
