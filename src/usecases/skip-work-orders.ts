/**
 * *Zelf afgehandeld* and back, for many work orders at once: what cannot be done is told of each, and keeps the others from
 * nothing.
 */
import type { WorkOrderRowId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import { refusal } from './sentences-refusals.ts';

export interface DecidedAboutMany {
  readonly done: number;
  readonly refused: { readonly rowId: string; readonly text: string }[];
}

/** Each work order once, in the order given. */
export async function skipWorkOrders(
  account: AccountStore,
  rowIds: readonly string[],
  decision: 'skip' | 'unskip',
  by: string,
  language: Language,
): Promise<DecidedAboutMany> {
  const ids = [...new Set(rowIds)] as WorkOrderRowId[];
  const undone: WorkOrderRowId[] = [];
  for (const id of ids) if (!(await account.workOrders[decision](id, by))) undone.push(id);
  const known = await account.workOrders.find(undone);
  const refused = undone.map((rowId) => {
    const order = known.get(rowId);
    const why = order
      ? refusal('work-order.state', { number: order.orderNumber || rowId, state: order.state })
      : refusal('work-order.unknown', { number: rowId });
    return { rowId, text: why.messageIn(language) };
  });
  return { done: ids.length - undone.length, refused };
}
