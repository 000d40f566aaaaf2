// Everything the demo company sells, before it takes the form of an article in Asperion or a material in OutSmart.
// Stock articles come first and as written; the families are spread out into one product for every kind and size.

import Big from 'big.js';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import type { ProductFamily } from './words/product-family.ts';
import { electricalProducts } from './words/products-electrical.ts';
import { heatingProducts } from './words/products-heating.ts';
import { otherProducts } from './words/products-other.ts';
import { plumbingProducts } from './words/products-plumbing.ts';
import { stock } from './words/stock.ts';

export type Product = {
  code: string;
  name: string;
  longDescription: string | null;
  unit: string;
  salesTypeId: string;
  /** Sales price in euros without VAT, as exact decimal text with 2 to 4 decimals. */
  price: string;
  eanCode: string | null;
  isActive: boolean;
};

const DESCRIPTION_LENGTH_MAX = 255;

/** All products, in a fixed order; codes are unique, also when letter case is disregarded. */
export function demoProducts(): Product[] {
  const random = seededRandom('products');
  const fromStock = stock.map(
    (article): Product => ({
      code: article.code,
      name: article.name,
      longDescription: article.longDescription ?? null,
      unit: article.unit,
      salesTypeId: article.salesTypeId,
      price: article.price,
      eanCode: null,
      isActive: article.isActive ?? true,
    }),
  );
  const families = [...heatingProducts, ...plumbingProducts, ...electricalProducts, ...otherProducts];
  return [...fromStock, ...families.flatMap((family) => productsOf(family, random))];
}

function productsOf(family: ProductFamily, random: SeededRandom): Product[] {
  return family.kinds.flatMap((kindChoice, kindIndex) =>
    family.sizes.map((sizeChoice, sizeIndex): Product => {
      const [kindCode, kind] = choice(kindChoice);
      const [sizeCode, size] = choice(sizeChoice);
      const name = `${family.name} ${kind}, ${size}`;
      const hasLongName = random.chance(2);
      return {
        code: `${family.code}-${kindCode}${sizeCode}`,
        name: hasLongName ? longName(name) : name,
        longDescription: random.chance(8) ? `${name}\nLevertijd: ${random.whole(1, 10)} werkdagen.` : null,
        unit: family.unit,
        salesTypeId: family.salesTypeId,
        price: priceOf(family, kindIndex, sizeIndex),
        eanCode: random.chance(60) ? internalEan(random) : null,
        isActive: !random.chance(2),
      };
    }),
  );
}

/** The larger the size and the later the kind, the dearer: 18 % a size and 9 % a kind, cut off after the decimals. */
function priceOf(family: ProductFamily, kindIndex: number, sizeIndex: number): string {
  const decimals = family.decimals ?? 2;
  return new Big(family.price)
    .div(10_000)
    .times(100 + 9 * kindIndex)
    .div(100)
    .times(100 + 18 * sizeIndex)
    .div(100)
    .toFixed(decimals, Big.roundDown);
}

function choice(text: string): [code: string, text: string] {
  const [code = '', words = ''] = text.split('|');
  return [code, words];
}

/** A description that just fits the 255 characters of a field, as suppliers' price lists deliver them. */
function longName(name: string): string {
  const specification =
    ' – met keurmerk voor drinkwater, incl. bevestiging, dichtingen en montagehandleiding in vier talen';
  return `${name}${specification.repeat(3)}`.slice(0, DESCRIPTION_LENGTH_MAX).trimEnd();
}

/** A valid EAN-13 from the range 200–299, which is reserved for use inside a company. */
function internalEan(random: SeededRandom): string {
  const digits = `2${random.digits(11)}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
