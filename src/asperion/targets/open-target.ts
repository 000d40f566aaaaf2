/**
 * The one place that knows which targets there are.
 */
import type { InvoiceTarget } from '../../model/accounting.ts';
import type { AdministrationId } from '../../model/ids.ts';
import type { AsperionApi } from '../call.ts';
import { openDraftInvoices } from './draft-invoice.ts';
import { openSalesBookings } from './sales-booking.ts';
import { openSalesOrders } from './sales-order.ts';

/** The target that the connection chose, in that administration. */
export function openTarget(api: AsperionApi, administrationId: AdministrationId): InvoiceTarget {
  const { target } = api.connection;
  switch (target.kind) {
    case 'draft-invoice':
      return openDraftInvoices(api, administrationId);
    case 'sales-order':
      return openSalesOrders(api, administrationId);
    case 'sales-booking':
      return openSalesBookings(api, administrationId, target.booking);
  }
}
