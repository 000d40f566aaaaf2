/**
 * The log in Dutch: what a run does and did, and what happened to each record. A line or run that another version of the
 * program wrote may have codes without words here; it then says its result. Must not know where it is shown.
 */
import type { Finding } from '../model/finding.ts';
import type { LogEntry, LogSubject } from '../store/log.ts';
import type { JobName, LogResult, RunCounts } from '../store/records.ts';
import type { Run } from '../store/runs.ts';
import { faultSentence, isFaultCode } from './sentences.ts';
import { createdCounts, exportCounts, importCounts, importTitles, toldCounts } from './sentences-counts.ts';
import { isLogCode, logCodeSentence } from './sentences-log-codes.ts';
import { LogValues } from './sentences-log-values.ts';
import { counted } from './sentences-numbers.ts';
import { findingSentence, reasonOf } from './sentences-reasons.ts';

const REASONS_TOLD_MAX = 3;

/** What happened, in at most two short sentences. */
export function logSentence(entry: LogEntry): string {
  const { code, result } = entry;
  const values = new LogValues(entry.parameters ?? {});
  const findings = values.findings();
  if (findings.length > 0) return waiting(findings);
  if (code !== undefined && isLogCode(code)) return logCodeSentence(code, values, entry);
  if (code !== undefined && isFaultCode(code)) return faultSentence(code, values.allTexts());
  if (result === 'new') return 'Nieuw in OutSmart gezet.';
  if (result === 'changed') return 'Gewijzigd in OutSmart.';
  return `${resultWord(result)}.`;
}

/** The first reason in full; of several, what is wrong with each of the first three. */
function waiting(findings: readonly Finding[]): string {
  const [only, another] = findings;
  if (only !== undefined && another === undefined) return findingSentence(only);
  const told = findings.slice(0, REASONS_TOLD_MAX).map((finding) => reasonOf(finding).what);
  const more = findings.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; en nog ${counted(more, 'reden', 'redenen')}` : ''}.`;
}

const RESULTS: Readonly<Record<LogResult, string>> = {
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
};

/** The word in the column of results. */
export function resultWord(result: LogResult): string {
  return RESULTS[result];
}

const SUBJECTS: Readonly<Record<LogSubject, string>> = {
  relation: 'Relatie',
  material: 'Materiaal',
  'hour-type': 'Uursoort',
  'work-order': 'Werkbon',
  debtor: 'Debiteur',
  article: 'Artikel',
  account: 'Koppeling',
};

/** The record of a line: `Werkbon 2026-1186 Hotel De Gouden Leeuw`. */
export function logSubject({ subjectKind, subjectKey, subjectName }: LogEntry): string {
  return [SUBJECTS[subjectKind], subjectKey, subjectName].filter((part) => part !== '').join(' ');
}

const JOBS: Readonly<Record<JobName, string>> = {
  full: 'Volledige synchronisatie',
  debtors: 'Import debiteuren',
  articles: 'Import artikelen',
  hourtypes: 'Import uursoorten',
  export: 'Export werkbonnen',
};

/** What a run is called. */
export function jobWord(job: JobName): string {
  return JOBS[job];
}

/** By the phase that a run reports. */
const PHASES: Readonly<Record<string, string>> = {
  queued: 'Dit staat klaar om te beginnen.',
  starting: 'De koppeling begint.',
  debtors: 'Debiteuren gaan van Asperion naar OutSmart.',
  articles: 'Artikelen gaan van Asperion naar OutSmart.',
  hourtypes: 'Uursoorten gaan van Asperion naar OutSmart.',
  reading: 'We halen de complete werkbonnen op uit OutSmart.',
  settling: 'We zoeken op wat er van onzekere concepten is geworden.',
  'looking-up': 'We zoeken debiteuren en artikelen op in Asperion.',
  sending: 'Conceptfacturen gaan naar Asperion.',
};

/** What a running job does now; null before it begins. */
export function phaseSentence(phase: string | null): string {
  return PHASES[phase ?? 'starting'] ?? 'De koppeling is bezig.';
}

/** One sentence for each kind of record that the run met: `Relaties: 12 nieuw, 3 gewijzigd, 305 ongewijzigd`. */
export function countSentences(counts: RunCounts): string[] {
  const of = (part: string): number => counts[part] ?? 0;
  const imports = Object.entries(importTitles).map(([kind, title]) =>
    titled(
      title,
      toldCounts(importCounts, (part) => of(`${kind}.${part}`)),
    ),
  );
  const exported = titled('Werkbonnen', toldCounts(exportCounts, of));
  const created = titled('Aangemaakt in Asperion', toldCounts(createdCounts, of));
  return [...imports, exported, created].filter((sentence) => sentence !== '');
}

function titled(title: string, told: readonly string[]): string {
  return told.length === 0 ? '' : `${title}: ${told.join(', ')}`;
}

/** How a run stands, and what to do when it ended early. What it counted is told by `countSentences`. */
export function runSentence(
  run: Pick<Run, 'job' | 'state' | 'phase' | 'counts' | 'faultCode' | 'faultParameters'>,
): string {
  const job = jobWord(run.job);
  if (run.state === 'queued') return `${job} staat klaar en begint zo.`;
  if (run.state === 'running') return `${job} loopt. ${phaseSentence(run.phase)}`;
  if (run.state === 'cancelled') return `${job} is gestopt. Wat al gedaan was, blijft staan.`;
  if (run.state === 'failed') return `${job} is niet gelukt. ${whyFailed(run)}`;
  if (run.faultCode !== null && isFaultCode(run.faultCode))
    return faultSentence(run.faultCode, run.faultParameters ?? {});
  return countSentences(run.counts).length > 0 ? `${job} is gelukt.` : `${job} is gelukt. ${NOTHING_TO_DO[run.job]}`;
}

const NOTHING_TO_DO: Readonly<Record<JobName, string>> = {
  full: 'Er was niets te doen.',
  debtors: 'Asperion heeft geen debiteuren.',
  articles: 'Asperion heeft geen artikelen.',
  hourtypes: 'Asperion heeft geen artikelen bij de verkoopsoort van de uursoorten.',
  export: 'Er stonden geen werkbonnen klaar.',
};

/** A run without a fault code ended by a bug: whoever hosts the program finds it in the log under the number of the run. */
function whyFailed({ faultCode, faultParameters }: Pick<Run, 'faultCode' | 'faultParameters'>): string {
  if (faultCode !== null && isFaultCode(faultCode)) return faultSentence(faultCode, faultParameters ?? {});
  return 'De fout zit in ons programma; neem contact op met onze support als dit zo blijft.';
}
