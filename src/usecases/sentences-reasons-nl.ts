/**
 * The Dutch words of every state, reason, obstacle and notice. Sets the shape that other languages fill.
 */
import type { Obstacle } from '../mapping/findings.ts';
import type { Finding, Notice, NoticeCode, WaitReason } from '../model/finding.ts';
import type { WorkOrderState } from '../model/work-order-state.ts';
import { workOrderMember } from './sentences-fields.ts';
import { afterColon, capital, short } from './sentences-foreign-words.ts';

/** The two halves of a sentence about a reason: the log shows only the first. */
export interface Reason {
  /** Which record and what is wrong with it, without a full stop. */
  readonly what: string;
  /** What to do, or that it goes by itself. */
  readonly act: string;
}

/** Why creating or choosing was no way out: what mapping can say, and what only creating in Asperion can meet. */
export type FindingObstacle = Obstacle | 'being-looked-up' | 'created-before' | 'refused';

/** `order` is what the work order is called inside a sentence: `werkbon 2026-1190`. */
type Words = (finding: Finding, order: string) => Reason;

export interface ReasonTexts {
  /** The work order inside a sentence; without a number what it is called then. */
  readonly workOrder: (number: string) => string;
  readonly reasons: Readonly<Record<WaitReason, Words>>;
  readonly obstacles: Readonly<Record<FindingObstacle, Words>>;
  readonly states: Readonly<Record<WorkOrderState, string>>;
  readonly notices: Readonly<Record<NoticeCode, (parameters: Notice['parameters']) => string>>;
}

const THE_WORK_ORDER = 'de werkbon';

const REASONS: ReasonTexts['reasons'] = {
  'relatie-onbekend': (finding, order) => ({
    what: `${relation(finding)} bestaat niet in Asperion`,
    act: `Maak de debiteur aan; daarna gaat ${order} vanzelf mee.`,
  }),
  'relatie-geblokkeerd': (finding, order) => ({
    what: `${named('Debiteur', finding)} is geblokkeerd in Asperion`,
    act: `Hef de blokkade op, of handel ${order} zelf af.`,
  }),
  'materiaal-onbekend': (finding) => ({
    what: `${named('Artikel', finding)} bestaat niet in Asperion`,
    act: 'Maak het aan of kies een ander artikel.',
  }),
  'uursoort-onbekend': (finding) => ({
    what: `${named('Uursoort', finding)} bestaat niet als artikel in Asperion`,
    act: 'Maak het artikel aan of kies een andere uursoort.',
  }),
  'regel-zonder-artikelcode': (finding, order) => ({
    what: ofOrder(
      order,
      `${finding.name === '' ? 'een regel zonder naam' : `de regel "${short(finding.name)}"`} heeft geen artikelcode`,
    ),
    act: 'Vul de code in op de werkbon, of kies een standaard verkoopsoort voor zulke regels.',
  }),
  'uren-zonder-uursoort': (finding, order) => ({
    what: ofOrder(order, `${hoursOf(finding)} geen uursoort`),
    act: 'Vul die in op de werkbon, of kies één keer een standaard uursoort.',
  }),
  'geen-regels': (_finding, order) => ({
    what: `${capital(order)} heeft niets om te factureren`,
    act: `Er staan geen materialen of uren met een aantal op; vul die in OutSmart in of handel ${order} zelf af.`,
  }),
  'btw-ontbreekt': (_finding, order) => ({
    what: 'Er is nog geen btw-code gekozen',
    act: `Kies een standaard btw-percentage; tot dan wacht ${order}.`,
  }),
  'waarde-onleesbaar': unreadable,
  'geweigerd-door-asperion': refused,
  'concept-verwijderd': (_finding, order) => ({
    what: `Het concept van ${order} is in Asperion verwijderd`,
    act: 'Wij maken het niet vanzelf opnieuw; kies zelf wat er moet gebeuren.',
  }),
};

const OBSTACLES: ReasonTexts['obstacles'] = {
  'no-number': ({ name }, order) => ({
    what: ofOrder(order, `de relatie${name === '' ? '' : ` ${short(name)}`} heeft geen debiteurnummer`),
    act: 'Vul het nummer in OutSmart in bij de relatie en op de werkbon.',
  }),
  'no-name': (finding) => ({
    what: `${recordOf(finding)} bestaat niet in Asperion en heeft in OutSmart geen naam`,
    act: 'Vul de naam in OutSmart in, of maak het zelf aan in Asperion.',
  }),
  inactive: (finding) => ({
    what: `${recordOf(finding)} staat in Asperion op inactief`,
    act: `Maak het artikel daar weer actief, of kies ${finding.reason === 'uursoort-onbekend' ? 'een andere uursoort' : 'een ander artikel'}.`,
  }),
  debtorKindId: withoutDefault('debiteursoort'),
  paymentConditionId: withoutDefault('betalingsconditie'),
  salesTypeId: withoutDefault('verkoopsoort'),
  'not-in-outsmart': (finding) => ({
    what: `${recordOf(finding)} bestaat niet in OutSmart en niet in Asperion`,
    act: 'Maak het artikel aan in Asperion, of kies op de werkbon een andere uursoort.',
  }),
  'price-unreadable': (finding) => ({
    what: `${recordOf(finding)} heeft in OutSmart een verkoopprijs die geen getal is`,
    act: 'Verander de prijs in OutSmart in bijvoorbeeld 62,50.',
  }),
  'vat-unknown': (finding) => ({ what: `${vatCode(finding)} bestaat niet in Asperion`, act: CHOOSE_OTHER_VAT }),
  'vat-not-for-sales': (finding) => ({
    what: `${vatCode(finding)} is in Asperion niet bedoeld voor verkoop`,
    act: CHOOSE_OTHER_VAT,
  }),
  'vat-not-valid': (finding) => ({ what: `${vatCode(finding)} geldt vandaag niet in Asperion`, act: CHOOSE_OTHER_VAT }),
  'link-gone': (finding) => ({
    what: `${recordOf(finding)} is gekoppeld aan ${targetOf(finding)}, en dat bestaat niet meer in Asperion`,
    act: 'Kies een ander, of haal de koppeling weg bij de instellingen.',
  }),
  'link-blocked': (finding) => ({
    what: `${relation(finding)} is gekoppeld aan ${targetOf(finding)}, en die is geblokkeerd in Asperion`,
    act: 'Hef de blokkade op, of kies een andere debiteur.',
  }),
  'link-inactive': (finding) => ({
    what: `${recordOf(finding)} is gekoppeld aan ${targetOf(finding)}, en dat staat in Asperion op inactief`,
    act: 'Maak het daar weer actief, of kies een ander artikel.',
  }),
  'being-looked-up': (finding, order) => ({
    what: `${recordOf(finding)}: nog niet zeker of het aanmaken in Asperion is gelukt`,
    act: `We zoeken het vanzelf op; daarna gaat ${order} mee.`,
  }),
  'created-before': (finding) => ({
    what: `${recordOf(finding)} is eerder door ons aangemaakt, maar staat niet meer in Asperion`,
    act: 'Maak het daar opnieuw aan; wij doen dat niet vanzelf.',
  }),
  refused,
};

const CHOOSE_OTHER_VAT = 'Kies bij de instellingen een ander standaard btw-percentage.';

function withoutDefault(what: string): Words {
  return (finding) => ({
    what: `${recordOf(finding)} bestaat niet in Asperion, en zonder standaard ${what} kunnen wij niets aanmaken`,
    act: `Kies een standaard ${what} bij de instellingen.`,
  });
}

/** `Relatie 10519 Hotel De Gouden Leeuw`. */
function relation(finding: Finding): string {
  return named('Relatie', finding);
}

function named(noun: string, { code, name }: Finding): string {
  return [noun, code, short(name)].filter((part) => part !== '').join(' ');
}

/** The record a finding is about, by the noun people know it by. */
function recordOf(finding: Finding): string {
  const noun =
    { 'relatie-onbekend': 'Relatie', 'uursoort-onbekend': 'Uursoort' }[finding.reason as string] ?? 'Artikel';
  return named(noun, finding);
}

/** What a person linked the code to: `debiteur 10377`. */
function targetOf({ reason, found }: Finding): string {
  const [noun, another] = reason.startsWith('relatie-') ? ['debiteur', 'een andere'] : ['artikel', 'een ander'];
  return found.trim() === '' ? `${another} ${noun}` : `${noun} ${short(found)}`;
}

function vatCode(finding: Finding): string {
  return named('Btw-code', finding);
}

/** `Werkbon 2026-1190: de regel …`; without a number the statement alone. */
function ofOrder(order: string, statement: string): string {
  return order === THE_WORK_ORDER ? capital(statement) : `${capital(order)}: ${statement}`;
}

/** `1:30 van medewerker 12 heeft`, as much of it as is known. */
function hoursOf({ found, name }: Finding): string {
  const time = found === '' ? 'een urenregel' : found;
  return `${time}${name === '' ? '' : ` van medewerker ${short(name)}`} heeft`;
}

function unreadable({ field, code, name, found }: Finding, order: string): Reason {
  const { label, tag, expected } = workOrderMember(field);
  const onLine = tag === '' ? '' : ` op regel ${tag}`;
  if (expected === undefined) {
    return {
      what: ofOrder(order, `we kunnen ${label}${onLine} niet lezen`),
      act: `Sla de werkbon in OutSmart opnieuw op, of handel ${order} zelf af.`,
    };
  }
  const record = short(name) || code;
  const place = record === '' ? onLine : ` bij ${record}`;
  if (found.trim() === '') {
    return {
      what: ofOrder(order, `${label}${place} is niet ingevuld`),
      act: `Vul in OutSmart bijvoorbeeld ${expected.example} in.`,
    };
  }
  return {
    what: ofOrder(order, `${label} "${short(found)}"${place} is geen ${expected.kind}`),
    act: `Verander het in OutSmart in bijvoorbeeld ${expected.example}.`,
  };
}

function refused(finding: Finding, order: string): Reason {
  const noun = { debtor: 'Debiteur', article: 'Artikel' }[finding.field];
  const record = noun === undefined ? `het concept van ${order}` : named(noun.toLowerCase(), finding);
  return {
    what: `Asperion neemt ${record} niet aan${afterColon(finding.messages)}`,
    act: 'Verbeter dit in OutSmart of Asperion; we proberen het vanzelf opnieuw.',
  };
}

const STATES: ReasonTexts['states'] = {
  ready: 'Klaar',
  waiting: 'Wacht op u',
  sending: 'Bezig',
  uncertain: 'Onzeker',
  invoiced: 'Gefactureerd',
  acknowledged: 'Gefactureerd',
  skipped: 'Zelf afgehandeld',
  withdrawn: 'Teruggenomen',
  misplaced: 'Verkeerde administratie',
  deleted: 'Concept verwijderd',
};

const NOTICES: ReasonTexts['notices'] = {
  'line-left-out-quantity-0': ({ tag = '', code = '', name = '' }) =>
    `${line(tag, name || code)} staat niet op de factuur: het aantal is 0.`,
  'period-left-out-0-minutes': ({ tag = '', hourType = '', remark = '' }) =>
    `${line(tag, hourType || remark)} staat niet op de factuur: er zijn geen minuten gewerkt.`,
  'price-0': ({ tag = '', code = '', name = '' }) => `${line(tag, name || code)} heeft prijs € 0,00.`,
  'hours-article-of-other-sales-type': ({ tag = '', code = '', salesTypeId = '', expectedSalesTypeId = '' }) =>
    `${line(tag, '')}: artikel ${code} heeft verkoopsoort ${salesTypeId}; die van de uursoorten is ${expectedSalesTypeId}.`,
  'sales-type-text-used': ({ tag = '', text = '' }) =>
    `${line(tag, '')} heeft geen artikelcode en geen naam; op de factuur staat de verkoopsoort: "${short(text)}".`,
  'debtor-address-missing': ({ number = '', name = '' }) =>
    `Debiteur ${[number, short(name)].join(' ').trim()} krijgt geen adres; vul dat daarna aan in Asperion.`,
};

/** `Regel M3 (Onderhoudsset cv-ketel)`. */
function line(tag: string, name: string): string {
  return `Regel ${tag}${name === '' ? '' : ` (${short(name)})`}`;
}

export const dutchReasons: ReasonTexts = {
  workOrder: (number) => (number === '' ? THE_WORK_ORDER : `werkbon ${number}`),
  reasons: REASONS,
  obstacles: OBSTACLES,
  states: STATES,
  notices: NOTICES,
};
