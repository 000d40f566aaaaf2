// The materials in OutSmart before the first import: all stock, a quarter of the other products, some at last year's
// price, and one that Asperion does not know. Prices stand there with a comma, units are never empty.

import Big from 'big.js';
import type { OutSmartMaterial } from './outsmart-shapes.ts';
import type { Product } from './products.ts';
import { seededRandom } from './seeded-random.ts';
import { stock, unknownMaterial } from './words/stock.ts';

const HOUR_SALES_TYPE = '20';

/** Materials for part of `products`, hour types left out, and for the one Asperion does not know. */
export function materialsOf(products: readonly Product[]): OutSmartMaterial[] {
  const random = seededRandom('materials');
  const stockCodes = new Set(stock.map((article) => article.code));
  const kept = products.filter(
    (product) => product.salesTypeId !== HOUR_SALES_TYPE && (random.chance(25) || stockCodes.has(product.code)),
  );
  const known = kept.map((product) => {
    const price = new Big(product.price);
    return materialOf({ ...product, price: random.chance(20) ? lastYears(price) : price.toFixed() });
  });
  return [...known, materialOf({ ...unknownMaterial, eanCode: null })];
}

/** Three per cent lower, in whole cents. */
function lastYears(price: Big): string {
  return price.times(97).div(100).toFixed(2, Big.roundHalfUp);
}

function materialOf(product: Pick<Product, 'code' | 'name' | 'price' | 'unit' | 'eanCode'>): OutSmartMaterial {
  const decimals = Math.max(2, (product.price.split('.')[1] ?? '').length);
  return {
    code: product.code,
    description: product.name,
    price: new Big(product.price).toFixed(decimals).replace('.', ','),
    unit: product.unit === '' ? 'st' : product.unit,
    eancode: product.eanCode ?? '',
    barcode: '',
    freefield1: '',
    freefield2: '',
    freefield3: '',
    freefield4: '',
    freefield5: '',
  };
}
