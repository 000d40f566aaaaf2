/**
 * A work order as it is known, and how that is read from its row.
 */
import type { IsoDate } from '../kernel/dates.ts';
import { type Decimal, decimal } from '../kernel/decimal.ts';
import type { InvoiceStage } from '../model/accounting.ts';
import type { Finding } from '../model/finding.ts';
import type { AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import type { MemberChange } from '../model/work-order.ts';
import type { WorkOrderState } from '../model/work-order-state.ts';

export interface KnownWorkOrder {
  readonly rowId: WorkOrderRowId;
  readonly state: WorkOrderState;
  readonly stateSince: Date;
  readonly deadline: Date | null;
  readonly administrationId: AdministrationId | null;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly debtorNumber: string;
  readonly workDate: IsoDate | null;
  readonly amount: Decimal;
  readonly findings: readonly Finding[];
  readonly told: string | null;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  readonly decidedBy: string | null;
  /** Null without an invoice, and before it was looked at. */
  readonly invoiceStage: InvoiceStage | null;
  /** Excluding VAT, as the accounting system last told. */
  readonly invoiceTotal: Decimal | null;
  /** When it was seen that somebody changed the invoice over there. */
  readonly invoiceChangedAt: Date | null;
  /** How the work order differs from its invoice, until a person says that it may stay so. */
  readonly orderChanges: readonly MemberChange[];
}

/** A work order as its row holds it. */
export function knownFromRow(row: {
  row_id: WorkOrderRowId;
  state: WorkOrderState;
  state_since: Date;
  deadline: Date | null;
  administration_id: number | null;
  order_number: string;
  customer_name: string;
  debtor_number: string;
  work_date: string | null;
  amount: string;
  findings: Finding[];
  told: string | null;
  invoice_id: string | null;
  invoice_number: string | null;
  decided_by: string | null;
  invoice_stage: InvoiceStage | null;
  invoice_total: string | null;
  invoice_changed_at: Date | null;
  order_changes: readonly MemberChange[] | null;
}): KnownWorkOrder {
  return {
    rowId: row.row_id,
    state: row.state,
    stateSince: row.state_since,
    deadline: row.deadline,
    administrationId: row.administration_id as AdministrationId | null,
    orderNumber: row.order_number,
    customerName: row.customer_name,
    debtorNumber: row.debtor_number,
    workDate: row.work_date as IsoDate | null,
    amount: decimal(row.amount),
    findings: row.findings,
    told: row.told,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    decidedBy: row.decided_by,
    invoiceStage: row.invoice_stage,
    invoiceTotal: row.invoice_total === null ? null : decimal(row.invoice_total),
    invoiceChangedAt: row.invoice_changed_at,
    orderChanges: row.order_changes ?? [],
  };
}
