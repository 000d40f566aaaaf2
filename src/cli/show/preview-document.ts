/**
 * The preview of one work order for --json: every value with its origin, decimals as text.
 */
import { type Decimal, decimalText } from '../../kernel/decimal.ts';
import type { HeldLine, InvoiceHead, InvoiceToCreate } from '../../mapping/invoice-outcome.ts';
import type { DraftLine, Traced } from '../../model/draft-invoice.ts';
import type { WorkOrderPreview } from '../../usecases/preview-work-order.ts';
import { originSentence } from '../../usecases/sentences-origins.ts';
import { noticeSentence } from '../../usecases/sentences-reasons.ts';
import { findingDocument, nameOf, workOrderDocument } from './documents.ts';

export function previewDocument(preview: WorkOrderPreview) {
  const { workOrder, outcome, known, intent, notQualifying, objections } = preview;
  const isReady = outcome.kind === 'create';
  const { rowId, orderNumber, status, workStatus, isArchived, workDate, workParty, invoiceParty } = workOrder;
  return {
    workOrder: {
      orderNumber,
      rowId,
      status,
      workStatus,
      isArchived,
      workDate,
      customerName: workParty.name,
      debtorNumber: workParty.debtorNumber,
      invoiceDebtorNumber: invoiceParty.debtorNumber,
    },
    kind: outcome.kind,
    draft: draftDocument(isReady ? outcome.draft : outcome.head, isReady ? outcome.draft.lines : outcome.lines),
    heldLines: isReady ? [] : outcome.heldLines.map(heldLineDocument),
    creates: createsDocument(isReady ? outcome.creates : { debtors: [], articles: [] }),
    reasons: isReady ? [] : outcome.findings.map((finding) => findingDocument(finding, nameOf(workOrder))),
    notices: outcome.notices.map((notice) => ({ ...notice, sentence: noticeSentence(notice) })),
    amount: decimalText(outcome.amount),
    known: known === null ? null : workOrderDocument(known),
    intent: intent === null ? null : intentDocument(intent),
    notQualifying,
    objections,
  };
}

function traced<T>({ value, origin }: Traced<T>) {
  return { value, origin: { ...origin, sentence: originSentence(origin) } };
}

function tracedDecimal({ value, origin }: Traced<Decimal>) {
  return traced({ value: decimalText(value), origin });
}

function draftDocument(head: InvoiceHead, lines: readonly DraftLine[]) {
  const { debtorNumber, debtorName, date, subject, description, reference } = head;
  return {
    debtorNumber: debtorNumber === null ? null : traced(debtorNumber),
    debtorName,
    date: traced(date),
    subject: traced(subject),
    description: traced(description),
    reference: reference === null ? null : traced(reference),
    lines: lines.map(lineDocument),
  };
}

function lineDocument(line: DraftLine) {
  const { kind, tag } = line;
  if (line.kind === 'text') return { kind, tag, text: traced(line.text) };
  const target =
    line.kind === 'article'
      ? { code: traced(line.code), articleId: line.articleId }
      : { salesTypeId: traced(line.salesTypeId) };
  return {
    kind,
    tag,
    ...target,
    text: traced(line.text),
    quantity: tracedDecimal(line.quantity),
    unit: traced(line.unit),
    unitPrice: tracedDecimal(line.unitPrice),
    vatCode: traced(line.vatCode),
  };
}

function heldLineDocument({ kind, tag, code, text, unit, quantity, unitPrice }: HeldLine) {
  return {
    kind,
    tag,
    code,
    text: traced(text),
    unit: traced(unit),
    quantity: quantity === null ? null : tracedDecimal(quantity),
    unitPrice: unitPrice === null ? null : tracedDecimal(unitPrice),
  };
}

function createsDocument({ debtors, articles }: InvoiceToCreate['creates']) {
  return {
    debtors,
    articles: articles.map((article) => ({ ...article, salesPrice: decimalText(article.salesPrice) })),
  };
}

function intentDocument({
  state,
  attempt,
  committedAt,
  lookAgainAt,
  foreignId,
  evidence,
}: NonNullable<WorkOrderPreview['intent']>) {
  return { state, attempt, committedAt, lookAgainAt, foreignId, evidence };
}
