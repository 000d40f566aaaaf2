/**
 * What OutSmart offers, made safe to work with: each work order once, and a name for every row that cannot be read, so that
 * it waits, is told once and is gone when the list is good again. Judges nothing.
 */
import { createHash } from 'node:crypto';
import type { UnreadableRow, WorkOrderList } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';

export interface OfferedWorkOrders {
  readonly workOrders: readonly WorkOrder[];
  readonly unreadable: readonly UnreadableOrder[];
  /** Of both, each once. */
  readonly rowIds: readonly WorkOrderRowId[];
}

/** A row that cannot be read; its id is OutSmart's, or one of ours when it has none. */
export interface UnreadableOrder extends UnreadableRow {
  readonly rowId: WorkOrderRowId;
}

/** Of a work order that stands in the list twice the first counts; one that can be read goes before a row that cannot. */
export function offeredWorkOrders(list: WorkOrderList): OfferedWorkOrders {
  const readable = new Map<WorkOrderRowId, WorkOrder>();
  const unreadable = new Map<WorkOrderRowId, UnreadableOrder>();
  const withoutId: UnreadableRow[] = [];
  for (const order of list.workOrders) {
    if (!isId(order.rowId))
      withoutId.push({ rowId: null, orderNumber: order.orderNumber, field: 'id', text: order.rowId });
    else if (!readable.has(order.rowId)) readable.set(order.rowId, order);
  }
  for (const row of [...list.unreadable, ...withoutId]) {
    const rowId = row.rowId !== null && isId(row.rowId) ? (row.rowId as WorkOrderRowId) : idOfOurs(row);
    if (!readable.has(rowId)) unreadable.set(rowId, { ...row, rowId });
  }
  return {
    workOrders: [...readable.values()],
    unreadable: [...unreadable.values()],
    rowIds: [...readable.keys(), ...unreadable.keys()],
  };
}

/** An id as OutSmart could have given it: short, and without a character that a database cannot hold. */
function isId(text: string): boolean {
  return text.length <= 100 && !text.includes('\u0000');
}

/** The same row gets the same one in every run. */
function idOfOurs({ orderNumber, field, text }: UnreadableRow): WorkOrderRowId {
  const hash = createHash('sha256')
    .update(JSON.stringify([orderNumber, field, text]))
    .digest('hex');
  return `zonder-id-${hash.slice(0, 10)}` as WorkOrderRowId;
}
