/**
 * Texts that others wrote, made to fit into a sentence of ours: messages of OutSmart and Asperion, names, values found.
 */
import { cutText, oneLine } from '../kernel/text.ts';

const WORDS_CHARACTERS_MAX = 300;
const TEXT_CHARACTERS_MAX = 80;

/** What the clients put in place of a message when the other side gave none; it says nothing to people. */
const NO_WORDS = /^(HTTP \d+|code \d+)$/;

/** `: "…"`, to end a sentence with what the other side said; empty when it said nothing. */
export function afterColon(messages: readonly string[]): string {
  const words = messages.map(oneLine).filter((message) => message !== '' && !NO_WORDS.test(message));
  if (words.length === 0) return '';
  const text = words.join(' ').replaceAll('"', "'");
  const cut = cutText(text, WORDS_CHARACTERS_MAX);
  return `: "${cut === text ? text.replace(/\.$/, '') : `${cut.trimEnd()}…`}"`;
}

/** A name or value of a length that fits a sentence. */
export function short(raw: string): string {
  const text = oneLine(raw);
  const cut = cutText(text, TEXT_CHARACTERS_MAX);
  return cut === text ? text : `${cut.trimEnd()}…`;
}

/** The text as the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const FOREIGN_FIELD = /^(article|hour type|sales type|vat code) (.+) (name|description|unit|salesPrice|salePrice)$/;

/** A member of a record of one of the two systems, as an origin spells it: `hour type MONT name`. */
export interface ForeignField {
  readonly record: 'article' | 'hour type' | 'sales type' | 'vat code';
  readonly code: string;
  readonly member: 'name' | 'description' | 'unit' | 'salesPrice' | 'salePrice';
}

/** The field in the words that `tell` has for it; as it is when it is spelled otherwise. */
export function foreignField(field: string, tell: (told: ForeignField) => string): string {
  const [, record, code, member] = FOREIGN_FIELD.exec(field) ?? [];
  if (record === undefined || code === undefined || member === undefined) return field;
  return tell({ record: record as ForeignField['record'], code, member: member as ForeignField['member'] });
}
