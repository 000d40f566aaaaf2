/**
 * What each end of a create does to its intent and, for invoices, to the work order.
 */
import type { IntentState, WorkOrderState } from '../model/work-order-state.ts';
import type { IntentEnd } from './intents.ts';
import type { Move } from './move-work-order.ts';

/** From which states an intent may come to an end, and the state in which its work order is then. */
export const ENDS: Readonly<Record<IntentEnd['kind'], { from: readonly IntentState[]; workOrder: WorkOrderState }>> = {
  done: { from: ['sending', 'uncertain', 'absent', 'unsent', 'refused', 'misplaced'], workOrder: 'invoiced' },
  uncertain: { from: ['sending'], workOrder: 'uncertain' },
  absent: { from: ['sending', 'uncertain', 'misplaced'], workOrder: 'ready' },
  unsent: { from: ['sending'], workOrder: 'ready' },
  refused: { from: ['sending'], workOrder: 'waiting' },
  misplaced: { from: ['sending', 'uncertain'], workOrder: 'misplaced' },
};

/** What else changes about the work order. */
export function moveOf(end: IntentEnd, now: Date): Move {
  return {
    now,
    deadline: end.kind === 'uncertain' ? end.lookAgainAt : null,
    ...(end.kind === 'done' ? { invoiceId: end.foreignId, invoiceNumber: end.invoiceNumber } : {}),
    ...(end.kind === 'refused' ? { findings: end.findings, told: end.told } : {}),
  };
}
