// GetWorkorders and GetWorkorder. Both change what they read unless `update_status=false` is sent: a completed order
// becomes Afgehandeld (docs section 6.1). That a forgetful client loses its orders here is on purpose.

import { comparedKey } from '../records/record-list.ts';
import { type WorkOrderStatus, workOrderFields, workOrderStatuses } from '../records/work-order-fields.ts';
import type { StoredWorkOrder } from '../records/work-order-list.ts';
import { apiUser, type Call, visibleUntilMs } from './call.ts';
import { type Answer, codes, refusal, successBytes, successList } from './envelope.ts';
import { hasFilters, readFilters } from './filters.ts';
import { singleValue } from './php-query.ts';

const columns = new Map(workOrderFields.list.map((spec) => [spec.name.toLowerCase(), spec.name]));

/** GET GetWorkorders: all orders that answer to `status`, `workstatus` and the filters. */
export function getWorkOrders(call: Call): Answer {
  const status = wantedStatus(call);
  if (typeof status !== 'string') return status;
  const test = readFilters(call.query, columns);
  if (typeof test !== 'function') return refusal(codes.serverError, test.problem);
  const workStatus = comparedKey(singleValue(call.query, 'workstatus') ?? '');
  const untilMs = visibleUntilMs(call);
  const found: StoredWorkOrder[] = [];
  for (const stored of call.account.workOrders.all()) {
    const { order } = stored;
    if (status !== 'Alle' && order.status !== status) continue;
    if (workStatus !== '' && comparedKey(order.WorkStatus ?? '') !== workStatus) continue;
    if (stored.createdMs <= untilMs && test(order)) found.push(stored);
  }
  if (found.length === 0 && call.settings.emptyListCode !== 200) return refusal(call.settings.emptyListCode);
  return successList(call.account.together(() => found.map((stored) => fetched(call, stored))));
}

/** GET GetWorkorder: one order by `row_id` or `workorder_no`, whatever its status. */
export function getWorkOrder(call: Call): Answer {
  const stored = namedWorkOrder(call);
  if (stored === undefined) return refusal(codes.workOrderNotFound);
  return successBytes(fetched(call, stored));
}

/** The order that the query names; `row_id` goes before `workorder_no`. */
export function namedWorkOrder(call: Call): StoredWorkOrder | undefined {
  const { workOrders } = call.account;
  const rowId = singleValue(call.query, 'row_id');
  return rowId ? workOrders.get(rowId) : workOrders.withWorkorderNo(singleValue(call.query, 'workorder_no') ?? '');
}

function wantedStatus(call: Call): WorkOrderStatus | 'Alle' | Answer {
  const status = singleValue(call.query, 'status')?.toLowerCase() ?? '';
  if (status === 'alle') return 'Alle';
  const known = workOrderStatuses.find((name) => name.toLowerCase() === status);
  if (known !== undefined) return known;
  if (status !== '') return refusal(codes.serverError, `Unknown status: ${status}`);
  // Documented as required; a client that filters on a debtor or an id is known to leave it out.
  return hasFilters(call.query) ? 'Alle' : refusal(codes.serverError, 'Required field missing: status');
}

/** The order as the reply shows it, after the move that fetching makes. */
function fetched(call: Call, stored: StoredWorkOrder): Buffer {
  const { workOrders } = call.account;
  const keepsStatus = singleValue(call.query, 'update_status')?.toLowerCase() === 'false';
  if (keepsStatus || stored.order.status !== 'Compleet') return workOrders.bytesOf(stored);
  const bytesBefore = workOrders.bytesOf(stored);
  const moved = workOrders.moveTo(stored, 'Afgehandeld', { timestamp: call.timestamp, user: apiUser });
  return call.settings.statusInMovingReply === 'old' ? bytesBefore : workOrders.bytesOf(moved);
}
