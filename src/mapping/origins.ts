/**
 * Where each value of the invoice comes from. Every rule has its line here, so that the sentence catalogue can be checked
 * against it. Knows no sentences and no lines.
 */

import type { Decimal } from '../kernel/decimal.ts';
import { decimalText } from '../kernel/decimal.ts';
import { oneLine } from '../kernel/text.ts';
import type { Origin, Traced } from '../model/draft-invoice.ts';

interface RuleDescription {
  readonly meaning: string;
  /** Names in `parameters`. */
  readonly parameters: readonly string[];
}

/** Every rule that an origin can name, with the parameters its sentence may fill in. */
export const ORIGIN_RULES = {
  'debtor.invoice-party': { meaning: 'number of the party to invoice, as Asperion spells it', parameters: [] },
  'debtor.work-party': { meaning: 'no invoice debtor: number of the customer, as Asperion spells it', parameters: [] },
  'debtor.new-invoice-party': { meaning: 'created with the number of the party to invoice', parameters: ['name'] },
  'debtor.new-work-party': {
    meaning: 'no invoice debtor: created with the number of the customer',
    parameters: ['name'],
  },
  'debtor.linked': { meaning: 'the debtor that a person chose for this number', parameters: ['code'] },
  'date.day-of-export': { meaning: 'the day of export in Amsterdam', parameters: [] },
  'subject.order-number': { meaning: 'Werkbon and the order number', parameters: [] },
  'subject.row-id': { meaning: 'Werkbon and the row id, for there is no order number', parameters: [] },
  'description.mark-of-origin': { meaning: 'names the work order and carries its mark', parameters: ['mark'] },
  'reference.chosen-field': { meaning: 'the field chosen in Referentie veld, trimmed', parameters: ['field'] },
  'fixed-text.as-typed': { meaning: 'the text of Tekstregel op order, as typed', parameters: [] },
  'extra-line.joined': { meaning: 'prefix and the filled fields, joined by spaces', parameters: ['prefix', 'fields'] },
  'text.one-line': { meaning: 'trimmed, line breaks became one space', parameters: [] },
  'text.article-description': { meaning: 'no name on the line: the description of the article', parameters: ['code'] },
  'text.new-article-name': { meaning: 'no name on the line: the name the new article gets', parameters: ['code'] },
  'text.sales-type-description': {
    meaning: 'no code and no name: the description of the sales type',
    parameters: ['id'],
  },
  'text.code': { meaning: 'no name anywhere: the code itself', parameters: ['code'] },
  'text.hour-type': { meaning: 'name of the hour type in OutSmart', parameters: ['name'] },
  'text.hour-type-and-remark': {
    meaning: 'name of the hour type in OutSmart, then the remark',
    parameters: ['name', 'remark'],
  },
  'text.hours-article': { meaning: 'hour type unknown in OutSmart: description of the article', parameters: ['name'] },
  'text.hours-article-and-remark': {
    meaning: 'hour type unknown in OutSmart: description of the article, then the remark',
    parameters: ['name', 'remark'],
  },
  'code.matched': { meaning: 'article with this code, as Asperion spells it', parameters: [] },
  'code.linked': { meaning: 'the article that a person chose for this code', parameters: ['code'] },
  'code.new-article': { meaning: 'article created with this code, spelled as first seen', parameters: ['salesTypeId'] },
  'hour-type.default': { meaning: 'no hour type on the period: Standaard uursoort', parameters: [] },
  'sales-type.default': { meaning: 'no article code on the line: Standaard verkoopsoort', parameters: [] },
  'decimal.read': { meaning: 'read with comma or dot', parameters: [] },
  'decimal.empty-is-zero': { meaning: 'empty, which is 0', parameters: [] },
  'hours.from-total-time': { meaning: 'total time as decimal hours', parameters: ['minutes'] },
  'hours.rounded-up': {
    meaning: 'total time, rounded up to the step, as decimal hours',
    parameters: ['minutes', 'stepMinutes', 'roundedMinutes'],
  },
  'hours.from-begin-and-end': {
    meaning: 'no total time: end - begin - break as decimal hours',
    parameters: ['minutes', 'begin', 'end', 'breakMinutes'],
  },
  'hours.from-begin-and-end-rounded-up': {
    meaning: 'no total time: end - begin - break, rounded up to the step, as decimal hours',
    parameters: ['minutes', 'stepMinutes', 'roundedMinutes', 'begin', 'end', 'breakMinutes'],
  },
  'unit.article': { meaning: 'unit of the article', parameters: ['code'] },
  'unit.hours': { meaning: 'hours are counted in hours', parameters: [] },
  'unit.none': { meaning: 'no unit anywhere', parameters: [] },
  'price.article': { meaning: 'sales price of the article today', parameters: ['code'] },
  'price.new-article': { meaning: 'price the new article gets', parameters: ['code'] },
  'vat.default-of-administration': {
    meaning: 'default VAT code of the administration, for sales and valid that day',
    parameters: ['description', 'percentage'],
  },
  'vat.chosen': { meaning: 'the code of Standaard btw-percentage', parameters: ['description', 'percentage'] },
} as const satisfies Readonly<Record<string, RuleDescription>>;

export type OriginRule = keyof typeof ORIGIN_RULES;

export interface OriginDetail {
  readonly found?: string;
  readonly rule?: OriginRule;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A value with its origin. */
export function traced<T>(value: T, source: Origin['source'], field: string, detail: OriginDetail = {}): Traced<T> {
  return { value, origin: { source, field, ...detail } };
}

/** A text of one line, with the text as found when that was another one. */
export function tracedText(raw: string, source: Origin['source'], field: string): Traced<string> {
  const text = oneLine(raw);
  return traced(text, source, field, text === raw ? {} : { found: raw, rule: 'text.one-line' });
}

/** A number read from a text, with that text when it looks different. */
export function tracedDecimal(value: Decimal, text: string, source: Origin['source'], field: string): Traced<Decimal> {
  return traced(value, source, field, decimalText(value) === text ? {} : { found: text, rule: 'decimal.read' });
}
