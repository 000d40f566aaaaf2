/**
 * Lists of work orders for people: a page of them by place, cause, month or a part of their texts, with exact sums.
 */

import type { IsoDate } from '../kernel/dates.ts';
import { decimalText, ZERO } from '../kernel/decimal.ts';
import type { InvoiceStage } from '../model/accounting.ts';
import { DECIDED_BY_START_DATE, PLACES, placeOf, type WorkOrderPlace } from '../model/work-order-state.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { AccountStore } from '../store/store.ts';
import { addTallies, type Tally, type TallyByPlace } from '../store/work-order-lists.ts';
import { causeIdOf, causeKeyOf, type TallyText, tallyText } from './causes.ts';
import type { ForeignPages } from './foreign-pages.ts';
import type { Language } from './language.ts';
import { causeTitle } from './sentences-causes.ts';
import { isWaitReason } from './sentences-reasons.ts';

export interface WorkOrderRow {
  readonly rowId: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly debtorNumber: string;
  readonly workDate: IsoDate | null;
  readonly amount: string;
  readonly place: WorkOrderPlace;
  readonly state: string;
  readonly stateSince: string;
  readonly causes: { readonly causeId: string; readonly title: string }[];
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  /** The invoice's page in Asperion; null when there is none. */
  readonly invoiceUrl: string | null;
  readonly invoiceStage: InvoiceStage | null;
  readonly decidedBy: string | null;
  readonly looksAgainAt: string | null;
}

export interface ListQuery {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly place?: WorkOrderPlace | undefined;
  readonly search: string;
  readonly causeId: string;
  readonly month: string;
}

export interface WorkOrderPage {
  readonly items: WorkOrderRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Of all there is, whatever is asked for. */
  readonly totals: Readonly<Record<WorkOrderPlace, TallyText>>;
  /** Of all that is found. */
  readonly found: TallyText;
}

const LONG_AGO = '0001-01-01' as IsoDate;

/** One page of what the query finds, newest work first. A cause that does not exist finds nothing. */
export async function listWorkOrders(
  account: AccountStore,
  query: ListQuery,
  language: Language,
  pages: ForeignPages,
): Promise<WorkOrderPage> {
  const { page, pageSize, place, search, causeId, month } = query;
  const cause = causeId === '' ? null : causeKeyOf(causeId);
  const filter = { place: place ?? null, search, cause, month: isMonth(month) ? month : null };
  const isNothing = (causeId !== '' && cause === null) || (month !== '' && !isMonth(month));
  const [{ since: all }, listed] = await Promise.all([
    account.orderLists.balance(LONG_AGO),
    isNothing ? NOTHING : account.orderLists.page(filter, { limit: pageSize, offset: (page - 1) * pageSize }),
  ]);
  return {
    items: listed.orders.flatMap((order) => rowOf(order, language, pages) ?? []),
    total: listed.found.count,
    page,
    pageSize,
    totals: talliesText(all),
    found: tallyText(listed.found),
  };
}

const NOTHING = { orders: [], found: { count: 0, amount: ZERO } };

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function talliesText(tallies: TallyByPlace): Record<WorkOrderPlace, TallyText> {
  return Object.fromEntries(PLACES.map((place) => [place, tallyText(tallies[place])])) as Record<
    WorkOrderPlace,
    TallyText
  >;
}

/** The sum of all places. */
export function totalOf(tallies: TallyByPlace): Tally {
  return PLACES.map((place) => tallies[place]).reduce(addTallies);
}

/** The work order as a row; null when it was withdrawn and stands in no list. */
export function rowOf(order: KnownWorkOrder, language: Language, pages?: ForeignPages): WorkOrderRow | null {
  const place = placeOf(order.state);
  if (place === null) return null;
  const byPerson = order.decidedBy === DECIDED_BY_START_DATE ? BEFORE_START[language] : order.decidedBy;
  return {
    rowId: order.rowId,
    orderNumber: order.orderNumber,
    customerName: order.customerName,
    debtorNumber: order.debtorNumber,
    workDate: order.workDate,
    amount: decimalText(order.amount),
    place,
    state: order.state,
    stateSince: order.stateSince.toISOString(),
    causes: place === 'waiting' ? causesIn(order, language) : [],
    invoiceId: order.invoiceId,
    invoiceNumber: order.invoiceNumber,
    invoiceUrl:
      pages && order.administrationId !== null && order.invoiceId !== null
        ? pages.draft(order.administrationId, order.invoiceId)
        : null,
    invoiceStage: order.invoiceStage,
    decidedBy: place === 'skipped' ? byPerson : null,
    looksAgainAt: order.state === 'uncertain' ? (order.deadline?.toISOString() ?? null) : null,
  };
}

const BEFORE_START: Readonly<Record<Language, string>> = {
  nl: 'van voor de startdatum',
  en: 'from before the start date',
};

function causesIn({ findings, orderNumber }: KnownWorkOrder, language: Language): WorkOrderRow['causes'] {
  const known = findings.filter(({ reason }) => isWaitReason(reason));
  const byId = new Map(known.map((finding) => [causeIdOf(finding), finding] as const).reverse());
  return [...byId]
    .reverse()
    .map(([causeId, finding]) => ({ causeId, title: causeTitle(finding, orderNumber, language) }));
}
