/**
 * What mapping answers about one work order: an invoice to make, or why it waits. Types only.
 */
import type { Decimal } from '../kernel/decimal.ts';
import type { NewArticle, NewDebtor } from '../model/accounting.ts';
import type { DraftInvoice, DraftLine, LineTag, Traced } from '../model/draft-invoice.ts';
import type { Finding, Notice } from '../model/finding.ts';

/** A line that cannot be made yet, with as much of it as is known; the findings with its field say what is missing. */
export interface HeldLine {
  readonly kind: 'held';
  readonly tag: LineTag;
  /** The code on the work order, trimmed; empty when there is none. */
  readonly code: string;
  readonly text: Traced<string>;
  readonly unit: Traced<string>;
  readonly quantity: Traced<Decimal> | null;
  readonly unitPrice: Traced<Decimal> | null;
}

/** Everything of the invoice but its lines; no debtor while the work order waits for one. */
export type InvoiceHead = Omit<DraftInvoice, 'lines' | 'debtorNumber'> & {
  readonly debtorNumber: Traced<string> | null;
};

/** Records that must be made in Asperion before the invoice, in this order. */
interface NewRecords {
  readonly debtors: readonly NewDebtor[];
  readonly articles: readonly NewArticle[];
}

export interface InvoiceToCreate {
  readonly kind: 'create';
  readonly draft: DraftInvoice;
  readonly creates: NewRecords;
  readonly notices: readonly Notice[];
  /** Sum of the lines, each rounded half up to cents, excluding VAT. */
  readonly amount: Decimal;
}

export interface InvoiceWaits {
  readonly kind: 'waits';
  /** Never empty; each record once. */
  readonly findings: readonly Finding[];
  readonly head: InvoiceHead;
  /** The lines that could be made, in the order of the invoice. */
  readonly lines: readonly DraftLine[];
  /** The lines that could not. */
  readonly heldLines: readonly HeldLine[];
  readonly notices: readonly Notice[];
  /** As far as it can be computed: held lines count when their quantity and price are known. */
  readonly amount: Decimal;
}

export type InvoiceOutcome = InvoiceToCreate | InvoiceWaits;
