/**
 * Invoices for the tests of the targets: what a test does not care about is filled in here. For tests only.
 */
import type { IsoDate } from '../../kernel/dates.ts';
import { decimal } from '../../kernel/decimal.ts';
import type { MarkOfOrigin } from '../../model/accounting.ts';
import type { ArticleLine, DraftInvoice, SalesTypeLine, TextLine, Traced } from '../../model/draft-invoice.ts';
import type { ArticleId, WorkOrderRowId } from '../../model/ids.ts';

/** The mark of the work order with that row id. */
export function markOf(row: number): MarkOfOrigin {
  return { text: `(ab12cd34-${row})`, rowId: String(row) as WorkOrderRowId };
}

export function traced<T>(value: T): Traced<T> {
  return { value, origin: { source: 'rule', field: 'test' } };
}

export function textLine(text: string): TextLine {
  return { kind: 'text', tag: 'T', text: traced(text) };
}

export function articleLine(articleId: string | null, quantity: string, price: string, unit = 'uur'): ArticleLine {
  return {
    kind: 'article',
    tag: 'M1',
    code: traced('ARB-01'),
    articleId: articleId as ArticleId | null,
    text: traced('Monteur'),
    quantity: traced(decimal(quantity)),
    unit: traced(unit),
    unitPrice: traced(decimal(price)),
    vatCode: traced('1'),
  };
}

export function salesTypeLine(salesTypeId: string, quantity: string, price: string): SalesTypeLine {
  return {
    kind: 'salestype',
    tag: 'M2',
    salesTypeId: traced(salesTypeId),
    text: traced('Voorrijkosten'),
    quantity: traced(decimal(quantity)),
    unit: traced(''),
    unitPrice: traced(decimal(price)),
    vatCode: traced('1'),
  };
}

/** An invoice of one sales-type line for the work order with that row id. */
export function invoiceOf(row: number, changes: Partial<DraftInvoice> = {}): DraftInvoice {
  return {
    debtorNumber: traced('10025'),
    debtorName: 'Bakkerij De Korenaar',
    date: traced('2025-03-14' as IsoDate),
    subject: traced(`Werkbon W25-${row}`),
    description: traced(`Werkbon W25-${row} ${markOf(row).text} Bakkerij (De Korenaar)`),
    reference: null,
    lines: [salesTypeLine('1', '1', '35')],
    ...changes,
  };
}
