/**
 * Sales bookings (verkoopboekingen): the invoice is booked straight into the ledger under a number of ours, without an
 * Asperion document. The one target whose path and members are confirmed. It has no text lines, quantities or prices:
 * only amounts, so text lines are left out and each other line becomes quantity times price, in whole cents.
 */
import { roundToCents } from '../../kernel/decimal.ts';
import type { InvoiceTarget } from '../../model/accounting.ts';
import type { DraftInvoice, DraftLine } from '../../model/draft-invoice.ts';
import type { AdministrationId, ArticleId } from '../../model/ids.ts';
import type { AsperionApi } from '../call.ts';
import { findByKey } from '../find-by-key.ts';
import { articlesWithId } from '../keyed-lists.ts';
import { dateInBody } from '../translate.ts';
import { wireNumber } from '../wire-number.ts';
import type { SalesBookingSettings } from './booking-settings.ts';
import { openCollection } from './invoice-collection.ts';

const PATH = '/v1/salesinvoiceswithlines';

/** The sales bookings of one administration. */
export function openSalesBookings(
  api: AsperionApi,
  administrationId: AdministrationId,
  settings: SalesBookingSettings,
): InvoiceTarget {
  return openCollection(api, {
    kind: 'sales-booking',
    path: PATH,
    administrationId,
    markPlace: {
      filter: 'InvoiceNumber',
      comparison: 'Equals',
      writtenMark: (mark) => withoutParentheses(mark.text),
      textOf: (invoice) => invoice.invoiceNumber,
    },
    bodyOf: async (draft) => bookingBody(draft, settings, await salesTypes(api, administrationId, draft, settings)),
    dateFilter: 'Date_from',
    isNumberedWhenFinal: false,
  });
}

/** The JSON that makes the booking. `salesTypeIds`: of the articles on it, as far as they decide the account. */
export function bookingBody(
  draft: DraftInvoice,
  settings: SalesBookingSettings,
  salesTypeIds: ReadonlyMap<ArticleId, string>,
): string {
  const date = draft.date.value;
  return JSON.stringify({
    debtorCustomerNumber: draft.debtorNumber.value,
    invoiceNumber: bookingNumber(draft.description.value),
    date: dateInBody(date),
    bookyear: Number(date.slice(0, 4)),
    bookperiod: Number(date.slice(5, 7)),
    journalId: settings.journalId,
    description: draft.description.value,
    lines: { _data: draft.lines.flatMap((line) => lineInBooking(line, settings, salesTypeIds)) },
  });
}

function lineInBooking(
  line: DraftLine,
  settings: SalesBookingSettings,
  salesTypeIds: ReadonlyMap<ArticleId, string>,
): object[] {
  if (line.kind === 'text') return [];
  const salesTypeId =
    line.kind === 'salestype' ? line.salesTypeId.value : line.articleId && salesTypeIds.get(line.articleId);
  return [
    {
      description: line.text.value,
      amount: wireNumber(roundToCents(line.quantity.value.times(line.unitPrice.value))),
      ledgerAccountId: settings.ledgerAccountIdBySalesTypeId[salesTypeId ?? ''] ?? settings.ledgerAccountId,
      vatCode: line.vatCode.value,
    },
  ];
}

/** The sales types of the draft's articles; nothing is asked when every line goes to the same account anyway. */
async function salesTypes(
  api: AsperionApi,
  administrationId: AdministrationId,
  draft: DraftInvoice,
  settings: SalesBookingSettings,
): Promise<ReadonlyMap<ArticleId, string>> {
  if (Object.keys(settings.ledgerAccountIdBySalesTypeId).length === 0) return new Map();
  const ids = draft.lines.flatMap((line) =>
    line.kind === 'article' && line.articleId !== null ? [line.articleId] : [],
  );
  const articles = await findByKey(api, articlesWithId(administrationId), ids);
  return new Map(articles.map((article) => [article.id as ArticleId, article.salesTypeId.trim()]));
}

/** As mapping writes it: an account's key, a dash and the row id, in parentheses. What people typed comes after it. */
const MARK = /\([0-9a-z]{6,}-[^()\s]+\)/;

/** The number of the booking is the mark of origin in the description, so that looking it up finds the booking. */
function bookingNumber(description: string): string {
  const mark = MARK.exec(description)?.[0];
  if (mark === undefined) throw new Error('the description of an invoice must carry its mark of origin');
  return withoutParentheses(mark);
}

function withoutParentheses(mark: string): string {
  return mark.replace(/^\(|\)$/g, '');
}
