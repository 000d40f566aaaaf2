/**
 * The English words of every state, reason, obstacle and notice.
 */
import type { Finding } from '../model/finding.ts';
import { workOrderMember } from './sentences-fields.ts';
import { afterColon, capital, short } from './sentences-foreign-words.ts';
import type { Reason, ReasonTexts } from './sentences-reasons-nl.ts';

const THE_WORK_ORDER = 'the work order';

const REASONS: ReasonTexts['reasons'] = {
  'relatie-onbekend': (finding, order) => ({
    what: `${named('Relation', finding)} does not exist in Asperion`,
    act: `Create the debtor; after that ${order} goes along by itself.`,
  }),
  'relatie-geblokkeerd': (finding, order) => ({
    what: `${named('Debtor', finding)} is blocked in Asperion`,
    act: `Lift the block, or handle ${order} yourself.`,
  }),
  'materiaal-onbekend': (finding) => ({
    what: `${named('Article', finding)} does not exist in Asperion`,
    act: 'Create it or choose another article.',
  }),
  'uursoort-onbekend': (finding) => ({
    what: `${named('Hour type', finding)} does not exist as an article in Asperion`,
    act: 'Create the article or choose another hour type.',
  }),
  'regel-zonder-artikelcode': (finding, order) => ({
    what: ofOrder(
      order,
      `${finding.name === '' ? 'a line without a name' : `the line "${short(finding.name)}"`} has no article code`,
    ),
    act: 'Fill in the code on the work order, or choose a default sales type for such lines.',
  }),
  'uren-zonder-uursoort': (finding, order) => ({
    what: ofOrder(order, `${hoursOf(finding)} has no hour type`),
    act: 'Fill it in on the work order, or choose a default hour type once.',
  }),
  'geen-regels': (_finding, order) => ({
    what: `${capital(order)} has nothing to invoice`,
    act: `It has no materials or hours with a quantity; fill those in in OutSmart or handle ${order} yourself.`,
  }),
  'btw-ontbreekt': (_finding, order) => ({
    what: 'No VAT code is chosen yet',
    act: `Choose a default VAT percentage; until then ${order} waits.`,
  }),
  'waarde-onleesbaar': unreadable,
  'geweigerd-door-asperion': refused,
  'concept-verwijderd': (_finding, order) => ({
    what: `The draft of ${order} was deleted in Asperion`,
    act: 'We do not make it again by ourselves; choose what has to happen.',
  }),
};

const OBSTACLES: ReasonTexts['obstacles'] = {
  'no-number': ({ name }, order) => ({
    what: ofOrder(order, `the relation${name === '' ? '' : ` ${short(name)}`} has no debtor number`),
    act: 'In OutSmart, fill in the number at the relation and on the work order.',
  }),
  'no-name': (finding) => ({
    what: `${recordOf(finding)} does not exist in Asperion and has no name in OutSmart`,
    act: 'Fill in the name in OutSmart, or create it in Asperion yourself.',
  }),
  inactive: (finding) => ({
    what: `${recordOf(finding)} is inactive in Asperion`,
    act: `Make the article active again there, or choose ${finding.reason === 'uursoort-onbekend' ? 'another hour type' : 'another article'}.`,
  }),
  debtorKindId: withoutDefault('debtor kind'),
  paymentConditionId: withoutDefault('payment condition'),
  salesTypeId: withoutDefault('sales type'),
  'not-in-outsmart': (finding) => ({
    what: `${recordOf(finding)} does not exist in OutSmart and not in Asperion`,
    act: 'Create the article in Asperion, or choose another hour type on the work order.',
  }),
  'price-unreadable': (finding) => ({
    what: `${recordOf(finding)} has a sales price in OutSmart that is not a number`,
    act: 'In OutSmart, change the price to for example 62,50.',
  }),
  'vat-unknown': (finding) => ({ what: `${vatCode(finding)} does not exist in Asperion`, act: CHOOSE_OTHER_VAT }),
  'vat-not-for-sales': (finding) => ({
    what: `${vatCode(finding)} is not meant for sales in Asperion`,
    act: CHOOSE_OTHER_VAT,
  }),
  'vat-not-valid': (finding) => ({
    what: `${vatCode(finding)} does not apply today in Asperion`,
    act: CHOOSE_OTHER_VAT,
  }),
  'link-gone': (finding) => ({
    what: `${recordOf(finding)} is linked to ${targetOf(finding)}, which no longer exists in Asperion`,
    act: 'Choose another, or remove the link in the settings.',
  }),
  'link-blocked': (finding) => ({
    what: `${named('Relation', finding)} is linked to ${targetOf(finding)}, which is blocked in Asperion`,
    act: 'Lift the block, or choose another debtor.',
  }),
  'link-inactive': (finding) => ({
    what: `${recordOf(finding)} is linked to ${targetOf(finding)}, which is inactive in Asperion`,
    act: 'Make it active again there, or choose another article.',
  }),
  'being-looked-up': (finding, order) => ({
    what: `${recordOf(finding)}: not sure yet whether it was created in Asperion`,
    act: `We look it up by ourselves; after that ${order} goes along.`,
  }),
  'created-before': (finding) => ({
    what: `${recordOf(finding)} was created by us before, but is no longer in Asperion`,
    act: 'Create it there again; we do not do that by ourselves.',
  }),
  refused,
};

const CHOOSE_OTHER_VAT = 'Choose another default VAT percentage in the settings.';

function withoutDefault(what: string): ReasonTexts['reasons'][keyof ReasonTexts['reasons']] {
  return (finding) => ({
    what: `${recordOf(finding)} does not exist in Asperion, and without a default ${what} we can create nothing`,
    act: `Choose a default ${what} in the settings.`,
  });
}

function named(noun: string, { code, name }: Finding): string {
  return [noun, code, short(name)].filter((part) => part !== '').join(' ');
}

/** The record a finding is about, by the noun people know it by. */
function recordOf(finding: Finding): string {
  const noun =
    { 'relatie-onbekend': 'Relation', 'uursoort-onbekend': 'Hour type' }[finding.reason as string] ?? 'Article';
  return named(noun, finding);
}

/** What a person linked the code to: `debtor 10377`. */
function targetOf({ reason, found }: Finding): string {
  const noun = reason.startsWith('relatie-') ? 'debtor' : 'article';
  return found.trim() === '' ? `another ${noun}` : `${noun} ${short(found)}`;
}

function vatCode(finding: Finding): string {
  return named('VAT code', finding);
}

/** `Work order 2026-1190: the line …`; without a number the statement alone. */
function ofOrder(order: string, statement: string): string {
  return order === THE_WORK_ORDER ? capital(statement) : `${capital(order)}: ${statement}`;
}

/** `1:30 of employee 12`, as much of it as is known. */
function hoursOf({ found, name }: Finding): string {
  const time = found === '' ? 'a line of hours' : found;
  return `${time}${name === '' ? '' : ` of employee ${short(name)}`}`;
}

function unreadable({ field, code, name, found }: Finding, order: string): Reason {
  const { label, tag, expected } = workOrderMember(field, 'en');
  const onLine = tag === '' ? '' : ` on line ${tag}`;
  if (expected === undefined) {
    return {
      what: ofOrder(order, `we cannot read ${label}${onLine}`),
      act: `Save the work order in OutSmart again, or handle ${order} yourself.`,
    };
  }
  const record = short(name) || code;
  const place = record === '' ? onLine : ` of ${record}`;
  if (found.trim() === '') {
    return {
      what: ofOrder(order, `${label}${place} is not filled in`),
      act: `In OutSmart, fill in for example ${expected.example}.`,
    };
  }
  return {
    what: ofOrder(order, `${label} "${short(found)}"${place} is not a ${expected.kind}`),
    act: `In OutSmart, change it to for example ${expected.example}.`,
  };
}

function refused(finding: Finding, order: string): Reason {
  const noun = { debtor: 'debtor', article: 'article' }[finding.field];
  const record = noun === undefined ? `the draft of ${order}` : named(noun, finding);
  return {
    what: `Asperion does not accept ${record}${afterColon(finding.messages)}`,
    act: 'Correct this in OutSmart or Asperion; we try it again by ourselves.',
  };
}

const STATES: ReasonTexts['states'] = {
  ready: 'Ready',
  waiting: 'Waits for you',
  sending: 'In progress',
  uncertain: 'Uncertain',
  invoiced: 'Invoiced',
  acknowledged: 'Invoiced',
  skipped: 'Handled by hand',
  withdrawn: 'Withdrawn',
  misplaced: 'Wrong administration',
  deleted: 'Draft deleted',
};

const NOTICES: ReasonTexts['notices'] = {
  'line-left-out-quantity-0': ({ tag = '', code = '', name = '' }) =>
    `${line(tag, name || code)} is not on the invoice: the quantity is 0.`,
  'period-left-out-0-minutes': ({ tag = '', hourType = '', remark = '' }) =>
    `${line(tag, hourType || remark)} is not on the invoice: no minutes were worked.`,
  'price-0': ({ tag = '', code = '', name = '' }) => `${line(tag, name || code)} has price € 0.00.`,
  'hours-article-of-other-sales-type': ({ tag = '', code = '', salesTypeId = '', expectedSalesTypeId = '' }) =>
    `${line(tag, '')}: article ${code} has sales type ${salesTypeId}; that of the hour types is ${expectedSalesTypeId}.`,
  'sales-type-text-used': ({ tag = '', text = '' }) =>
    `${line(tag, '')} has no article code and no name; the invoice shows the sales type: "${short(text)}".`,
  'debtor-address-missing': ({ number = '', name = '' }) =>
    `Debtor ${[number, short(name)].join(' ').trim()} gets no address; add it in Asperion afterwards.`,
};

/** `Line M3 (Onderhoudsset cv-ketel)`. */
function line(tag: string, name: string): string {
  return `Line ${tag}${name === '' ? '' : ` (${short(name)})`}`;
}

export const englishReasons: ReasonTexts = {
  workOrder: (number) => (number === '' ? THE_WORK_ORDER : `work order ${number}`),
  reasons: REASONS,
  obstacles: OBSTACLES,
  states: STATES,
  notices: NOTICES,
};
