/**
 * What the lines of an invoice come to, exactly: each line and the VAT of each code rounded half up to cents.
 * Knows no words and no screen.
 */
import { type Decimal, decimal, roundToCents, ZERO } from '../kernel/decimal.ts';
import type { HeldLine } from '../mapping/invoice-outcome.ts';
import type { DraftLine } from '../model/draft-invoice.ts';

export type AnyLine = DraftLine | HeldLine;

/** Quantity times price to whole cents; null for a text, and while one of them is unknown. */
export function amountOf(line: AnyLine): Decimal | null {
  if (line.kind === 'text' || line.quantity === null || line.unitPrice === null) return null;
  return roundToCents(line.quantity.value.times(line.unitPrice.value));
}

/** The percentage behind the code of a line; null when it has none. */
export function vatPercentageOf(line: AnyLine): Decimal | null {
  const percentage =
    line.kind === 'text' || line.kind === 'held' ? undefined : line.vatCode.origin.parameters?.percentage;
  return percentage === undefined ? null : decimal(percentage);
}

/** What all lines with one percentage come to. */
export interface VatGroup {
  readonly percentage: Decimal;
  /** What it is called in Asperion; empty when that is not known. */
  readonly description: string;
  readonly base: Decimal;
  readonly vat: Decimal;
}

/** In the order of the lines. Lines whose percentage is unknown are in none. */
export function vatGroups(lines: readonly AnyLine[]): VatGroup[] {
  const groups: { percentage: Decimal; description: string; base: Decimal }[] = [];
  for (const line of lines) {
    const percentage = vatPercentageOf(line);
    if (percentage === null || line.kind === 'text' || line.kind === 'held') continue;
    const amount = amountOf(line) ?? ZERO;
    const group = groups.find((known) => known.percentage.eq(percentage));
    if (group) group.base = group.base.plus(amount);
    else groups.push({ percentage, description: line.vatCode.origin.parameters?.description ?? '', base: amount });
  }
  return groups.map((group) => ({ ...group, vat: roundToCents(group.base.times(group.percentage).div(100)) }));
}

/** Excluding VAT. */
export function totalOfLines(lines: readonly AnyLine[]): Decimal {
  return lines.reduce<Decimal>((sum, line) => sum.plus(amountOf(line) ?? ZERO), ZERO);
}

/** Including VAT; null while a line waits for something or its percentage is unknown. */
export function totalWithVat(lines: readonly AnyLine[]): Decimal | null {
  const isKnown = lines.every((line) => line.kind === 'text' || vatPercentageOf(line) !== null);
  if (!isKnown || lines.every((line) => line.kind === 'text')) return null;
  return vatGroups(lines).reduce<Decimal>((sum, { vat }) => sum.plus(vat), totalOfLines(lines));
}

const KINDS_IN_ORDER = 'TEMU';

/** Orders lines by their tags as they stand on the invoice: text, extra lines, materials, hours. */
export function inOrderOfInvoice(one: { readonly tag: string }, other: { readonly tag: string }): number {
  const place = ({ tag }: { readonly tag: string }) =>
    KINDS_IN_ORDER.indexOf(tag.charAt(0)) * 1_000_000 + Number(tag.slice(1) || 0);
  return place(one) - place(other);
}
