/**
 * Looking for an invoice that may be ours though it carries no mark: of the same debtor, as high, and made since. Somebody
 * may have changed its description while nobody knew whether it had been made.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import { decimal } from '../../kernel/decimal.ts';
import { foldCode } from '../../kernel/text.ts';
import type { InvoiceLikeness, MarkedInvoice } from '../../model/accounting.ts';
import type { AsperionApi } from '../call.ts';
import { readList } from '../lists.ts';
import { type InvoiceRecord, invoiceRecord } from '../records.ts';
import { markedInvoiceFromRecord } from '../translate.ts';
import type { MarkedCollection } from './find-marked.ts';
import { stageOf } from './invoice-stage.ts';

/** Sums may be rounded by line or as a whole. */
const NEARLY: Decimal = decimal('0.05');
/** A mark of this or another installation: `(ab12cd34-2417305)`. */
const ANY_MARK = /\([0-9a-f]{8,}-[^\s()]+\)/;

/** Drafts alone: one that is final was seen by a person. Faults: those of a read. */
export async function findUnmarked(
  api: AsperionApi,
  collection: MarkedCollection,
  { debtorNumber, total, since }: InvoiceLikeness,
): Promise<readonly MarkedInvoice[]> {
  const { path, administrationId, dateFilter, markPlace } = collection;
  // A number that is the mark itself is not changed by the way.
  if (markPlace.comparison === 'Equals') return [];
  const filter = {
    DebtorCustomerNumber: debtorNumber,
    DebtorCustomerNumber_comparison: 'Equals',
    [dateFilter]: since,
  };
  const isLike = (invoice: InvoiceRecord) =>
    foldCode(invoice.debtorCustomerNumber) === foldCode(debtorNumber) &&
    (invoice.date ?? invoice.orderDate ?? since) >= since &&
    invoice.amountExclVat?.minus(total).abs().lte(NEARLY) === true &&
    stageOf(collection, invoice) === 'draft' &&
    !ANY_MARK.test(markPlace.textOf(invoice));
  const rows = await readList(api, { path, administrationId, filter, schema: invoiceRecord }, isLike);
  return rows.map(markedInvoiceFromRecord);
}
