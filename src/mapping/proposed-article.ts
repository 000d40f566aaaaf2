/**
 * What one line would have created in Asperion when its article is unknown (E5), or why nothing can be. Knows nothing of the
 * other lines, nor whether creating is on.
 */
import type { Decimal } from '../kernel/decimal.ts';
import { ZERO } from '../kernel/decimal.ts';
import { foldCode, oneLine } from '../kernel/text.ts';
import type { NewArticle } from '../model/accounting.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { Settings } from '../model/settings.ts';
import type { HourType, MaterialLine, ReadValue } from '../model/work-order.ts';
import type { Obstacle } from './findings.ts';
import { traced } from './origins.ts';

const HOURS_UNIT = 'uur';

/** An article to create, and where its name and price come from. */
export interface PlannedArticle {
  readonly article: NewArticle;
  readonly name: Traced<string>;
  readonly price: Traced<Decimal>;
}

/** What a material line with a code would have created: its own name and price, the default sales type. */
export function proposalOfMaterial(line: MaterialLine, settings: Settings): PlannedArticle | Obstacle {
  const salesTypeId = settings.salesTypeId;
  if (salesTypeId === null) return 'salesTypeId';
  const description = oneLine(line.name);
  if (description === '') return 'no-name';
  const code = line.code.trim();
  const salesPrice = numberOrZero(line.price);
  const field = `Materials[${line.index}]`;
  return {
    article: { code, description, unit: oneLine(line.unit), salesTypeId, salesPrice },
    name: traced(description, 'work-order', `${field}.MaterialName`),
    price: traced(salesPrice, 'work-order', `${field}.MaterialPrice`, {
      rule: 'price.new-article',
      parameters: { code },
    }),
  };
}

/** What a work period would have created: name and price of the hour type in OutSmart, the sales type of I2, else E5. */
export function proposalOfHourType(
  code: string,
  settings: Settings,
  hourTypes: ReadonlyMap<string, HourType>,
): PlannedArticle | Obstacle {
  const salesTypeId = settings.hourSalesTypeId ?? settings.salesTypeId;
  if (salesTypeId === null) return 'salesTypeId';
  const hourType = hourTypes.get(foldCode(code));
  if (hourType === undefined) return 'not-in-outsmart';
  const description = oneLine(hourType.name);
  if (description === '') return 'no-name';
  if (hourType.salePrice.kind === 'unreadable') return 'price-unreadable';
  const salesPrice = numberOrZero(hourType.salePrice);
  const field = `hour type ${code}`;
  return {
    article: { code, description, unit: HOURS_UNIT, salesTypeId, salesPrice },
    name: traced(description, 'outsmart', `${field} name`),
    price: traced(salesPrice, 'outsmart', `${field} salePrice`, { rule: 'price.new-article', parameters: { code } }),
  };
}

function numberOrZero(read: ReadValue<Decimal>): Decimal {
  return read.kind === 'value' ? read.value : ZERO;
}
