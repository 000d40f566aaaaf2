/**
 * The preview of one work order as a document in the terminal: what it would become, or why it waits.
 */
import type { HeldLine, InvoiceToCreate } from '../../mapping/invoice-outcome.ts';
import type { DraftLine, Origin, Traced } from '../../model/draft-invoice.ts';
import type { WorkOrderPreview } from '../../usecases/preview-work-order.ts';
import { dutchDate } from '../../usecases/sentences-numbers.ts';
import { originSentence } from '../../usecases/sentences-origins.ts';
import { findingSentence, noticeSentence, stateWord } from '../../usecases/sentences-reasons.ts';
import { nameOf } from './documents.ts';
import { invoiceLinesText, type OriginDetail } from './invoice-lines.ts';
import { totalsText } from './invoice-totals.ts';
import { indented } from './table.ts';
import { wrapped } from './wrapped.ts';

/** Where there is no terminal to fit. */
const LINE_CHARACTERS = 110;
const TITLE_CHARACTERS = 14;

/** The whole preview as text. */
export function previewText(preview: WorkOrderPreview, detail: OriginDetail, terminalColumns: number | null): string {
  const { outcome } = preview;
  const lineCharacters = Math.max(60, terminalColumns ?? LINE_CHARACTERS);
  const lines = outcome.kind === 'create' ? outcome.draft.lines : [...outcome.lines, ...outcome.heldLines];
  const table = lines.length === 0 ? '' : indented(invoiceLinesText(lines, detail, lineCharacters - 2));
  const tableCharacters = Math.max(...table.split('\n').map((line) => line.length));
  const parts = [
    titleText(preview),
    standText(preview, lineCharacters),
    reasonsText(preview, lineCharacters),
    headText(preview, detail, lineCharacters),
    table,
    totalsText(lines, outcome.amount, tableCharacters),
    vatOriginText(lines, detail, lineCharacters),
    remarksText(preview, lineCharacters),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function titleText({ workOrder }: WorkOrderPreview): string {
  const day = workOrder.workDate === null ? '' : dutchDate(workOrder.workDate);
  const { name, city } = workOrder.workParty;
  return [
    `Werkbon ${nameOf(workOrder)}`,
    [name, city]
      .map((text) => text.trim())
      .filter(Boolean)
      .join(', '),
    day,
  ]
    .filter(Boolean)
    .join(' · ');
}

const NOT_QUALIFYING = {
  'not-complete': 'Gaat nu niet mee: de werkbon staat in OutSmart niet op Compleet.',
  'other-work-status': 'Gaat nu niet mee: de werkbon heeft in OutSmart niet de werkbonstatus voor Asperion.',
  archived: 'Gaat nu niet mee: de werkbon is in OutSmart gearchiveerd.',
} as const;

function standText({ known, notQualifying, objections }: WorkOrderPreview, lineCharacters: number): string {
  const lines: string[] = [];
  if (known?.invoiceId != null)
    lines.push(
      `Heeft al concept ${known.invoiceId} in Asperion, sinds ${dutchDate(known.stateSince)}. Zo zou die er nu uitzien.`,
    );
  else if (known !== null) lines.push(`Stand bij de laatste export: ${stateWord(known.state)}.`);
  if (notQualifying !== null && known?.invoiceId == null) lines.push(NOT_QUALIFYING[notQualifying]);
  if (objections?.length === 0) lines.push('Asperion zou deze factuur aannemen.');
  for (const objection of objections ?? []) lines.push(`Bezwaar van Asperion: ${objection}`);
  return lines.map((line) => wrapped(line, 0, lineCharacters)).join('\n');
}

function reasonsText({ outcome, workOrder }: WorkOrderPreview, lineCharacters: number): string {
  if (outcome.kind === 'create') return '';
  const sentences = outcome.findings.map((finding) =>
    wrapped(findingSentence(finding, { number: nameOf(workOrder) }), 2, lineCharacters),
  );
  return ['Deze werkbon wacht:', ...sentences].join('\n');
}

function headText({ outcome }: WorkOrderPreview, detail: OriginDetail, lineCharacters: number): string {
  const head = outcome.kind === 'create' ? outcome.draft : outcome.head;
  const { debtorNumber, debtorName, date, subject, description, reference } = head;
  const field = (title: string, text: string, origin: Origin | null, isTold: boolean) => {
    const lines = [`  ${title.padEnd(TITLE_CHARACTERS)}${text}`];
    if (origin !== null && (detail === 'full' || (detail === 'short' && isTold)))
      lines.push(wrapped(originSentence(origin), TITLE_CHARACTERS + 2, lineCharacters));
    return lines;
  };
  const traced = (title: string, value: Traced<string> | null, text = value?.value ?? '–', isTold = false) =>
    field(title, text, value?.origin ?? null, isTold);
  return [
    outcome.kind === 'create'
      ? 'Conceptfactuur, zoals die nu gemaakt zou worden'
      : 'Conceptfactuur, voor zover die al te maken is',
    ...traced(
      'Debiteur',
      debtorNumber,
      debtorNumber === null ? `? ${debtorName}` : `${debtorNumber.value} ${debtorName}`,
      true,
    ),
    ...traced('Datum', date, dutchDate(date.value)),
    ...traced('Onderwerp', subject),
    ...traced('Omschrijving', description),
    ...traced('Referentie', reference, reference?.value || '–', true),
  ].join('\n');
}

/** The same for all lines that have one. */
function vatOriginText(lines: readonly (DraftLine | HeldLine)[], detail: OriginDetail, lineCharacters: number): string {
  const [origin] = lines.flatMap((line) => ('vatCode' in line ? [line.vatCode.origin] : []));
  return origin === undefined || detail === 'none' ? '' : wrapped(`Btw: ${originSentence(origin)}`, 2, lineCharacters);
}

function remarksText({ outcome }: WorkOrderPreview, lineCharacters: number): string {
  const created = outcome.kind === 'create' ? createdText(outcome.creates) : [];
  const lines = [...created, ...outcome.notices.map((notice) => `Let op: ${noticeSentence(notice)}`)];
  return lines.map((line) => wrapped(line, 2, lineCharacters)).join('\n');
}

function createdText({ debtors, articles }: InvoiceToCreate['creates']): string[] {
  return [
    ...debtors.map(
      ({ customerNumber, name }) => `Wordt eerst in Asperion aangemaakt: debiteur ${customerNumber} ${name}.`,
    ),
    ...articles.map(({ code, description }) => `Wordt eerst in Asperion aangemaakt: artikel ${code} ${description}.`),
  ];
}
