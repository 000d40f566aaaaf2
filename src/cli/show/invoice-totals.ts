/**
 * The totals under the lines of an invoice to be, with its VAT as far as it is known.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import { type AnyLine, vatGroups } from '../../usecases/invoice-amounts.ts';
import { dutchNumber, euro } from '../../usecases/sentences-numbers.ts';

/** Right-aligned to `lineCharacters`. Without a total including VAT while a line still waits for something. */
export function totalsText(lines: readonly AnyLine[], amount: Decimal, lineCharacters: number): string {
  const groups = vatGroups(lines);
  const rows: [string, string][] = [['Totaal excl. btw', euro(amount)]];
  let including = amount;
  for (const { percentage, base, vat } of groups) {
    including = including.plus(vat);
    rows.push([`Btw ${dutchNumber(percentage)} % over ${euro(base)}`, euro(vat)]);
  }
  const isComplete = lines.every((line) => line.kind !== 'held');
  if (groups.length > 0 && isComplete) rows.push(['Totaal incl. btw', euro(including)]);
  const amountCharacters = Math.max(...rows.map(([, text]) => text.length));
  return rows
    .map(([title, text]) => `${title}  ${text.padStart(amountCharacters)}`.padStart(lineCharacters))
    .join('\n');
}
