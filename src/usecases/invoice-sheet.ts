/**
 * The right one of the twin sheets: the invoice as it is or would be, every value with where it comes from. What is on the
 * work order and not on the invoice stands in it too, with why. Asks nobody anything.
 */
import { type Decimal, decimalText } from '../kernel/decimal.ts';
import { foldCode, oneLine } from '../kernel/text.ts';
import type { InvoiceHead } from '../mapping/invoice-outcome.ts';
import type { Origin, Traced } from '../model/draft-invoice.ts';
import type { Finding } from '../model/finding.ts';
import {
  type AnyLine,
  amountOf,
  inOrderOfInvoice,
  totalOfLines,
  totalWithVat,
  vatGroups,
  vatPercentageOf,
} from './invoice-amounts.ts';
import type { Language } from './language.ts';
import { dutchDate, dutchNumber, euro } from './sentences-numbers.ts';
import { originSentence } from './sentences-origins.ts';
import type { FieldLabels } from './sentences-origins-nl.ts';
import { SHEET_WORDS } from './sentences-sheet.ts';
import type { WorkOrderContent } from './stored-invoice.ts';

export interface TracedText {
  readonly value: string;
  readonly origin: string;
}

export interface InvoiceSheetLine {
  readonly tag: string;
  readonly kind: 'text' | 'article' | 'salestype' | 'held' | 'left-out';
  readonly text: TracedText;
  readonly note: string;
  readonly code: TracedText | null;
  readonly quantity: TracedText | null;
  readonly unit: TracedText | null;
  readonly unitPrice: TracedText | null;
  readonly vat: TracedText | null;
  readonly total: string | null;
}

export interface InvoiceSheet {
  readonly debtor: TracedText | null;
  readonly reference: TracedText | null;
  readonly date: TracedText | null;
  readonly description: TracedText | null;
  readonly lines: InvoiceSheetLine[];
  readonly total: string;
  readonly vat: { readonly name: string; readonly base: string; readonly vat: string }[];
  readonly totalWithVat: string | null;
}

export interface InvoiceParts {
  readonly head: InvoiceHead;
  /** Finished and held ones. */
  readonly lines: readonly AnyLine[];
  /** Why lines are held. */
  readonly findings: readonly Finding[];
  readonly content: WorkOrderContent;
}

/** How it is told. */
export interface Telling {
  /** What chosen fields are called in OutSmart. */
  readonly labels: FieldLabels;
  readonly language: Language;
}

export function invoiceSheet({ head, lines, findings, content }: InvoiceParts, telling: Telling): InvoiceSheet {
  const { language } = telling;
  const debtor = head.debtorNumber;
  const including = totalWithVat(lines);
  const shown = [
    ...lines.map((line) => sheetLine(line, findings, telling)),
    ...leftOutLines(content, new Set(lines.map(({ tag }) => tag)), language),
  ];
  return {
    debtor: debtor === null ? null : told(debtor, `${debtor.value} ${head.debtorName}`.trim(), telling),
    reference: head.reference === null ? null : told(head.reference, head.reference.value, telling),
    date: told(head.date, dutchDate(head.date.value, language), telling),
    description: told(head.description, head.description.value, telling),
    lines: shown.sort(inOrderOfInvoice),
    total: decimalText(totalOfLines(lines)),
    vat: vatGroups(lines).map(({ percentage, description, base, vat }) => ({
      name: vatName(percentage, description, language),
      base: decimalText(base),
      vat: decimalText(vat),
    })),
    totalWithVat: including === null ? null : decimalText(including),
  };
}

function told(traced: { readonly origin: Origin }, value: string, { labels, language }: Telling): TracedText {
  return { value, origin: originSentence(traced.origin, labels, language) };
}

function sheetLine(line: AnyLine, findings: readonly Finding[], telling: Telling): InvoiceSheetLine {
  const { language } = telling;
  const words = SHEET_WORDS[language];
  const text = told(line.text, line.text.value, telling);
  const { kind, tag } = line;
  if (line.kind === 'text') {
    const note = tag === 'T' ? words.fixedText : `${words.extraLine} ${tag.slice(1)}`;
    return { ...EMPTY, kind, tag, text, note };
  }
  const { quantity, unit, unitPrice } = line;
  const amount = amountOf(line);
  const percentage = vatPercentageOf(line);
  const isHours = tag.startsWith('U');
  return {
    tag,
    kind,
    text,
    note: noteOf(line, findings, language),
    code: codeOf(line, telling),
    quantity: quantity && told(quantity, dutchNumber(quantity.value, isHours ? 2 : 0, language), telling),
    unit: told(unit, unit.value, telling),
    unitPrice: unitPrice && told(unitPrice, euro(unitPrice.value, 'all', language), telling),
    vat:
      line.kind === 'held' || percentage === null
        ? null
        : told(line.vatCode, `${dutchNumber(percentage, 0, language)}%`, telling),
    total: amount === null ? null : decimalText(amount),
  };
}

const EMPTY = { code: null, quantity: null, unit: null, unitPrice: null, vat: null, total: null };

type PricedLine = Exclude<AnyLine, { readonly kind: 'text' }>;

function codeOf(line: PricedLine, telling: Telling): TracedText | null {
  const code: Traced<string> | null =
    line.kind === 'article' ? line.code : line.kind === 'salestype' ? line.salesTypeId : null;
  return code && told(code, code.value, telling);
}

function noteOf(line: PricedLine, findings: readonly Finding[], language: Language): string {
  const words = SHEET_WORDS[language];
  if (line.kind === 'salestype') return `${words.salesType} ${line.salesTypeId.value}`;
  if (line.kind === 'article')
    return line.articleId === null ? words.createdArticle(line.code.value) : `${words.article} ${line.code.value}`;
  const finding = findings.find((one) => isAbout(one, line.tag, line.code));
  return finding === undefined ? words.withoutVat : words.held[finding.reason](line.code, finding.obstacle);
}

/** The first line of a code names the finding for all of that code; one without a code names its own field. */
function isAbout({ field, causeKey, reason }: Finding, tag: string, code: string): boolean {
  const list = tag.startsWith('M') ? 'Materials' : 'Workperiods';
  if (field.startsWith(`${list}[${Number(tag.slice(1)) - 1}]`)) return true;
  return (
    (reason === 'materiaal-onbekend' || reason === 'uursoort-onbekend') &&
    causeKey !== '' &&
    causeKey === foldCode(code)
  );
}

/** Lines of the work order that the invoice does not have. */
function leftOutLines(content: WorkOrderContent, tags: ReadonlySet<string>, language: Language): InvoiceSheetLine[] {
  const words = SHEET_WORDS[language];
  const materials = content.materials.map(({ index, name, code }) => ({
    tag: `M${index + 1}`,
    value: oneLine(name) || code.trim(),
    note: words.leftOutMaterial,
  }));
  const periods = content.workPeriods.map(({ index, hourType, remark }) => ({
    tag: `U${index + 1}`,
    value: hourType.trim() || oneLine(remark),
    note: words.leftOutPeriod,
  }));
  return [...materials, ...periods]
    .filter(({ tag }) => !tags.has(tag))
    .map(({ tag, value, note }) => ({ ...EMPTY, kind: 'left-out', tag, text: { value, origin: note }, note }));
}

/** `Btw hoog (21%)`, or the percentage alone. */
function vatName(percentage: Decimal, description: string, language: Language): string {
  const text = `${dutchNumber(percentage, 0, language)}%`;
  if (description === '') return text;
  return description.includes(text) ? description : `${description} (${text})`;
}
