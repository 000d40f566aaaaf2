/**
 * The words of every figure that a run counts. Must not know how they become a sentence.
 */
import { counted } from './sentences-numbers.ts';

/** How one figure is told. */
export interface CountWords {
  readonly one: string;
  readonly many: string;
  /** Left out when this says so: a figure that others already tell. */
  readonly isTold?: (of: (part: string) => number) => boolean;
}

const both = (words: string): CountWords => ({ one: words, many: words });

/** Titles of the imports by the first part of their counts. */
export const importTitles: Readonly<Record<string, string>> = {
  relations: 'Relaties',
  materials: 'Materialen',
  hourtypes: 'Uursoorten',
};

/** Second part of the counts of an import, in the order in which they are told. */
export const importCounts: Readonly<Record<string, CountWords>> = {
  new: both('nieuw'),
  changed: both('gewijzigd'),
  unchanged: both('ongewijzigd'),
  inactive: both('inactief in Asperion'),
  gone: both('niet meer in Asperion'),
  moved: both('van soort veranderd'),
  refused: both('niet aangenomen'),
  notices: { one: 'opmerking', many: 'opmerkingen' },
  read: { ...both('gelezen'), isTold: (of) => of('new') + of('changed') + of('unchanged') + of('refused') === 0 },
};

/** Work orders, in the order in which they are told. */
export const exportCounts: Readonly<Record<string, CountWords>> = {
  offered: both('aangeboden'),
  ready: { ...both('klaar'), isTold: (of) => of('invoiced') === 0 },
  invoiced: both('gefactureerd'),
  adopted: both('teruggevonden in Asperion'),
  waiting: { one: 'wacht op u', many: 'wachten op u' },
  uncertain: both('onzeker'),
  absent: both('zeker niet in Asperion'),
  acknowledged: { ...both('afgehandeld in OutSmart'), isTold: (of) => of('acknowledged') !== of('invoiced') },
  unacknowledged: both('nog niet afgehandeld in OutSmart'),
  withdrawn: both('teruggenomen'),
  reoffered: both('opnieuw aangeboden na factuur'),
};

/** What the export made besides invoices. */
export const createdCounts: Readonly<Record<string, CountWords>> = {
  debtorsCreated: { one: 'debiteur', many: 'debiteuren' },
  articlesCreated: { one: 'artikel', many: 'artikelen' },
};

/** The figures that are not zero, with their words. */
export function toldCounts(words: Readonly<Record<string, CountWords>>, of: (part: string) => number): string[] {
  return Object.entries(words)
    .filter(([part, { isTold }]) => of(part) !== 0 && (isTold?.(of) ?? true))
    .map(([part, { one, many }]) => counted(of(part), one, many));
}
