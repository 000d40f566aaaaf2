/**
 * Where a value of the invoice comes from, in words. Must not know the invoice.
 */
import type { OriginRule } from '../mapping/origins.ts';
import type { Origin } from '../model/draft-invoice.ts';
import type { Language } from './language.ts';
import { englishOrigins } from './sentences-origins-en.ts';
import { dutchOrigins, type FieldLabels, type OriginTexts } from './sentences-origins-nl.ts';

const TEXTS: Readonly<Record<Language, OriginTexts>> = { nl: dutchOrigins, en: englishOrigins };

/** Where a value comes from. `labels` gives chosen fields the names people know; without it they keep OutSmart's own. */
export function originSentence(origin: Origin, labels: FieldLabels = new Map(), language: Language = 'nl'): string {
  const { rule, parameters = {} } = origin;
  const texts = TEXTS[language];
  if (rule !== undefined && isOriginRule(rule)) {
    return texts.rules[rule]({ origin, labels, of: (name) => parameters[name] ?? '' });
  }
  return `${texts.sources[origin.source](origin.field, labels)}${texts.found(origin)}.`;
}

function isOriginRule(rule: string): rule is OriginRule {
  return Object.hasOwn(dutchOrigins.rules, rule);
}
