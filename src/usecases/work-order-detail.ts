/**
 * One work order beside its invoice: as it would be now, or as it was when the draft was made. When a system cannot be
 * asked, what is remembered is shown and the reason said; only a work order that nobody knows is refused.
 */
import { dayInAmsterdam } from '../kernel/dates.ts';
import { isFault } from '../kernel/fault.ts';
import type { InvoiceOutcome } from '../mapping/invoice-outcome.ts';
import type { InvoiceStage } from '../model/accounting.ts';
import type { Finding } from '../model/finding.ts';
import type { AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import { placeOf } from '../model/work-order-state.ts';
import type { Intent } from '../store/intents.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { AccountStore } from '../store/store.ts';
import { type Cause, causeIdOf, causeOf } from './causes.ts';
import { type ChangedOrder, changedOrder } from './changed-orders.ts';
import type { ForeignPages } from './foreign-pages.ts';
import type { AnyLine } from './invoice-amounts.ts';
import { type InvoiceSheet, invoiceSheet } from './invoice-sheet.ts';
import type { Language } from './language.ts';
import { Refusal, type UseCaseParts } from './parts.ts';
import { previewWorkOrder, type WorkOrderPreview } from './preview-work-order.ts';
import { faultSentence } from './sentences.ts';
import { invoiceNote, NOT_QUALIFYING, REMEMBERED } from './sentences-detail.ts';
import type { FieldLabels } from './sentences-origins-nl.ts';
import { isWaitReason, noticeSentence } from './sentences-reasons.ts';
import { storedInvoiceOf } from './stored-invoice.ts';
import { type UncertainQuestion, uncertainQuestions } from './uncertain-questions.ts';
import { type WorkOrderEvent, workOrderEvents } from './work-order-events.ts';
import { rowOf, type WorkOrderRow } from './work-order-rows.ts';
import { type WorkOrderSheet, workOrderSheet } from './work-order-sheet.ts';

export interface WorkOrderDetail {
  readonly row: WorkOrderRow | null;
  readonly rowId: string;
  readonly orderNumber: string;
  readonly shown: 'live' | 'stored';
  readonly notQualifying: string | null;
  readonly causes: Cause[];
  readonly notices: string[];
  readonly workOrder: WorkOrderSheet & { readonly outsmartUrl: string | null };
  readonly uncertain: UncertainQuestion | null;
  readonly changed: ChangedOrder | null;
  readonly invoice: InvoiceSheet & {
    readonly state: 'not-yet' | InvoiceStage | 'deleted' | 'uncertain' | 'none';
    readonly note: string;
    readonly asperionUrl: string | null;
    readonly invoiceId: string | null;
    readonly invoiceNumber: string | null;
  };
  readonly history: WorkOrderEvent[];
}

export interface DetailView {
  readonly parts: UseCaseParts;
  readonly pages: ForeignPages;
  readonly language: Language;
}

/** The two sheets and what belongs to them, whichever way they were come by. */
type Sheets = Pick<WorkOrderDetail, 'shown' | 'orderNumber' | 'notQualifying' | 'notices'> & {
  readonly findings: readonly Finding[];
  readonly workOrder: WorkOrderSheet;
  readonly invoice: InvoiceSheet;
  /** What the invoice comes to, for a cause of this work order alone. */
  readonly amount: KnownWorkOrder['amount'];
};

/** Refusal work-order.unknown. Faults of both systems, for a work order that no run has seen. */
export async function workOrderDetail(
  view: DetailView,
  account: AccountStore,
  rowId: string,
): Promise<WorkOrderDetail> {
  const { language, pages } = view;
  const id = rowId as WorkOrderRowId;
  const known = (await account.workOrders.find([id])).get(id) ?? null;
  const intent = known && (await intentOf(account, known));
  const sheets = (await storedSheets(known, intent, language)) ?? (await liveSheets(view, account, id, known));
  const saved = (await account.settings.current())?.value.administrationId ?? null;
  const administrationId = known?.administrationId ?? (saved as AdministrationId | null);
  const order = { rowId: id, orderNumber: sheets.orderNumber };
  const tally = { count: 1, amount: sheets.amount };
  const isWaiting = known === null || known.state === 'waiting' || known.state === 'ready';
  const reasons = known?.state === 'deleted' ? known.findings : isWaiting ? sheets.findings : [];
  const findings = reasons.filter(({ reason }) => isWaitReason(reason));
  const first = new Map([...findings].reverse().map((finding) => [causeIdOf(finding), finding] as const));
  const causeView = { pages, administrationId, language };
  return {
    row: known && rowOf(known, language),
    ...order,
    shown: sheets.shown,
    notQualifying: sheets.notQualifying,
    causes: [...first.values()].reverse().map((finding) => causeOf(finding, tally, sheets.orderNumber, causeView)),
    notices: sheets.notices,
    workOrder: { ...sheets.workOrder, outsmartUrl: pages.workOrder(rowId) },
    uncertain: (await uncertainQuestions(account, known === null ? [] : [known], pages, language))[0] ?? null,
    changed: known && changedOrder(known, pages, language),
    invoice: {
      ...sheets.invoice,
      ...whereItIs(known, sheets, administrationId, pages),
      note: known === null ? '' : invoiceNote(known, language),
    },
    history: await workOrderEvents(account, order, intent, language),
  };
}

async function intentOf(account: AccountStore, known: KnownWorkOrder): Promise<Intent | null> {
  if (known.administrationId === null) return null;
  return (await account.intents.find(known.administrationId, 'invoice', [known.rowId])).get(known.rowId) ?? null;
}

function whereItIs(
  known: KnownWorkOrder | null,
  { notQualifying }: Sheets,
  administrationId: AdministrationId | null,
  pages: ForeignPages,
): Pick<WorkOrderDetail['invoice'], 'state' | 'asperionUrl' | 'invoiceId' | 'invoiceNumber'> {
  const invoiceId = known?.invoiceId ?? null;
  const isLinked = invoiceId !== null && administrationId !== null;
  const about = {
    invoiceId,
    invoiceNumber: known?.invoiceNumber ?? null,
    asperionUrl: isLinked ? pages.draft(administrationId, invoiceId) : null,
  };
  const isDeleted = known?.state === 'deleted' || (known?.state === 'skipped' && invoiceId !== null);
  if (isDeleted) return { ...about, asperionUrl: null, state: 'deleted' };
  if (invoiceId !== null || (known !== null && placeOf(known.state) === 'invoiced'))
    return { ...about, state: known?.invoiceStage ?? 'draft' };
  const isOnItsWay = known?.state === 'sending' || (known !== null && placeOf(known.state) === 'uncertain');
  if (isOnItsWay) return { ...about, state: 'uncertain' };
  const isComing = known === null ? notQualifying === null : known.state === 'ready' || known.state === 'waiting';
  return { ...about, state: isComing ? 'not-yet' : 'none' };
}

/** The draft as it was made; null for a work order without one, or of which it was not kept. */
async function storedSheets(
  known: KnownWorkOrder | null,
  intent: Intent | null,
  language: Language,
): Promise<Sheets | null> {
  const isMade = known !== null && (known.invoiceId !== null || known.state === 'misplaced');
  const stored = isMade ? storedInvoiceOf(intent) : null;
  if (known === null || stored === null) return null;
  const { draft, content } = stored;
  const telling = { labels: new Map(), language };
  return {
    shown: 'stored',
    orderNumber: known.orderNumber,
    notQualifying: null,
    notices: [],
    findings: [],
    amount: known.amount,
    workOrder: workOrderSheet(content, null, hourTypeNames(draft.lines), language),
    invoice: invoiceSheet({ head: draft, lines: draft.lines, findings: [], content }, telling),
  };
}

async function liveSheets(
  { parts, language }: DetailView,
  account: AccountStore,
  rowId: WorkOrderRowId,
  known: KnownWorkOrder | null,
): Promise<Sheets> {
  try {
    const preview = await previewWorkOrder(parts, account, { rowId }, { askAsperion: false });
    return previewSheets(preview, await fieldLabels(parts, account), language);
  } catch (error) {
    if (known === null) throw error;
    if (error instanceof Refusal) return rememberedSheets(parts, known, REMEMBERED[language], language);
    if (!isFault(error)) throw error;
    const why = faultSentence(error.code, error.detail.parameters ?? {}, language);
    return rememberedSheets(parts, known, why, language);
  }
}

/** What people call the fields they chose. */
async function fieldLabels(parts: UseCaseParts, account: AccountStore): Promise<FieldLabels> {
  const fieldService = await parts.doors.openFieldService(account, new AbortController().signal);
  return new Map((await fieldService.readWorkOrderFields()).map(({ id, label }) => [id, label]));
}

function previewSheets(
  { workOrder, outcome, notQualifying }: WorkOrderPreview,
  labels: FieldLabels,
  language: Language,
): Sheets {
  const lines = linesOf(outcome);
  const head = outcome.kind === 'create' ? outcome.draft : outcome.head;
  const findings = outcome.kind === 'waits' ? outcome.findings : [];
  return {
    shown: 'live',
    orderNumber: workOrder.orderNumber.trim(),
    notQualifying: notQualifying === null ? null : NOT_QUALIFYING[language][notQualifying],
    notices: outcome.notices
      .filter(({ code }) => !code.includes('left-out'))
      .map((one) => noticeSentence(one, language)),
    findings,
    amount: outcome.amount,
    workOrder: workOrderSheet(workOrder, workOrder, hourTypeNames(lines), language),
    invoice: invoiceSheet({ head, lines, findings, content: workOrder }, { labels, language }),
  };
}

function linesOf(outcome: InvoiceOutcome): readonly AnyLine[] {
  return outcome.kind === 'create' ? outcome.draft.lines : [...outcome.lines, ...outcome.heldLines];
}

/** Names of hour types by tag, as mapping came across them. */
function hourTypeNames(lines: readonly AnyLine[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { tag, text } of lines) {
    const name = text.origin.parameters?.name;
    if (tag.startsWith('U') && name !== undefined) names.set(tag, name);
  }
  return names;
}

/** What every run remembers of a work order, when no more can be had; `why` says so. */
function rememberedSheets(
  { clock }: Pick<UseCaseParts, 'clock'>,
  known: KnownWorkOrder,
  why: string,
  language: Language,
): Sheets {
  const party = { debtorNumber: known.debtorNumber, name: known.customerName, ...NO_ADDRESS };
  const content = { workParty: party, invoiceParty: party, materials: [], workPeriods: [], fields: {} };
  const nothing = { source: 'rule', field: '' } as const;
  const head = {
    ...{ debtorNumber: null, debtorName: known.customerName, reference: null },
    date: { value: dayInAmsterdam(clock.now()), origin: nothing },
    subject: { value: '', origin: nothing },
    description: { value: '', origin: nothing },
  };
  const invoice = invoiceSheet({ head, lines: [], findings: [], content }, { labels: new Map(), language });
  return {
    shown: 'stored',
    orderNumber: known.orderNumber,
    notQualifying: null,
    notices: [why],
    findings: known.findings,
    amount: known.amount,
    workOrder: workOrderSheet(content, null, new Map(), language),
    invoice: { ...invoice, date: null, description: null },
  };
}

const NO_ADDRESS = {
  ...{ street: '', houseNumber: '', postalCode: '', city: '', country: '' },
  ...{ contactPerson: '', phone: '', email: '' },
};
