/**
 * The decision: work order + settings + what is known of Asperion -> the draft invoice to make, or why it waits.
 * Pure: no I/O, no clock, no randomness; the same input always gives the same outcome. See docs/mapping.
 */
import type { IsoDate } from '../kernel/dates.ts';
import type { Decimal } from '../kernel/decimal.ts';
import { ZERO } from '../kernel/decimal.ts';
import type { DraftInvoice, DraftLine, Traced } from '../model/draft-invoice.ts';
import type { Finding } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { DebtorOutcome } from './debtor.ts';
import { debtorOf } from './debtor.ts';
import { eachOnce, finding } from './findings.ts';
import { chargedPeriods, hoursLines } from './hours-lines.ts';
import type { HeldLine, InvoiceHead, InvoiceOutcome } from './invoice-outcome.ts';
import type { Knowledge } from './knowledge.ts';
import { invoiceDescription, markOfOrigin, workOrderName } from './mark-of-origin.ts';
import { chargedMaterials, materialLines } from './material-lines.ts';
import { planNewArticles } from './new-articles.ts';
import { traced } from './origins.ts';
import type { PricedParts } from './priced-lines.ts';
import { finishLine, lineTotal } from './priced-lines.ts';
import { referenceOf, textLines } from './text-lines.ts';
import { vatCodeFor } from './vat.ts';

export interface ExportContext {
  /** The day of export in Amsterdam. */
  readonly date: IsoDate;
  /** Names the OutSmart account inside the mark of origin; always the same for one account. */
  readonly outsmartKey: string;
}

/** A list of lines, or one of its rows, that could not be read at all: whether it would be charged is unknown. */
const UNKNOWN_LINES = /^(Materials|Workperiods)(\[\d+\])?$/;

/**
 * Maps one work order to the invoice it becomes. `create` holds everything to send and what must be created first;
 * `waits` holds every reason, each record once, and creates nothing. Findings: all but geweigerd-door-asperion. Never throws.
 */
export function invoiceFromWorkOrder(
  workOrder: WorkOrder,
  settings: Settings,
  knowledge: Knowledge,
  context: ExportContext,
): InvoiceOutcome {
  const debtor = debtorOf(workOrder, settings, knowledge);
  const newArticles = planNewArticles(workOrder, settings, knowledge);
  const around = { settings, knowledge, newArticles };
  const materials = materialLines(workOrder, around);
  const hours = hoursLines(workOrder, around);
  const vat = vatCodeFor(settings.vatCode, knowledge.vatCodes, context.date);

  const priced = [...materials.lines, ...hours.lines];
  const vatCode = vat.kind === 'code' ? vat.vatCode : null;
  const texts = textLines(workOrder, settings);
  const { lines, heldLines } = finishLines(texts, priced, vatCode);
  const head = headOf(workOrder, settings, debtor, context);
  const notices = [...debtor.notices, ...materials.notices, ...hours.notices];
  const amount = sumOf(priced);
  const findings = reasonsToWait(workOrder, [
    ...debtor.findings,
    ...materials.findings,
    ...hours.findings,
    ...(vat.kind === 'missing' ? [vat.finding] : []),
  ]);

  if (findings.length > 0 || head.debtorNumber === null) {
    return { kind: 'waits', findings, head, lines, heldLines, notices, amount };
  }
  const draft: DraftInvoice = { ...head, debtorNumber: head.debtorNumber, lines };
  const articles = [...newArticles.values()].map(({ article }) => article);
  const creates = { debtors: debtor.newDebtor === null ? [] : [debtor.newDebtor], articles };
  return { kind: 'create', draft, creates, notices, amount };
}

function finishLines(
  texts: readonly DraftLine[],
  priced: readonly PricedParts[],
  vatCode: Traced<string> | null,
): { readonly lines: DraftLine[]; readonly heldLines: HeldLine[] } {
  const finished = priced.map((parts) => finishLine(parts, vatCode));
  return {
    lines: [...texts, ...finished.filter((line) => line.kind !== 'held')],
    heldLines: finished.filter((line) => line.kind === 'held'),
  };
}

function headOf(workOrder: WorkOrder, settings: Settings, debtor: DebtorOutcome, context: ExportContext): InvoiceHead {
  const name = workOrderName(workOrder.orderNumber, workOrder.rowId);
  const mark = markOfOrigin(context.outsmartKey, workOrder.rowId);
  const customerName = workOrder.workParty.name.trim() || workOrder.invoiceParty.name;
  const description = invoiceDescription(name, customerName, mark);
  const hasNumber = workOrder.orderNumber.trim() !== '';
  return {
    debtorNumber: debtor.number,
    debtorName: debtor.name,
    date: traced(context.date, 'rule', 'date', { rule: 'date.day-of-export' }),
    subject: traced(`Werkbon ${name}`, 'work-order', hasNumber ? 'OrderNr' : 'id', {
      rule: hasNumber ? 'subject.order-number' : 'subject.row-id',
    }),
    description: traced(description, 'rule', 'description', {
      rule: 'description.mark-of-origin',
      parameters: { mark: mark.text },
    }),
    reference: referenceOf(workOrder, settings.referenceField),
  };
}

function sumOf(priced: readonly PricedParts[]): Decimal {
  return priced.map(lineTotal).reduce<Decimal>((sum, total) => (total === null ? sum : sum.plus(total)), ZERO);
}

/**
 * All reasons, each record once: those of the parts, the members that could not be read, and nothing to invoice. A member
 * that could not be read is not called missing as well; on a line that is left out it does not matter.
 */
function reasonsToWait(workOrder: WorkOrder, findings: readonly Finding[]): Finding[] {
  const materials = chargedMaterials(workOrder);
  const periods = chargedPeriods(workOrder);
  const isLeftOut = (field: string): boolean =>
    workOrder.materials.some((line) => field.startsWith(`Materials[${line.index}].`) && !materials.includes(line)) ||
    workOrder.workPeriods.some(
      (period) => field.startsWith(`Workperiods[${period.index}].`) && !periods.includes(period),
    );
  const unreadable = workOrder.unreadable.filter(({ field }) => !isLeftOut(field));
  const unreadableFields = new Set(unreadable.map(({ field }) => field));
  const isCertain = !unreadable.some(({ field }) => UNKNOWN_LINES.test(field));
  const hasNothing = isCertain && materials.length === 0 && periods.length === 0;
  return eachOnce([
    ...findings.filter((found) => !unreadableFields.has(found.field)),
    ...unreadable.map(({ field, text }) => finding('waarde-onleesbaar', { field, found: text })),
    ...(hasNothing ? [finding('geen-regels', { field: '' })] : []),
  ]);
}
