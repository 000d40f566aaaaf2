// Adds up an invoice with exact decimals: a line is rounded half up to cents, VAT is computed once per VAT code over
// the sum of its lines. Must not know where lines come from.
import Big from 'big.js';
import type { Totals } from './records.ts';

/** What counts of a line: its amount excluding VAT and the percentage of its VAT code. */
export interface TaxedAmount {
  readonly amount: number;
  readonly vatCode: string;
  readonly percentage: number;
}

/** VAT of one code over the sum of its lines. */
export interface VatGroup {
  readonly vatCode: string;
  readonly percentage: number;
  readonly base: number;
  readonly vat: number;
}

const cents = (value: Big): Big => value.round(2, Big.roundHalfUp);

/** Euros excluding VAT of quantity times price less discount, rounded half up (away from zero) to cents. */
export function lineAmount(quantity: number, price: number, discountPercentage: number): number {
  const factor = new Big(100).minus(discountPercentage).div(100);
  return cents(new Big(quantity).times(price).times(factor)).toNumber();
}

/** One group per VAT code in order of first use, each rounded half up to cents. */
export function vatGroups(lines: readonly TaxedAmount[]): VatGroup[] {
  const bases = new Map<string, { percentage: number; base: Big }>();
  for (const line of lines) {
    const group = bases.get(line.vatCode);
    if (group === undefined) bases.set(line.vatCode, { percentage: line.percentage, base: new Big(line.amount) });
    else group.base = group.base.plus(line.amount);
  }
  return [...bases].map(([vatCode, { percentage, base }]) => ({
    vatCode,
    percentage,
    base: base.toNumber(),
    vat: cents(base.times(percentage).div(100)).toNumber(),
  }));
}

/** Sum in euros, exact. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toNumber();
}

/** Totals of an invoice in euros. */
export function totalsOf(lines: readonly TaxedAmount[]): Totals {
  const groups = vatGroups(lines);
  const amountExclVat = sum(groups.map((group) => group.base));
  const vatAmount = sum(groups.map((group) => group.vat));
  return { amountExclVat, vatAmount, amountInclVat: sum([amountExclVat, vatAmount]) };
}

/** Whether a VAT amount that a caller computed itself is within two cents of ours. */
export function isWithinRounding(given: number, ours: number): boolean {
  return new Big(given).minus(ours).abs().lte('0.02');
}
