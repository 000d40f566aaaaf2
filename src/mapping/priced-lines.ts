/**
 * A line with a quantity on its way to the invoice: what is known of it, and whether that is enough.
 * Knows nothing of where the parts came from.
 */
import type { Decimal } from '../kernel/decimal.ts';
import { roundToCents } from '../kernel/decimal.ts';
import type { DraftLine, LineTag, Traced } from '../model/draft-invoice.ts';
import type { Finding, Notice } from '../model/finding.ts';
import type { HeldLine } from './invoice-outcome.ts';
import type { LineTarget } from './line-article.ts';

/** A line as far as it is known; null is what makes the work order wait. */
export interface PricedParts {
  readonly tag: LineTag;
  /** The code on the work order, trimmed. */
  readonly code: string;
  readonly text: Traced<string>;
  readonly unit: Traced<string>;
  readonly quantity: Traced<Decimal> | null;
  readonly unitPrice: Traced<Decimal> | null;
  readonly target: LineTarget | null;
}

/** One line with what it makes known. */
export interface PricedLine {
  readonly parts: PricedParts;
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** The lines of one kind, with what they and the lines that were left out make known. */
export interface PricedLines {
  readonly lines: readonly PricedParts[];
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** Gathers lines of one kind; the lines that were left out are mentioned first. */
export function gatherLines(lines: readonly PricedLine[], leftOut: readonly Notice[]): PricedLines {
  return {
    lines: lines.map(({ parts }) => parts),
    findings: lines.flatMap(({ findings }) => findings),
    notices: [...leftOut, ...lines.flatMap(({ notices }) => notices)],
  };
}

/** The line of the invoice, or the same line held when a part or the VAT code is missing. */
export function finishLine(parts: PricedParts, vatCode: Traced<string> | null): DraftLine | HeldLine {
  const { tag, code, text, unit, quantity, unitPrice, target } = parts;
  if (quantity === null || unitPrice === null || target === null || vatCode === null) {
    return { kind: 'held', tag, code, text, unit, quantity, unitPrice };
  }
  return { ...target, tag, text, quantity, unit, unitPrice, vatCode };
}

/** Quantity times price, rounded half up to cents; null while one of them is unknown. */
export function lineTotal(parts: PricedParts): Decimal | null {
  const { quantity, unitPrice } = parts;
  return quantity === null || unitPrice === null ? null : roundToCents(quantity.value.times(unitPrice.value));
}
