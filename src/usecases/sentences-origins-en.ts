/**
 * Where a value of the invoice comes from, in English: one sentence for every rule of mapping.
 */
import { minutesText } from '../mapping/worked-time.ts';
import type { Origin } from '../model/draft-invoice.ts';
import { settingName, withoutArticle, workOrderMember } from './sentences-fields.ts';
import { foreignField, short } from './sentences-foreign-words.ts';
import type { FieldLabels, OriginTexts, ToldOrigin } from './sentences-origins-nl.ts';

const NO_INVOICE_PARTY = 'The work order has no invoice relation';

const RULES: OriginTexts['rules'] = {
  'debtor.invoice-party': () => 'Debtor number of the invoice relation on the work order, as Asperion writes it.',
  'debtor.work-party': () =>
    `${NO_INVOICE_PARTY}. So this is the debtor number of the relation, as Asperion writes it.`,
  'debtor.new-invoice-party': ({ of }) =>
    `Debtor number of the invoice relation on the work order. ${newDebtor(of('name'))}`,
  'debtor.new-work-party': ({ of }) => `${NO_INVOICE_PARTY}, so the number of the relation. ${newDebtor(of('name'))}`,
  'debtor.linked': ({ of }) => `The work order says ${of('code')}. Somebody of your company chose this debtor for it.`,
  'date.day-of-export': () => 'The day of the export, in the Netherlands.',
  'subject.order-number': () => '"Werkbon" with the number of the work order.',
  'subject.row-id': () => 'The work order has no number. So "Werkbon" with the internal number of OutSmart.',
  'description.mark-of-origin': ({ of }) =>
    `Number and relation of the work order, with the mark ${of('mark')}. By that we recognise the draft.`,
  'reference.chosen-field': ({ of, labels }) => `Reference field is set to ${fieldName(of('field'), labels)}.`,
  'fixed-text.as-typed': () => 'Text line on order, as you typed it in the settings.',
  'extra-line.joined': ({ of, labels }) => {
    const fields = of('fields')
      .split(', ')
      .map((field) => fieldName(field, labels));
    const prefix = of('prefix') === '' ? '' : `prefix "${short(of('prefix'))}" and `;
    return `Extra order line: ${prefix}${fields.join(' + ')} of the work order.`;
  },
  'text.one-line': ({ origin }) => `From the work order: ${placed(origin.field)}. Lines and spaces are joined.`,
  'text.article-description': ({ of }) =>
    `The line has no name. So the description of article ${of('code')} in Asperion.`,
  'text.new-article-name': ({ of }) => `The line has no name. So the name that article ${of('code')} gets.`,
  'text.sales-type-description': ({ of }) =>
    `The line has no article code and no name. So the description of sales type ${of('id')} in Asperion.`,
  'text.code': ({ of }) => `There is no name anywhere. So the code ${of('code')}.`,
  'text.hour-type': () => 'Name of the hour type in OutSmart.',
  'text.hour-type-and-remark': () => 'Name of the hour type in OutSmart, and the remark on the work order.',
  'text.hours-article': () => 'OutSmart does not know this hour type. So the description of the article in Asperion.',
  'text.hours-article-and-remark': () =>
    'OutSmart does not know this hour type. So the description of the article in Asperion, and the remark on the work order.',
  'code.matched': ({ origin }) =>
    `From the work order: ${placed(origin.field)}${foundText(origin)}. This is how Asperion writes the code.`,
  'code.linked': ({ of }) => `The work order says ${of('code')}. Somebody of your company chose this article for it.`,
  'code.new-article': ({ origin, of }) =>
    `From the work order: ${placed(origin.field)}. This article is created in Asperion, with sales type ${of('salesTypeId')}.`,
  'hour-type.default': () => 'The work order names no hour type. So the Default hour type of the settings.',
  'sales-type.default': () => 'The line has no article code. So the Default sales type of the settings.',
  'decimal.read': ({ origin }) => `From the work order: ${placed(origin.field)}${foundText(origin)}.`,
  'decimal.empty-is-zero': ({ origin }) => `From the work order: ${placed(origin.field)} is empty and counts as 0.`,
  'hours.from-total-time': ({ of }) => `From the work order: time worked ${time(of('minutes'))}.`,
  'hours.rounded-up': ({ of }) =>
    of('minutes') === of('roundedMinutes')
      ? `From the work order: time worked ${time(of('minutes'))}, already a multiple of ${of('stepMinutes')} minutes.`
      : `Rounded up to ${of('stepMinutes')} minutes: ${time(of('minutes'))} becomes ${time(of('roundedMinutes'))}.`,
  'hours.from-begin-and-end': ({ of }) => `From the work order: from ${span(of)}, that is ${time(of('minutes'))}.`,
  'hours.from-begin-and-end-rounded-up': ({ of }) =>
    `From the work order: from ${span(of)}. Rounded up to ${of('stepMinutes')} minutes: ${time(of('minutes'))} becomes ${time(of('roundedMinutes'))}.`,
  'unit.article': ({ of }) => `Unit of article ${of('code')} in Asperion.`,
  'unit.hours': () => 'We count hours in hours.',
  'unit.none': () => 'There is no unit anywhere.',
  'price.article': ({ of }) => `Sales price of article ${of('code')} in Asperion, at this moment.`,
  'price.new-article': ({ of, origin }) =>
    origin.source === 'outsmart'
      ? `Sales price of hour type ${of('code')} in OutSmart. The article is created like this.`
      : `Price on the work order. Article ${of('code')} is created like this.`,
  'vat.default-of-administration': ({ of }) => `Default VAT code of the administration in Asperion: ${vat(of)}.`,
  'vat.chosen': ({ of }) => `Default VAT percentage of the settings: ${vat(of)}.`,
};

const SOURCES: OriginTexts['sources'] = {
  'work-order': (field, labels) => `From the work order: ${labels.get(field) ?? placed(field)}`,
  setting: (field) => `From the settings: ${settingName(field, 'en')}`,
  asperion: (field) => `From Asperion: ${foreign(field)}`,
  outsmart: (field) => `From OutSmart: ${foreign(field)}`,
  rule: () => 'The connector always works like this',
};

const RECORDS = { article: 'article', 'hour type': 'hour type', 'sales type': 'sales type', 'vat code': 'VAT code' };
const MEMBERS = {
  name: 'name',
  description: 'description',
  unit: 'unit',
  salesPrice: 'sales price',
  salePrice: 'sales price',
};

/** `hour type MONT name` as `name of hour type MONT`. */
function foreign(field: string): string {
  return foreignField(field, ({ record, code, member }) => `${MEMBERS[member]} of ${RECORDS[record]} ${code}`);
}

function newDebtor(name: string): string {
  return `${name === '' ? 'The debtor' : `Debtor ${short(name)}`} is created in Asperion.`;
}

/** `price (line M1)`. */
function placed(field: string): string {
  const { label, tag } = workOrderMember(field, 'en');
  return `${withoutArticle(label, 'en')}${tag === '' ? '' : ` (line ${tag})`}`;
}

function fieldName(id: string, labels: FieldLabels): string {
  return labels.get(id) ?? withoutArticle(workOrderMember(id, 'en').label, 'en');
}

function foundText({ found }: Origin): string {
  return found === undefined || found.trim() === '' ? '' : `, which says "${short(found)}"`;
}

function time(minutes: string): string {
  return minutesText(Number(minutes));
}

function span(of: ToldOrigin['of']): string {
  const pause = Number(of('breakMinutes'));
  return `${of('begin')} to ${of('end')}${pause > 0 ? ` with a break of ${pause} minutes` : ''}`;
}

function vat(of: ToldOrigin['of']): string {
  const description = of('description');
  const isTold = [of('percentage'), of('percentage').replace('.', ',')].some((text) =>
    description.includes(`${text}%`),
  );
  return isTold ? description : `${description} (${of('percentage')}%)`;
}

export const englishOrigins: OriginTexts = { rules: RULES, sources: SOURCES, found: foundText };
