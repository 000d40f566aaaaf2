/**
 * What people decided about single codes: it goes before everything else that mapping knows.
 */
import { describe, expect, test } from 'vitest';
import { decimal, decimalText } from '../kernel/decimal.ts';
import type { ArticleId } from '../model/ids.ts';
import { type ChoicesOfKind, NO_CHOICES, type RecordChoices } from '../model/record-choices.ts';
import { codesNeeded } from './codes-needed.ts';
import {
  article,
  debtor,
  hourType,
  invoiceOf,
  knowledge,
  material,
  mechanic,
  party,
  period,
  settings,
  waitOf,
  workOrder,
} from './example-records.test-kit.ts';

function choices(of: { debtor?: Partial<ChoicesOfKind>; article?: Partial<ChoicesOfKind> }): RecordChoices {
  return { debtor: { ...NO_CHOICES.debtor, ...of.debtor }, article: { ...NO_CHOICES.article, ...of.article } };
}

const linked = (kind: 'debtor' | 'article', code: string, target: string) =>
  choices({ [kind]: { links: new Map([[code, target]]) } });
const creatable = (kind: 'debtor' | 'article', code: string) => choices({ [kind]: { creatable: new Set([code]) } });

describe('a debtor that a person chose', () => {
  const order = workOrder({
    workParty: party({ debtorNumber: ' 10519 ', name: 'Hotel De Gouden Leeuw' }),
    materials: [material()],
  });

  test('is invoiced instead of the number on the work order, and the origin says so', () => {
    const known = knowledge({ choices: linked('debtor', '10519', '10042') });
    const { debtorNumber, debtorName } = invoiceOf(order, settings(), known).draft;
    expect(debtorNumber).toEqual({
      value: '10042',
      origin: {
        source: 'work-order',
        field: 'CustomerDebtorNr',
        found: ' 10519 ',
        rule: 'debtor.linked',
        parameters: { code: '10519' },
      },
    });
    expect(debtorName).toBe('Bakkerij Blom');
  });

  test('goes before a debtor that Asperion has under that number', () => {
    const debtors = [debtor(), debtor({ customerNumber: '10519', name: 'De andere' })];
    const known = knowledge({ debtors, choices: linked('debtor', '10519', '10042') });
    expect(invoiceOf(order, settings(), known).draft.debtorNumber.value).toBe('10042');
  });

  test('makes the work order wait when it is blocked, and the reason names it', () => {
    const debtors = [debtor({ isBlocked: true })];
    const { findings } = waitOf(order, settings(), knowledge({ debtors, choices: linked('debtor', '10519', '10042') }));
    expect(findings).toEqual([
      expect.objectContaining({
        reason: 'relatie-geblokkeerd',
        causeKey: '10519',
        code: '10519',
        found: '10042',
        obstacle: 'link-blocked',
      }),
    ]);
  });

  test('makes the work order wait when it vanished, also when relations may be created', () => {
    const chosen = settings({ createRelations: true, debtorKindId: '1', paymentConditionId: 1 });
    const { findings } = waitOf(order, chosen, knowledge({ choices: linked('debtor', '10519', '10777') }));
    expect(findings).toEqual([
      expect.objectContaining({ reason: 'relatie-onbekend', code: '10519', found: '10777', obstacle: 'link-gone' }),
    ]);
  });
});

describe('an article that a person chose', () => {
  test('is charged instead of the code on the line, with the name, quantity and price of the line', () => {
    const order = workOrder({ materials: [material({ code: ' 4711', name: 'Vulkraan' })] });
    const [line] = invoiceOf(order, settings(), knowledge({ choices: linked('article', '4711', 'kt-15') })).draft.lines;
    if (line?.kind !== 'article') throw new Error('no article line');
    expect(line.code.value).toBe('KT-15');
    expect(line.code.origin).toMatchObject({ rule: 'code.linked', found: ' 4711', parameters: { code: '4711' } });
    expect(line.text.value).toBe('Vulkraan');
    expect(decimalText(line.unitPrice.value)).toBe('12.5');
  });

  test('of an hour type gives the hours its price', () => {
    const articles = [mechanic, article({ code: 'AVOND-2', salesPrice: decimal('95'), id: '15' as ArticleId })];
    const known = knowledge({
      articles,
      hourTypes: [hourType({ code: 'AVOND', name: 'Avonduur' })],
      choices: linked('article', 'avond', 'AVOND-2'),
    });
    const order = workOrder({ workPeriods: [period({ hourType: 'AVOND' })] });
    const [line] = invoiceOf(order, settings(), known).draft.lines;
    if (line?.kind !== 'article') throw new Error('no article line');
    expect([line.code.value, line.text.value, decimalText(line.unitPrice.value)]).toEqual([
      'AVOND-2',
      'Avonduur',
      '95',
    ]);
  });

  test('also serves the default hour type of the settings', () => {
    const known = knowledge({ choices: linked('article', 'oud', '001') });
    const order = workOrder({ workPeriods: [period({ hourType: '' })] });
    const [line] = invoiceOf(order, settings({ defaultHourType: 'OUD' }), known).draft.lines;
    if (line?.kind !== 'article') throw new Error('no article line');
    expect(line.code).toMatchObject({ value: '001', origin: { source: 'setting', rule: 'code.linked' } });
  });

  test('makes the work order wait when it is inactive or vanished, and nothing is created beside it', () => {
    const order = workOrder({ materials: [material({ code: '4711' })] });
    const chosen = settings({ createMaterials: true, salesTypeId: '10' });
    const articles = [article({ isActive: false })];
    const inactive = waitOf(order, chosen, knowledge({ articles, choices: linked('article', '4711', 'KT-15') }));
    expect(inactive.findings).toEqual([
      expect.objectContaining({
        reason: 'materiaal-onbekend',
        code: '4711',
        found: 'KT-15',
        obstacle: 'link-inactive',
      }),
    ]);
    const gone = waitOf(order, chosen, knowledge({ articles: [], choices: linked('article', '4711', 'KT-15') }));
    expect(gone.findings.map(({ obstacle }) => obstacle)).toEqual(['link-gone']);
  });
});

describe('permission to create one record', () => {
  const order = workOrder({
    workParty: party({ debtorNumber: '10519', name: 'Hotel De Gouden Leeuw' }),
    materials: [material({ code: '4711', name: 'Vulkraan' }), material({ code: '9999' })],
  });

  test('creates that record alone while creating is off', () => {
    const known = knowledge({ choices: creatable('article', '4711') });
    const one = workOrder({ materials: [material({ code: '4711', name: 'Vulkraan' })] });
    expect(invoiceOf(one, settings({ salesTypeId: '10' }), known).creates.articles).toMatchObject([{ code: '4711' }]);
    const both = waitOf(workOrder({ materials: order.materials }), settings({ salesTypeId: '10' }), known);
    expect(both.findings.map(({ code }) => code)).toEqual(['9999']);
  });

  test('still needs the defaults that creating needs', () => {
    const known = knowledge({
      choices: { ...creatable('debtor', '10519'), article: creatable('article', '4711').article },
    });
    const { findings } = waitOf(order, settings(), known);
    expect(findings.map(({ code, obstacle }) => [code, obstacle])).toEqual([
      ['10519', 'debtorKindId'],
      ['4711', 'salesTypeId'],
      ['9999', ''],
    ]);
  });

  test('creates a debtor when its defaults are chosen', () => {
    const known = knowledge({ choices: creatable('debtor', '10519') });
    const chosen = settings({ debtorKindId: '1', paymentConditionId: 2 });
    const { creates } = invoiceOf(workOrder({ ...order, materials: [material()] }), chosen, known);
    expect(creates.debtors).toMatchObject([{ customerNumber: '10519', name: 'Hotel De Gouden Leeuw' }]);
  });
});

test('what is looked up is the record that a code was linked to', () => {
  const order = workOrder({
    workParty: party({ debtorNumber: '10519' }),
    materials: [material({ code: '4711' }), material({ code: 'KT-15' })],
  });
  const both = {
    ...linked('debtor', '10519', '10042'),
    article: linked('article', '4711', 'KT-15').article,
  };
  expect(codesNeeded(order, settings(), both)).toEqual({ debtorNumbers: ['10042'], articleCodes: ['KT-15'] });
});
