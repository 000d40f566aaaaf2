// The form of a family of products: one article for every kind in every size. A choice is written `code|text`.
// Prices are whole ten-thousandths of a euro, so that four decimals never meet floating point.

export type ProductFamily = {
  /** Opens the code of every article of the family. */
  code: string;
  name: string;
  unit: string;
  salesTypeId: string;
  /** Price of the first kind in the first size, in ten-thousandths of a euro. */
  price: number;
  /** Decimals of the price, 2 to 4. */
  decimals?: number;
  kinds: readonly string[];
  sizes: readonly string[];
};

/** Sizes whose text is the code with a unit behind it: `sized('mm', 15, 22)` gives `15|15 mm` and `22|22 mm`. */
export function sized(unit: string, ...values: number[]): string[] {
  return values.map((value) => `${value}|${value} ${unit}`);
}

/** Thread sizes with the inch sign, coded in eighths of an inch. */
export const threads: readonly string[] = ['3|⅜″', '4|½″', '6|¾″', '8|1″', '10|1¼″', '12|1½″', '16|2″'];
