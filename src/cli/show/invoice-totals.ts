/**
 * The totals under the lines of an invoice to be, with its VAT as far as it is known.
 */
import { type Decimal, roundToCents, ZERO } from '../../kernel/decimal.ts';
import type { HeldLine } from '../../mapping/invoice-outcome.ts';
import type { DraftLine } from '../../model/draft-invoice.ts';
import { dutchNumber, euro } from '../../usecases/sentences-numbers.ts';
import { amountOf, vatPercentageOf } from './invoice-lines.ts';

/** Right-aligned to `lineCharacters`. Without a total including VAT while a line still waits for something. */
export function totalsText(lines: readonly (DraftLine | HeldLine)[], amount: Decimal, lineCharacters: number): string {
  const groups = vatGroups(lines);
  const rows: [string, string][] = [['Totaal excl. btw', euro(amount)]];
  let including = amount;
  for (const { percentage, sum } of groups) {
    const vat = roundToCents(sum.times(percentage).div(100));
    including = including.plus(vat);
    rows.push([`Btw ${dutchNumber(percentage)} % over ${euro(sum)}`, euro(vat)]);
  }
  const isComplete = lines.every((line) => line.kind !== 'held');
  if (groups.length > 0 && isComplete) rows.push(['Totaal incl. btw', euro(including)]);
  const amountCharacters = Math.max(...rows.map(([, text]) => text.length));
  return rows
    .map(([title, text]) => `${title}  ${text.padStart(amountCharacters)}`.padStart(lineCharacters))
    .join('\n');
}

function vatGroups(lines: readonly (DraftLine | HeldLine)[]): { percentage: Decimal; sum: Decimal }[] {
  const groups: { percentage: Decimal; sum: Decimal }[] = [];
  for (const line of lines) {
    const percentage = vatPercentageOf(line);
    if (percentage === null) continue;
    const amount = amountOf(line) ?? ZERO;
    const group = groups.find((known) => known.percentage.eq(percentage));
    if (group) group.sum = group.sum.plus(amount);
    else groups.push({ percentage, sum: amount });
  }
  return groups;
}
