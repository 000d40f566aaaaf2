/**
 * What must hold for every work order, however odd its texts.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursFromMinutes, roundToCents, ZERO } from '../kernel/decimal.ts';
import { foldCode } from '../kernel/text.ts';
import type { Origin } from '../model/draft-invoice.ts';
import type { ArticleId } from '../model/ids.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { anyChoices, anySettings, anyWorkOrder } from './any-records.test-kit.ts';
import { codesNeeded } from './codes-needed.ts';
import {
  article,
  debtor,
  exportDate,
  hourType,
  knowledge,
  mechanic,
  number,
  vatCode,
} from './example-records.test-kit.ts';
import { invoiceFromWorkOrder } from './invoice-from-work-order.ts';
import type { InvoiceOutcome } from './invoice-outcome.ts';
import type { Knowledge } from './knowledge.ts';
import { rowIdInDescription } from './mark-of-origin.ts';
import { ORIGIN_RULES } from './origins.ts';
import { roundUpMinutes } from './worked-time.ts';

const known: Knowledge = knowledge({
  debtors: [debtor(), debtor({ customerNumber: '10666', isBlocked: true })],
  articles: [article(), mechanic, article({ id: '14' as ArticleId, code: 'oud', isActive: false })],
  salesTypes: [{ id: '10', description: 'Materiaal' }],
  vatCodes: [vatCode(), vatCode({ id: '9', isForSales: false })],
  hourTypes: [hourType(), hourType({ code: 'SPOED', name: 'Spoeduur', salePrice: number('95') })],
});

function map(order: WorkOrder, chosen: Settings, knowing: Knowledge = known): InvoiceOutcome {
  return invoiceFromWorkOrder(order, chosen, knowing, { date: exportDate, outsmartKey: 'ab12cd34' });
}

/** Freezes a value with all that is in it, so that a change anywhere throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}

/** All origins in an outcome. */
function originsIn(
  value: unknown,
): { readonly rule?: string; readonly parameters?: Readonly<Record<string, string>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(originsIn);
  return 'source' in value && 'field' in value ? [value as Origin, ...inside] : inside;
}

function holds(check: (outcome: InvoiceOutcome, order: WorkOrder, chosen: Settings) => void): void {
  fc.assert(
    fc.property(anyWorkOrder, anySettings, (order, chosen) => check(map(order, chosen), order, chosen)),
    { numRuns: 200 },
  );
}

describe('for every work order', () => {
  test('nothing handed in is changed, and the same input gives the same outcome', () => {
    for (const records of [known.debtors, known.articles, known.hourTypes])
      for (const record of records.values()) frozen(record);
    const before = [...known.debtors.keys(), ...known.articles.keys(), ...known.hourTypes.keys()];
    holds((_outcome, order, chosen) => {
      expect(map(frozen(order), frozen(chosen))).toEqual(map(order, chosen));
    });
    expect([...known.debtors.keys(), ...known.articles.keys(), ...known.hourTypes.keys()]).toEqual(before);
  });

  test('it is either an invoice with a line that has a quantity, or it waits with a reason, each record once', () => {
    let invoices = 0;
    holds((outcome) => {
      if (outcome.kind === 'create') {
        invoices += 1;
        expect(outcome.draft.lines.some((line) => line.kind !== 'text')).toBe(true);
        return;
      }
      expect(outcome.findings.length).toBeGreaterThan(0);
      const keys = outcome.findings.map(
        ({ reason, causeKey, field }) => `${reason} ${causeKey === '' ? field : causeKey}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    });
    expect(invoices).toBeGreaterThan(5);
  });

  test('the amount is the sum of the lines in cents', () => {
    holds((outcome) => {
      const lines = outcome.kind === 'create' ? outcome.draft.lines : [...outcome.lines, ...outcome.heldLines];
      const totals = lines.map((line) => {
        if (line.kind === 'text' || line.quantity === null || line.unitPrice === null) return ZERO;
        return roundToCents(line.quantity.value.times(line.unitPrice.value));
      });
      const sum = totals.reduce((total, one) => total.plus(one), ZERO);
      expect(outcome.amount.eq(sum)).toBe(true);
    });
  });

  test('every line with a quantity appears once, texts first, then materials, then hours', () => {
    const place = (tag: string): number => 'TEMU'.indexOf(tag.charAt(0)) * 100 + Number(tag.slice(1));
    holds((outcome, order) => {
      const lines = outcome.kind === 'create' ? outcome.draft.lines : outcome.lines;
      const held = outcome.kind === 'create' ? [] : outcome.heldLines;
      expect(lines.map(({ tag }) => place(tag))).toEqual(lines.map(({ tag }) => place(tag)).toSorted((a, b) => a - b));
      const leftOut = outcome.notices.filter(({ code }) => /left-out/.test(code)).length;
      const priced = [...lines, ...held].filter(({ kind }) => kind !== 'text');
      expect(priced.length + leftOut).toBe(order.materials.length + order.workPeriods.length);
      expect(new Set([...lines, ...held].map(({ tag }) => tag)).size).toBe(lines.length + held.length);
    });
  });

  test('quantities of materials are those of the work order, exactly', () => {
    holds((outcome, order) => {
      const lines = outcome.kind === 'create' ? outcome.draft.lines : outcome.lines;
      for (const line of lines) {
        if (line.kind === 'text' || !line.tag.startsWith('M')) continue;
        const { quantity } = order.materials[Number(line.tag.slice(1)) - 1] ?? {};
        expect(quantity?.kind === 'value' && quantity.value.eq(line.quantity.value)).toBe(true);
      }
    });
  });

  test('what is created is used, is not there yet, and is created once', () => {
    holds((outcome) => {
      if (outcome.kind === 'waits') return;
      const created = outcome.creates.articles.map(({ code }) => foldCode(code));
      const fresh = outcome.draft.lines.flatMap((line) =>
        line.kind === 'article' && line.articleId === null ? [foldCode(line.code.value)] : [],
      );
      expect(new Set(created).size).toBe(created.length);
      expect(new Set(created)).toEqual(new Set(fresh));
      expect(created.filter((code) => known.articles.has(code))).toEqual([]);
      const isNewDebtor = !known.debtors.has(foldCode(outcome.draft.debtorNumber.value));
      expect(outcome.creates.debtors.map(({ customerNumber }) => customerNumber)).toEqual(
        isNewDebtor ? [outcome.draft.debtorNumber.value] : [],
      );
    });
  });

  test('every origin names a documented rule and exactly its parameters', () => {
    holds((outcome) => {
      for (const { rule, parameters } of originsIn(outcome)) {
        if (rule === undefined) continue;
        const documented = ORIGIN_RULES[rule as keyof typeof ORIGIN_RULES];
        expect(Object.keys(parameters ?? {}).toSorted(), rule).toEqual([...documented.parameters].toSorted());
      }
    });
  });

  test('the mark is found back in the description, which is at most 120 characters', () => {
    holds((outcome, order) => {
      const { description } = outcome.kind === 'create' ? outcome.draft : outcome.head;
      expect(description.value.length).toBeLessThanOrEqual(120);
      expect(rowIdInDescription(description.value, 'ab12cd34')).toBe(order.rowId);
    });
  });

  test('knowing only the codes it asks for gives the same outcome, whatever people linked', () => {
    const property = fc.property(anyWorkOrder, anySettings, anyChoices, (order, chosen, choices) => {
      const needed = codesNeeded(order, chosen, choices);
      const only = <T>(all: ReadonlyMap<string, T>, codes: readonly string[]): ReadonlyMap<string, T> => {
        const wanted = new Set(codes.map(foldCode));
        return new Map([...all].filter(([code]) => wanted.has(code)));
      };
      const articles = only(known.articles, needed.articleCodes);
      const debtors = only(known.debtors, needed.debtorNumbers);
      const outcome = map(order, chosen, { ...known, choices });
      expect(map(order, chosen, { ...known, choices, articles, debtors })).toEqual(outcome);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('hours', () => {
  const step = fc.integer({ min: 1, max: 60 });

  test('are never less than was worked, and never a whole step more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), step, (worked, stepMinutes) => {
        const rounded = roundUpMinutes(worked, stepMinutes);
        expect(rounded).toBeGreaterThanOrEqual(worked);
        expect(rounded - worked).toBeLessThan(stepMinutes);
        expect(rounded % stepMinutes).toBe(0);
        expect(roundUpMinutes(rounded, stepMinutes)).toBe(rounded);
      }),
    );
  });

  test('are within half a hundredth of the minutes they stand for', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (worked) => {
        const difference = hoursFromMinutes(worked).times(60).minus(worked).abs();
        expect(difference.lte('0.3')).toBe(true);
      }),
    );
  });
});
