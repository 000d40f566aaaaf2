/**
 * What a run counted, in Dutch: the words of every figure. Must not know where they are shown.
 */
import type { RunCounts } from '../store/records.ts';
import { counted } from './sentences-numbers.ts';

interface CountWords {
  readonly one: string;
  readonly many: string;
  /** Left out when this says so: a figure that others already tell. */
  readonly isTold?: (of: (part: string) => number) => boolean;
}

const both = (words: string): CountWords => ({ one: words, many: words });

const IMPORTS: Readonly<Record<string, string>> = {
  relations: 'Relaties',
  materials: 'Materialen',
  hourtypes: 'Uursoorten',
};

/** Second part of the counts of an import, in the order in which they are told. */
const IMPORT_COUNTS: Readonly<Record<string, CountWords>> = {
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

const EXPORT_COUNTS: Readonly<Record<string, CountWords>> = {
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

const CREATED_COUNTS: Readonly<Record<string, CountWords>> = {
  debtorsCreated: { one: 'debiteur', many: 'debiteuren' },
  articlesCreated: { one: 'artikel', many: 'artikelen' },
};

/** One sentence for each kind of record that the run met: `Relaties: 12 nieuw, 3 gewijzigd, 305 ongewijzigd`. */
export function countSentences(counts: RunCounts): string[] {
  const of = (part: string): number => counts[part] ?? 0;
  const imports = Object.entries(IMPORTS).map(([kind, title]) =>
    titled(
      title,
      toldCounts(IMPORT_COUNTS, (part) => of(`${kind}.${part}`)),
    ),
  );
  const exported = titled('Werkbonnen', toldCounts(EXPORT_COUNTS, of));
  const created = titled('Aangemaakt in Asperion', toldCounts(CREATED_COUNTS, of));
  return [...imports, exported, created].filter((sentence) => sentence !== '');
}

/** True for a count that `countSentences` has words for. */
export function isKnownCount(part: string): boolean {
  if (Object.hasOwn(EXPORT_COUNTS, part) || Object.hasOwn(CREATED_COUNTS, part)) return true;
  const [kind = '', rest = ''] = part.split('.');
  return Object.hasOwn(IMPORTS, kind) && Object.hasOwn(IMPORT_COUNTS, rest);
}

function toldCounts(words: Readonly<Record<string, CountWords>>, of: (part: string) => number): string[] {
  return Object.entries(words)
    .filter(([part, { isTold }]) => of(part) !== 0 && (isTold?.(of) ?? true))
    .map(([part, { one, many }]) => counted(of(part), one, many));
}

function titled(title: string, told: readonly string[]): string {
  return told.length === 0 ? '' : `${title}: ${told.join(', ')}`;
}
