// Products in the form in which Asperion sends its articles: prices as JSON numbers, unknown members null.

import Big from 'big.js';
import type { AsperionArticle } from './asperion-shapes.ts';
import { addDays } from './calendar.ts';
import type { Product } from './products.ts';
import { seededRandom } from './seeded-random.ts';

const FIRST_ID = 1001;

/** One article per product, inactive ones included, in the same order. Dates lie before `today`, written YYYY-MM-DD. */
export function articlesOf(products: readonly Product[], today: string): AsperionArticle[] {
  return products.map((product, index) => {
    const random = seededRandom(`article ${product.code}`);
    const price = new Big(product.price);
    const isStockArticle = product.unit !== 'uur' && random.chance(30);
    return {
      id: FIRST_ID + index,
      code: product.code,
      description: product.name,
      longDescription: product.longDescription,
      unit: product.unit,
      salesTypeId: product.salesTypeId,
      salesPrice: price.toNumber(),
      grossSalesPrice: price.toNumber(),
      purchasePrice: price.times(random.whole(45, 75)).div(100).round(2, Big.roundHalfUp).toNumber(),
      priceFactor: 1,
      eanCode1: product.eanCode,
      eanCode2: null,
      isStockArticle,
      currentStock: isStockArticle ? random.whole(0, 60) : 0,
      isActive: product.isActive,
      dateLastChange: random.chance(25) ? addDays(today, -random.whole(1, 700)) : null,
    };
  });
}
