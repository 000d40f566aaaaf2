/**
 * The shapes of --json documents that several commands share, as docs/command-line.md promises them: decimals as text,
 * camelCase, a member never left out. Changing one is a change for whoever scripts against it.
 */
import { decimalText } from '../../kernel/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import type { Run } from '../../store/runs.ts';
import { findingSentence } from '../../usecases/sentences-reasons.ts';

export function findingDocument(finding: Finding, orderNumber: string) {
  const { reason, code, name, field, found, obstacle, messages } = finding;
  return {
    reason,
    code,
    name,
    field,
    found,
    obstacle,
    messages,
    sentence: findingSentence(finding, { number: orderNumber }),
  };
}

export function workOrderDocument(order: KnownWorkOrder) {
  const {
    orderNumber,
    rowId,
    state,
    stateSince,
    deadline,
    administrationId,
    customerName,
    debtorNumber,
    workDate,
    invoiceId,
    invoiceNumber,
    decidedBy,
  } = order;
  return {
    orderNumber,
    rowId,
    state,
    stateSince,
    deadline,
    administrationId,
    customerName,
    debtorNumber,
    workDate,
    amount: decimalText(order.amount),
    reasons: order.findings.map((finding) => findingDocument(finding, nameOf(order))),
    invoiceId,
    invoiceNumber,
    decidedBy,
  };
}

export function runDocument(run: Run) {
  const {
    id,
    job,
    trigger,
    startedBy,
    state,
    phase,
    counts,
    calls,
    queuedAt,
    startedAt,
    finishedAt,
    faultCode,
    faultParameters,
  } = run;
  return {
    id,
    job,
    trigger,
    startedBy,
    state,
    phase,
    counts,
    calls,
    queuedAt,
    startedAt,
    finishedAt,
    faultCode,
    faultParameters,
  };
}

/** What people call a work order: its number, or the row id when it has none. */
export function nameOf({ orderNumber, rowId }: { readonly orderNumber: string; readonly rowId: string }): string {
  return orderNumber.trim() || rowId;
}
