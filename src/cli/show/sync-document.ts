/**
 * What a synchronisation did, for --json.
 */
import { decimalText } from '../../kernel/decimal.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import type { Run } from '../../store/runs.ts';
import type { ExportOutcome } from '../actions/export-outcome.ts';
import { findingDocument, nameOf, runDocument } from './documents.ts';

export function syncDocument(
  account: { readonly id: string; readonly name: string },
  run: Run,
  outcome: ExportOutcome,
  isConfirmedNow: boolean,
) {
  return {
    account,
    run: runDocument(run),
    firstExportConfirmed: isConfirmedNow,
    waiting: outcome.waiting.map(waitingDocument),
    uncertain: outcome.uncertain.map(({ orderNumber, rowId, amount, deadline }) => ({
      orderNumber,
      rowId,
      amount: decimalText(amount),
      lookAgainAt: deadline,
    })),
    invoiced: outcome.invoiced.map(({ orderNumber, rowId, invoiceId, amount }) => ({
      orderNumber,
      rowId,
      invoiceId,
      amount: decimalText(amount),
    })),
  };
}

function waitingDocument(order: KnownWorkOrder) {
  const { orderNumber, rowId, findings, amount } = order;
  return {
    orderNumber,
    rowId,
    reasons: findings.map((finding) => findingDocument(finding, nameOf(order))),
    amount: decimalText(amount),
  };
}
