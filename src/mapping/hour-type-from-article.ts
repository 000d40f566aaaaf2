/**
 * An article of Asperion as an hour type of OutSmart. Pure; whether it should be one is settled by article-destination.
 */
import { priceText } from '../kernel/decimal.ts';
import type { Article } from '../model/accounting.ts';
import type { HourTypeRecord } from '../model/field-service.ts';
import { requiredText } from './fitted-text.ts';
import type { ImportOutcome } from './import-notices.ts';

/** A work period holds the code of its hour type in a `Varchar(55)`. */
const CODE_CHARACTERS_MAX = 55;

/**
 * The hour type to write; an empty name becomes the code. Unusable without a code, or with one longer than 55 characters,
 * which no work period could hold.
 */
export function hourTypeFromArticle(article: Article): ImportOutcome<HourTypeRecord> {
  const code = article.code.trim();
  if (code === '') return { kind: 'unusable', reason: 'no-key', field: 'code' };
  if (code.length > CODE_CHARACTERS_MAX) return { kind: 'unusable', reason: 'key-too-long', field: 'code' };
  const name = requiredText(article.description, 'name', code);
  const record: HourTypeRecord = {
    code,
    name: name.text,
    salePrice: priceText(article.salesPrice),
    isActive: article.isActive,
  };
  return { kind: 'record', record, notices: name.notices };
}
