/**
 * A person's word about many work orders at once (*zelf afgehandeld* and back, made again, left as it is): what cannot be done is told of each, and keeps the others from
 * nothing.
 */
import type { WorkOrderRowId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import { refusal } from './sentences-refusals.ts';

/** What a person can say about many at once. */
type DecisionAboutMany = 'skip' | 'unskip' | 'make-again' | 'keep-invoice';

export interface DecidedAboutMany {
  readonly done: number;
  readonly refused: { readonly rowId: string; readonly text: string }[];
}

/** Each work order once, in the order given. */
export async function decideAboutMany(
  account: AccountStore,
  rowIds: readonly string[],
  decision: DecisionAboutMany,
  by: string,
  language: Language,
): Promise<DecidedAboutMany> {
  const ids = [...new Set(rowIds)] as WorkOrderRowId[];
  const undone: WorkOrderRowId[] = [];
  for (const id of ids) if (!(await decide(account, id, decision, by))) undone.push(id);
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

/** Answers whether the state of the work order allowed it. */
function decide(account: AccountStore, id: WorkOrderRowId, decision: DecisionAboutMany, by: string): Promise<boolean> {
  switch (decision) {
    case 'skip':
      return account.workOrders.skip(id, by);
    case 'unskip':
      return account.workOrders.unskip(id, by);
    case 'make-again':
      return account.invoiceLife.makeAgain(id, by);
    case 'keep-invoice':
      return account.invoiceLife.keepInvoice(id, by);
  }
}
