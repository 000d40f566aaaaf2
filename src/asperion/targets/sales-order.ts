/**
 * Sales orders (verkooporders), for administrations with inTrade; others refuse them.
 * @assumed Everything but the name of the path: the envelope of a draft with the order's own members beside it.
 */
import type { InvoiceTarget } from '../../model/accounting.ts';
import type { DraftInvoice } from '../../model/draft-invoice.ts';
import type { AdministrationId } from '../../model/ids.ts';
import type { AsperionApi } from '../call.ts';
import { dateInBody } from '../translate.ts';
import { lineInBody, MARK_IN_DESCRIPTION } from './draft-invoice.ts';
import { openCollection } from './invoice-collection.ts';

/** The sales orders of one administration. */
export function openSalesOrders(api: AsperionApi, administrationId: AdministrationId): InvoiceTarget {
  return openCollection(api, {
    kind: 'sales-order',
    path: api.connection.paths.salesOrders,
    administrationId,
    markPlace: MARK_IN_DESCRIPTION,
    bodyOf: orderBody,
    dateFilter: 'OrderDate_from',
    isNumberedWhenFinal: true,
  });
}

/** The JSON that makes the order. Throws when a line's article has no id yet. */
function orderBody(draft: DraftInvoice): string {
  const date = dateInBody(draft.date.value);
  const reference = draft.reference?.value;
  return JSON.stringify({
    debtorCustomerNumber: draft.debtorNumber.value,
    date,
    orderDate: date,
    subject: draft.subject.value,
    description: draft.description.value,
    ...(reference === undefined ? {} : { reference, customerReference: reference }),
    lines: { _data: draft.lines.map(lineInBody) },
  });
}
