/**
 * An article of Asperion as a material of OutSmart. Pure; whether it should be a material is settled by article-destination.
 */
import { priceText } from '../kernel/decimal.ts';
import type { Article } from '../model/accounting.ts';
import type { MaterialRecord } from '../model/field-service.ts';
import { type FittedText, requiredText, VARCHAR_CHARACTERS_MAX } from './fitted-text.ts';
import type { ImportOutcome } from './import-notices.ts';

/** OutSmart's `Text(64kb)`, counted in bytes of UTF-8. */
const DESCRIPTION_BYTES_MAX = 65_535;
const EAN_CHARACTERS_MAX = 55;

/**
 * The material to write; the price is the sales price with all its decimals, two at least. An empty unit becomes `-`, an empty
 * description the code. Unusable without a code, or with one longer than 255 characters.
 */
export function materialFromArticle(article: Article): ImportOutcome<MaterialRecord> {
  const code = article.code.trim();
  if (code === '') return { kind: 'unusable', reason: 'no-key', field: 'code' };
  if (code.length > VARCHAR_CHARACTERS_MAX) return { kind: 'unusable', reason: 'key-too-long', field: 'code' };
  const description = descriptionOf(article, code);
  const unit = requiredText(article.unit, 'unit');
  const eanCode = eanCodeOf(article);
  const record: MaterialRecord = {
    code,
    description: description.text,
    price: priceText(article.salesPrice),
    unit: unit.text,
    eanCode: eanCode.text,
  };
  return { kind: 'record', record, notices: [...description.notices, ...unit.notices, ...eanCode.notices] };
}

/** Line breaks stay, for OutSmart's long texts hold them. */
function descriptionOf(article: Article, code: string): FittedText {
  const field = 'description';
  const text = article.description.trim();
  if (text === '') return { text: code, notices: [{ code: 'stand-in', field, parameters: { standIn: code } }] };
  const length = bytesOf(text);
  if (length <= DESCRIPTION_BYTES_MAX) return { text, notices: [] };
  const parameters = { length: `${length}`, max: `${DESCRIPTION_BYTES_MAX}` };
  return { text: cutToBytes(text, DESCRIPTION_BYTES_MAX).trimEnd(), notices: [{ code: 'cut', field, parameters }] };
}

/** A cut EAN code is the code of something else. */
function eanCodeOf(article: Article): FittedText {
  const text = article.eanCode.trim();
  if (text.length <= EAN_CHARACTERS_MAX) return { text, notices: [] };
  const parameters = { length: `${text.length}`, max: `${EAN_CHARACTERS_MAX}` };
  return { text: '', notices: [{ code: 'left-out-too-long', field: 'eanCode', parameters }] };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The longest start of the text that takes no more bytes, with no character cut in two. */
function cutToBytes(text: string, bytesMax: number): string {
  const target = new Uint8Array(bytesMax);
  return text.slice(0, new TextEncoder().encodeInto(text, target).read);
}
