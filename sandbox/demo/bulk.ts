// Masses of plain records for benchmarks and tests: nothing odd about them, every work order becomes a draft. Records
// come one at a time, so that a hundred thousand of them need not be in memory at once.

import Big from 'big.js';
import { articlesOf } from './articles.ts';
import type { AsperionArticle, AsperionDebtor } from './asperion-shapes.ts';
import { debtorsOf } from './debtors.ts';
import { worked } from './order-lines.ts';
import { workOrderOf } from './order-on-the-wire.ts';
import type { MaterialSpec, OrderContent, PeriodSpec } from './order-spec.ts';
import type { OutSmartWorkOrder } from './outsmart-shapes.ts';
import type { Party } from './parties.ts';
import type { Product } from './products.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { demoSettings } from './settings.ts';

const DEFAULT_TODAY = '2026-11-24';
const SPREAD_WORKDAYS = 20;
/** Far above the ids and work-order numbers of the demo company, so that both fit in one administration. */
const FIRST_ID = 1_000_001;
const FIRST_ORDER_NUMBER = 100_001;
const FIRST_DEBTOR_NUMBER = 500_001;
const HOUR_TYPE_COUNT = 5;

/** `count` active articles; the first five are hour types of sales type 20, the rest materials of sales type 10. */
export function* bulkArticles(count: number, today: string = DEFAULT_TODAY): Generator<AsperionArticle> {
  for (let index = 0; index < count; index += 1) {
    for (const article of articlesOf([bulkProduct(index)], today)) yield { ...article, id: FIRST_ID + index };
  }
}

/** `count` debtors with complete addresses, none of them blocked, numbered from 500001. */
export function* bulkDebtors(count: number, today: string = DEFAULT_TODAY): Generator<AsperionDebtor> {
  for (let index = 0; index < count; index += 1) {
    for (const debtor of debtorsOf([bulkParty(index)], today)) yield { ...debtor, id: FIRST_ID + index };
  }
}

type BulkDebtor = Pick<
  AsperionDebtor,
  'customerNumber' | 'name' | 'address' | 'postCode' | 'city' | 'countryCode' | 'blocked'
>;
type BulkArticle = Pick<AsperionArticle, 'code' | 'description' | 'unit' | 'salesTypeId' | 'salesPrice' | 'isActive'>;

export type BulkWorkOrderOptions = {
  debtors: readonly BulkDebtor[];
  articles: readonly BulkArticle[];
  /** YYYY-MM-DD; the orders lie in the twenty working days before it. */
  today?: string;
  /** Number of the first order; a second series in one account needs another. */
  firstNumber?: number;
};

/**
 * `count` ready work orders, each with one to three materials and one or two hours lines, spread evenly over the debtors
 * that are not blocked and the articles that are active. Throws when there is no debtor, material or hour type to use.
 */
export function* bulkWorkOrders(count: number, options: BulkWorkOrderOptions): Generator<OutSmartWorkOrder> {
  const { today = DEFAULT_TODAY, firstNumber = FIRST_ORDER_NUMBER } = options;
  const debtors = options.debtors.filter((debtor) => !debtor.blocked);
  const active = options.articles.filter((article) => article.isActive);
  const hourTypes = active.filter((article) => article.salesTypeId === demoSettings.hourSalesTypeId);
  const goods = active.filter((article) => article.salesTypeId !== demoSettings.hourSalesTypeId);
  const random = seededRandom(`bulk work orders ${firstNumber}`);
  for (let index = 0; index < count; index += 1) {
    const party = partyOf(itemAt(debtors, index, 'debtor that is not blocked'));
    const materials = indexesUpTo(random.whole(1, 3)).map((line) =>
      materialOf(itemAt(goods, index * 3 + line, 'active material'), random),
    );
    const periods = indexesUpTo(random.whole(1, 2)).map((line) =>
      periodOf(itemAt(hourTypes, index * 2 + line, 'active hour type'), random),
    );
    const order = ordinaryOrder(index, party, materials, periods);
    yield workOrderOf(order, firstNumber + index, today);
  }
}

function ordinaryOrder(
  index: number,
  party: Party,
  materials: readonly MaterialSpec[],
  periods: readonly PeriodSpec[],
): OrderContent {
  return {
    workdaysAgo: 1 + (index % SPREAD_WORKDAYS),
    party,
    invoiceParty: party,
    employeeNr: '11',
    typeOfWork: 'Service',
    short: `Servicebezoek ${index + 1}`,
    description: 'Werkzaamheden uitgevoerd en opgeleverd.',
    materials,
    periods,
    wire: {},
  };
}

function bulkProduct(index: number): Product {
  const isHourType = index < HOUR_TYPE_COUNT;
  const random = seededRandom(`bulk product ${index}`);
  return {
    code: isHourType ? `BULK-U${index + 1}` : `BULK-${String(index + 1).padStart(7, '0')}`,
    name: isHourType ? `Bulkuursoort ${index + 1}` : `Bulkartikel ${index + 1}`,
    longDescription: null,
    unit: isHourType ? 'uur' : 'st',
    salesTypeId: isHourType ? demoSettings.hourSalesTypeId : '10',
    price: `${random.whole(isHourType ? 40 : 1, isHourType ? 110 : 400)}.${random.digits(2)}`,
    eanCode: null,
    isActive: true,
  };
}

function bulkParty(index: number): Party {
  const number = String(FIRST_DEBTOR_NUMBER + index);
  return {
    number,
    name: `Bulkdebiteur ${index + 1} BV`,
    kind: 'company',
    street: 'Ringweg-Koppel',
    houseNumber: String(1 + (index % 400)),
    extraAddress: null,
    zip: '3813 AA',
    city: 'Amersfoort',
    country: 'NL',
    contact: '',
    phone: '033-5550103',
    mobile: '',
    email: `bulk-${number}@post.example`,
    cocNumber: '',
    vatNumber: '',
    iban: '',
    isBlocked: false,
  };
}

/** The party behind a debtor. The whole address goes into the street: nothing of the order depends on a split. */
function partyOf(debtor: BulkDebtor): Party {
  return {
    ...bulkParty(0),
    number: debtor.customerNumber,
    name: debtor.name,
    street: debtor.address,
    houseNumber: '',
    zip: debtor.postCode,
    city: debtor.city,
    country: debtor.countryCode,
    email: '',
  };
}

function materialOf(article: BulkArticle, random: SeededRandom): MaterialSpec {
  return {
    code: article.code,
    name: article.description,
    quantity: String(random.whole(1, 12)),
    unit: article.unit,
    price: new Big(article.salesPrice).toFixed(),
  };
}

function periodOf(article: BulkArticle, random: SeededRandom): PeriodSpec {
  return worked(article.code, '08:00', random.whole(10, 240));
}

function itemAt<Item>(list: readonly Item[], index: number, what: string): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error(`Bulk work orders need at least one ${what}.`);
  return item;
}

function indexesUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
