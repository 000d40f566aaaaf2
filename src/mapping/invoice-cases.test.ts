/**
 * The worked examples of cases/invoices.json, one test each. They were worked out by hand; the code has to agree with them.
 */
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../kernel/dates.ts';
import { decimalText } from '../kernel/decimal.ts';
import type { DraftLine } from '../model/draft-invoice.ts';
import { NO_CHOICES } from '../model/record-choices.ts';
import { type InvoiceCase, knowledgeOfCase, readInvoiceCases, workOrderOfCase } from './case-reader.test-kit.ts';
import { codesNeeded } from './codes-needed.ts';
import { invoiceFromWorkOrder } from './invoice-from-work-order.ts';
import type { InvoiceOutcome } from './invoice-outcome.ts';

const cases = readInvoiceCases();

function outcomeOf(example: InvoiceCase): InvoiceOutcome {
  const context = { date: example.date as IsoDate, outsmartKey: 'ab12cd34' };
  return invoiceFromWorkOrder(workOrderOfCase(example), example.settings, knowledgeOfCase(example), context);
}

/** A line as the cases write it. */
function asInCase(line: DraftLine): Record<string, string> {
  if (line.kind === 'text') return { kind: line.kind, text: line.text.value };
  return {
    kind: line.kind,
    code: line.kind === 'article' ? line.code.value : line.salesTypeId.value,
    text: line.text.value,
    quantity: decimalText(line.quantity.value),
    unitPrice: decimalText(line.unitPrice.value),
    vatCode: line.vatCode.value,
  };
}

test('there are at least 24 worked cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(24);
});

describe('worked invoice cases', () => {
  test.each(cases.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const outcome = outcomeOf(example);
    if (example.waits !== undefined) {
      if (outcome.kind !== 'waits') throw new Error('an invoice is made although the work order should wait');
      expect(new Set(outcome.findings.map(({ reason }) => reason))).toEqual(new Set(example.waits));
      return;
    }
    if (outcome.kind !== 'create') throw new Error(`waits for ${JSON.stringify(outcome.findings)}`);
    const { expected } = example;
    expect(outcome.draft.debtorNumber.value).toBe(expected?.debtor);
    expect(outcome.draft.reference?.value ?? null).toBe(expected?.reference);
    expect(outcome.draft.lines.map(asInCase)).toEqual(expected?.lines);
    expect(outcome.creates.debtors).toMatchObject(expected?.creates?.debtors ?? []);
    expect(outcome.creates.articles).toMatchObject(expected?.creates?.articles ?? []);
    expect(outcome.draft.date.value).toBe(example.date);
  });
});

describe('looking up only what the cases need', () => {
  test.each(cases.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const needed = codesNeeded(workOrderOfCase(example), example.settings, NO_CHOICES);
    expect(needed.debtorNumbers).toHaveLength(1);
    const known = knowledgeOfCase(example);
    const found = new Set(needed.articleCodes.map((code) => code.toLowerCase()));
    const articles = new Map([...known.articles].filter(([code]) => found.has(code)));
    const context = { date: example.date as IsoDate, outsmartKey: 'ab12cd34' };
    const lookedUp = invoiceFromWorkOrder(workOrderOfCase(example), example.settings, { ...known, articles }, context);
    expect(lookedUp).toEqual(outcomeOf(example));
  });
});
