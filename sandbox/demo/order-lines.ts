// Short forms for the lines of a work order: materials by the code of a stock article, worked periods by hour type.
// Also the draft that such lines should become, for orders whose quantities and prices are plainly written.

import Big from 'big.js';
import type { MaterialSpec, PeriodSpec } from './order-spec.ts';
import { demoSettings } from './settings.ts';
import { stock, unknownMaterial } from './words/stock.ts';

const named = new Map([...stock, unknownMaterial].map((article) => [article.code, article]));

/** A line for the stock article `code` with its own name, unit and price, unless `differing` says otherwise. */
export function used(code: string, quantity: string, differing: Partial<MaterialSpec> = {}): MaterialSpec {
  const { name, unit, price } = articleOf(code);
  return { code, name, quantity, unit, price, ...differing };
}

/** A line that the fitter typed in himself: no code. */
export function typedIn(name: string, quantity: string, price: string): MaterialSpec {
  return { code: '', name, quantity, unit: '', price };
}

/** A worked period of `minutes` minutes, without break or remark unless `differing` says otherwise. */
export function worked(
  hourType: string,
  begin: string,
  minutes: number,
  differing: Partial<PeriodSpec> = {},
): PeriodSpec {
  return { hourType, begin, minutes, breakMinutes: 0, remark: '', wire: {}, ...differing };
}

/** Number of lines and exact sum without VAT; only for lines that read plainly, so not for spellings and odd values. */
export function draftOf(
  materials: readonly MaterialSpec[],
  periods: readonly PeriodSpec[],
): { invoiceLines: number; totalExcl: string } {
  const amounts = [
    ...materials.map((line) => new Big(line.quantity).times(line.price)),
    ...periods.map((period) => hoursOf(period).times(articleOf(period.hourType).price)),
  ];
  const total = amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
  return { invoiceLines: amounts.length, totalExcl: total.toFixed() };
}

/** Hours on the invoice: minutes rounded up to the setting, which divides an hour evenly. */
function hoursOf(period: PeriodSpec): Big {
  const step = demoSettings.roundMinutes;
  return new Big(Math.ceil(period.minutes / step) * step).div(60);
}

function articleOf(code: string): { name: string; unit: string; price: string } {
  const article = named.get(code);
  if (!article) throw new Error(`The demo has no stock article "${code}".`);
  return article;
}
