// Draft invoices as a bookkeeper sees them in Asperion, and which work order each of them is for.

import Big from 'big.js';

export interface Draft {
  readonly id: number;
  readonly debtorCustomerNumber: string;
  readonly description: string | null;
  readonly reference: string | null;
  readonly lines: readonly {
    readonly lineType: string;
    readonly articleId: number | null;
    readonly description: string;
    readonly quantity: number | null;
    readonly price: number | null;
    readonly vatCode: string | null;
  }[];
}

/** The work order's row id, out of the mark that every draft of ours carries: `Werkbon 2026-1180 (ab12cd34-2417305) …`. */
export function workOrderOf({ id, description }: Draft): string {
  const [, rowId] = /\([0-9a-f]+-(\d+)\)/.exec(description ?? '') ?? [];
  if (rowId === undefined) throw new Error(`Draft ${id} says of no work order that it is for it: ${description}`);
  return rowId;
}

/** How many drafts there are of each work order. */
export function draftsPerWorkOrder(drafts: readonly Draft[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const draft of drafts) counts.set(workOrderOf(draft), (counts.get(workOrderOf(draft)) ?? 0) + 1);
  return counts;
}

/** The lines with a quantity; the others are text. */
export function pricedLines(draft: Draft): Draft['lines'] {
  return draft.lines.filter(({ lineType }) => lineType !== 'Text');
}

/** Quantity × price over all lines, without VAT, exact. */
export function exactTotal(draft: Draft): string {
  return pricedLines(draft)
    .reduce((sum, { quantity, price }) => sum.plus(Big(quantity ?? 0).times(price ?? 0)), Big(0))
    .toFixed();
}
