/**
 * The lines of an invoice to be as a table, each with where its values come from. Knows no head and no work order.
 */
import { cutText } from '../../kernel/text.ts';
import type { Origin, Traced } from '../../model/draft-invoice.ts';
import { type AnyLine, amountOf, inOrderOfInvoice, vatPercentageOf } from '../../usecases/invoice-amounts.ts';
import { dutchNumber, euro } from '../../usecases/sentences-numbers.ts';
import { originSentence } from '../../usecases/sentences-origins.ts';
import { type Remark, tableWithRemarks } from './table.ts';

/** How much is said about where values come from. `short`: only what is no plain copy. */
export type OriginDetail = 'short' | 'full' | 'none';

type PricedLine = Exclude<AnyLine, { readonly kind: 'text' }>;

const COLUMNS = [
  { title: '' },
  { title: 'Code' },
  { title: 'Omschrijving', isFlexible: true },
  { title: 'Aantal', align: 'right' },
  { title: 'Eenheid' },
  { title: 'Prijs', align: 'right' },
  { title: 'Btw', align: 'right' },
  { title: 'Bedrag', align: 'right' },
] as const;

/** The table; lines that wait for something stand in their place with a question mark for what is missing. */
export function invoiceLinesText(lines: readonly AnyLine[], detail: OriginDetail, lineCharacters: number): string {
  const rows: (readonly string[] | Remark)[] = [];
  for (const line of [...lines].sort(inOrderOfInvoice)) {
    rows.push(rowOf(line));
    for (const remark of remarksOn(line, detail)) rows.push({ below: remark });
  }
  return tableWithRemarks(COLUMNS, rows, lineCharacters);
}

const TEXT_CHARACTERS_MAX = 2_000;

function rowOf(line: AnyLine): string[] {
  if (line.kind === 'text') return [line.tag, '', shown(line.text.value), '', '', '', '', ''];
  const percentage = vatPercentageOf(line);
  const amount = amountOf(line);
  return [
    line.tag,
    codeOf(line),
    shown(line.text.value),
    line.quantity === null ? '?' : dutchNumber(line.quantity.value),
    line.unit.value,
    line.unitPrice === null ? '?' : euro(line.unitPrice.value, 'all'),
    percentage === null ? '?' : `${dutchNumber(percentage)} %`,
    amount === null ? '?' : euro(amount),
  ];
}

/** A text of an invoice may be 64 kB; what does not fit a screen says how long it is. */
function shown(text: string): string {
  const cut = cutText(text, TEXT_CHARACTERS_MAX);
  return cut === text ? text : `${cut}… (${dutchNumber(text.length)} tekens)`;
}

function codeOf(line: PricedLine): string {
  if (line.kind === 'salestype') return `soort ${line.salesTypeId.value}`;
  if (line.kind === 'held') return line.code === '' ? '?' : `${line.code} ?`;
  return line.articleId === null ? `${line.code.value} (nieuw)` : line.code.value;
}

/** Rules that change nothing a person would wonder about. */
const PLAIN_RULES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'text.one-line',
  'code.matched',
  'decimal.read',
  'unit.article',
  'unit.hours',
  'unit.none',
]);
/** The same for all lines, so said once, with the totals. */
const SAID_ONCE_RULES: ReadonlySet<string | undefined> = new Set(['vat.chosen', 'vat.default-of-administration']);

function remarksOn(line: AnyLine, detail: OriginDetail): string[] {
  if (detail === 'none') return [];
  const origins = originsOf(line);
  if (detail === 'full') return origins.map(([what, origin]) => `${what}: ${originSentence(origin)}`);
  const told = origins.filter(([, { rule }]) => !PLAIN_RULES.has(rule) && !SAID_ONCE_RULES.has(rule));
  const sentences = [...new Set(told.map(([, origin]) => originSentence(origin)))];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

function originsOf(line: AnyLine): (readonly [string, Origin])[] {
  const of = (what: string, traced: Traced<unknown> | null) =>
    traced === null ? [] : [[what, traced.origin] as const];
  if (line.kind === 'text') return of('Tekst', line.text);
  const target =
    line.kind === 'article'
      ? of('Code', line.code)
      : line.kind === 'salestype'
        ? of('Verkoopsoort', line.salesTypeId)
        : [];
  return [
    ...target,
    ...of('Omschrijving', line.text),
    ...of('Aantal', line.quantity),
    ...of('Eenheid', line.unit),
    ...of('Prijs', line.unitPrice),
    ...(line.kind === 'held' ? [] : of('Btw', line.vatCode)),
  ];
}
