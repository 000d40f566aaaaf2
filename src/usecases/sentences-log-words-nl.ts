/**
 * The Dutch words of the log besides its codes: results, records, runs, phases and figures. Sets the shape that other
 * languages fill.
 */
import type { LogSubject } from '../store/log.ts';
import type { JobName, LogResult } from '../store/records.ts';
import type { CountTexts, CountWords } from './sentences-counts.ts';

export const dutchPhases = {
  queued: 'Dit staat klaar om te beginnen.',
  starting: 'De koppeling begint.',
  debtors: 'Debiteuren gaan van Asperion naar OutSmart.',
  articles: 'Artikelen gaan van Asperion naar OutSmart.',
  hourtypes: 'Uursoorten gaan van Asperion naar OutSmart.',
  reading: 'We halen de complete werkbonnen op uit OutSmart.',
  settling: 'We zoeken op wat er van onzekere concepten is geworden.',
  'looking-up': 'We zoeken debiteuren en artikelen op in Asperion.',
  sending: 'Conceptfacturen gaan naar Asperion.',
  following: 'We kijken wat er van eerdere concepten is geworden.',
};

export interface LogWords {
  readonly putInOutSmart: string;
  readonly changedInOutSmart: string;
  /** Ends a list of reasons that is longer than what is told. */
  readonly moreReasons: (count: number) => string;
  readonly results: Readonly<Record<LogResult, string>>;
  readonly subjects: Readonly<Record<LogSubject, string>>;
  readonly jobs: Readonly<Record<JobName, string>>;
  /** By the phase that a run reports. */
  readonly phases: Readonly<Record<keyof typeof dutchPhases, string>>;
  readonly busy: string;
  readonly counts: CountTexts;
  readonly runQueued: (job: string) => string;
  readonly runGoesOn: (job: string) => string;
  readonly runCancelled: (job: string) => string;
  readonly runFailed: (job: string) => string;
  readonly runSucceeded: (job: string) => string;
  readonly nothingToDo: Readonly<Record<JobName, string>>;
  readonly ourMistake: string;
}

const both = (words: string): CountWords => ({ one: words, many: words });

const counts: CountTexts = {
  imports: { relations: 'Relaties', materials: 'Materialen', hourtypes: 'Uursoorten' },
  importCounts: {
    new: both('nieuw'),
    changed: both('gewijzigd'),
    unchanged: both('ongewijzigd'),
    inactive: both('inactief in Asperion'),
    gone: both('niet meer in Asperion'),
    moved: both('van soort veranderd'),
    refused: both('niet aangenomen'),
    notices: { one: 'opmerking', many: 'opmerkingen' },
    read: both('gelezen'),
  },
  workOrders: 'Werkbonnen',
  exportCounts: {
    offered: both('aangeboden'),
    ready: both('klaar'),
    invoiced: both('gefactureerd'),
    adopted: both('teruggevonden in Asperion'),
    waiting: { one: 'wacht op u', many: 'wachten op u' },
    uncertain: both('onzeker'),
    absent: both('zeker niet in Asperion'),
    acknowledged: both('afgehandeld in OutSmart'),
    unacknowledged: both('nog niet afgehandeld in OutSmart'),
    withdrawn: both('teruggenomen'),
    reoffered: both('opnieuw aangeboden na factuur'),
    changedInvoices: { one: 'concept aangepast in Asperion', many: 'concepten aangepast in Asperion' },
    finalInvoices: { one: 'factuur definitief', many: 'facturen definitief' },
    paidInvoices: { one: 'factuur betaald', many: 'facturen betaald' },
    deletedInvoices: { one: 'concept verwijderd in Asperion', many: 'concepten verwijderd in Asperion' },
    notFollowed: { one: 'concept nog niet nagekeken', many: 'concepten nog niet nagekeken' },
  },
  created: 'Aangemaakt in Asperion',
  createdCounts: {
    debtorsCreated: { one: 'debiteur', many: 'debiteuren' },
    articlesCreated: { one: 'artikel', many: 'artikelen' },
  },
};

export const dutchLogWords: LogWords = {
  putInOutSmart: 'Nieuw in OutSmart gezet.',
  changedInOutSmart: 'Gewijzigd in OutSmart.',
  moreReasons: (count) => `en nog ${count} ${count === 1 ? 'reden' : 'redenen'}`,
  results: {
    new: 'Nieuw',
    changed: 'Gewijzigd',
    inactive: 'Inactief',
    gone: 'Niet meer in Asperion',
    moved: 'Andere soort',
    refused: 'Niet aangenomen',
    notice: 'Let op',
    created: 'Aangemaakt',
    invoiced: 'Gefactureerd',
    adopted: 'Teruggevonden',
    acknowledged: 'Afgehandeld',
    waiting: 'Wacht op u',
    uncertain: 'Onzeker',
    withdrawn: 'Teruggenomen',
    stopped: 'Stilgezet',
    failed: 'Niet gelukt',
  },
  subjects: {
    relation: 'Relatie',
    material: 'Materiaal',
    'hour-type': 'Uursoort',
    'work-order': 'Werkbon',
    debtor: 'Debiteur',
    article: 'Artikel',
    account: 'Koppeling',
  },
  jobs: {
    full: 'Volledige synchronisatie',
    debtors: 'Import debiteuren',
    articles: 'Import artikelen',
    hourtypes: 'Import uursoorten',
    export: 'Export werkbonnen',
  },
  phases: dutchPhases,
  busy: 'De koppeling is bezig.',
  counts,
  runQueued: (job) => `${job} staat klaar en begint zo.`,
  runGoesOn: (job) => `${job} loopt.`,
  runCancelled: (job) => `${job} is gestopt. Wat al gedaan was, blijft staan.`,
  runFailed: (job) => `${job} is niet gelukt.`,
  runSucceeded: (job) => `${job} is gelukt.`,
  nothingToDo: {
    full: 'Er was niets te doen.',
    debtors: 'Asperion heeft geen debiteuren.',
    articles: 'Asperion heeft geen artikelen.',
    hourtypes: 'Asperion heeft geen artikelen bij de verkoopsoort van de uursoorten.',
    export: 'Er stonden geen werkbonnen klaar.',
  },
  ourMistake: 'De fout zit in ons programma; neem contact op met onze support als dit zo blijft.',
};
