/**
 * Moving a work order from state to state, for the steps of its intent. Only along the table of legal transitions.
 */
import type { QueryCreator } from 'kysely';
import type { Finding } from '../model/finding.ts';
import type { AccountId, WorkOrderRowId } from '../model/ids.ts';
import { statesBefore, type WorkOrderState } from '../model/work-order-state.ts';
import { jsonText, withoutNul } from './log.ts';
import type { Tables } from './tables.ts';

export interface Move {
  readonly now: Date;
  readonly deadline: Date | null;
  /** Present when its invoice was made; null when only a person saw it. */
  readonly invoiceId?: string | null;
  readonly invoiceNumber?: string | null;
  readonly findings?: readonly Finding[];
  readonly told?: string;
}

/** The update that moves a work order, or nothing when it is not in a state that allows it. */
export function movingWorkOrder(
  query: QueryCreator<Tables>,
  accountId: AccountId,
  rowId: string,
  state: WorkOrderState,
  move: Move,
) {
  return query
    .updateTable('work_order')
    .set({
      state,
      state_since: move.now,
      deadline: move.deadline,
      ...(move.invoiceId === undefined ? {} : madeInvoice(move.invoiceId, move.invoiceNumber ?? null, move.now)),
      ...(move.findings === undefined ? {} : { findings: jsonText(move.findings) }),
      ...(move.told === undefined ? {} : { told: move.told }),
    })
    .where('account_id', '=', accountId)
    .where('row_id', '=', withoutNul(rowId) as WorkOrderRowId)
    .where('state', 'in', [...statesBefore(state)]);
}

/** An invoice that was made, or found, begins its life: nothing is known yet of what becomes of it. */
function madeInvoice(invoiceId: string | null, invoiceNumber: string | null, now: Date) {
  return {
    invoice_id: invoiceId && withoutNul(invoiceId),
    invoice_number: invoiceNumber && withoutNul(invoiceNumber),
    invoice_stage: 'draft' as const,
    invoice_looked_at: now,
    invoice_total: null,
    invoice_print: null,
    invoice_changed_at: null,
    order_changes: null,
    remake_by: null,
    findings: '[]',
  };
}
