/**
 * The deterministic key of (OutSmart account, work-order row id) that every invoice carries, and the texts it stands in.
 * Found back exactly and whatever people wrote around it. Knows nothing of lines, debtors or how Asperion searches.
 */
import { cutText, oneLine } from '../kernel/text.ts';
import type { MarkOfOrigin } from '../model/accounting.ts';
import type { WorkOrderRowId } from '../model/ids.ts';

/** Ours: a server may cut long texts without saying so, and the mark must survive that. */
const DESCRIPTION_CHARACTERS_MAX = 120;
const NUMBER_CHARACTERS_MAX = 40;

/** The mark of one work order of one OutSmart account. The same two always give the same text. */
export function markOfOrigin(outsmartKey: string, rowId: WorkOrderRowId): MarkOfOrigin {
  return { text: `(${outsmartKey}-${rowId})`, rowId };
}

/**
 * The row id of the first mark of this account in a description, compared as a whole: 2417305 is never taken out of
 * 24173051, nor a mark of another account. Null when there is none.
 */
export function rowIdInDescription(description: string, outsmartKey: string): WorkOrderRowId | null {
  const opening = `(${outsmartKey}-`;
  let start = description.indexOf(opening);
  while (start !== -1) {
    const end = description.indexOf(')', start);
    if (end === -1) return null;
    const rowId = description.slice(start + opening.length, end);
    if (rowId !== '' && !/[\s(]/.test(rowId)) return rowId as WorkOrderRowId;
    start = description.indexOf(opening, start + 1);
  }
  return null;
}

/** What people call the work order: its order number, or OutSmart's row id when it has none. */
export function workOrderName(orderNumber: string, rowId: WorkOrderRowId): string {
  return cutText(oneLine(orderNumber), NUMBER_CHARACTERS_MAX).trim() || rowId;
}

/**
 * The description of the invoice: `Werkbon W25-00187 (ab12cd34-2417305) Bakkerij Blom`, at most 120 characters.
 * Name and mark stand first and are never cut; what people typed can hold no second mark of this account.
 */
export function invoiceDescription(name: string, customerName: string, mark: MarkOfOrigin): string {
  const opening = mark.text.slice(0, mark.text.length - mark.rowId.length - 1);
  const withoutMark = (text: string): string => text.replaceAll(opening, `[${opening.slice(1)}`);
  const head = `Werkbon ${withoutMark(name)} ${mark.text}`;
  const whole = `${head} ${withoutMark(oneLine(customerName))}`;
  return cutText(whole, Math.max(head.length, DESCRIPTION_CHARACTERS_MAX)).trimEnd();
}
