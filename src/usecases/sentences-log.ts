/**
 * The log in words: what a run does and did, and what happened to each record. A line or run that another version of the
 * program wrote may have codes without words here; it then says its result. Must not know where it is shown.
 */
import type { Finding } from '../model/finding.ts';
import type { LogEntry } from '../store/log.ts';
import type { JobName, LogResult, RunCounts } from '../store/records.ts';
import type { Run } from '../store/runs.ts';
import type { Language } from './language.ts';
import { faultSentence, isFaultCode } from './sentences.ts';
import {
  type CountWords,
  createdCounts,
  exportCounts,
  importCounts,
  importKinds,
  toldParts,
} from './sentences-counts.ts';
import { isLogCode, logCodeSentence } from './sentences-log-codes.ts';
import { LogValues } from './sentences-log-values.ts';
import { englishLogWords } from './sentences-log-words-en.ts';
import { dutchLogWords, type LogWords } from './sentences-log-words-nl.ts';
import { counted } from './sentences-numbers.ts';
import { findingSentence, reasonOf } from './sentences-reasons.ts';

const WORDS: Readonly<Record<Language, LogWords>> = { nl: dutchLogWords, en: englishLogWords };
const REASONS_TOLD_MAX = 3;

/** What happened, in at most two short sentences. */
export function logSentence(entry: LogEntry, language: Language = 'nl'): string {
  const { code, result } = entry;
  const values = new LogValues(entry.parameters ?? {});
  const findings = values.findings();
  if (findings.length > 0) return waiting(findings, language);
  if (code !== undefined && isLogCode(code)) return logCodeSentence(code, values, entry, language);
  if (code !== undefined && isFaultCode(code)) return faultSentence(code, values.allTexts(), language);
  if (result === 'new') return WORDS[language].putInOutSmart;
  if (result === 'changed') return WORDS[language].changedInOutSmart;
  return `${resultWord(result, language)}.`;
}

/** The first reason in full; of several, what is wrong with each of the first three. */
function waiting(findings: readonly Finding[], language: Language): string {
  const [only, another] = findings;
  if (only !== undefined && another === undefined) return findingSentence(only, undefined, language);
  const told = findings.slice(0, REASONS_TOLD_MAX).map((finding) => reasonOf(finding, undefined, language).what);
  const more = findings.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; ${WORDS[language].moreReasons(more)}` : ''}.`;
}

/** The word in the column of results. */
export function resultWord(result: LogResult, language: Language = 'nl'): string {
  return WORDS[language].results[result];
}

/** The record of a line: `Werkbon 2026-1186 Hotel De Gouden Leeuw`. */
export function logSubject({ subjectKind, subjectKey, subjectName }: LogEntry, language: Language = 'nl'): string {
  return [WORDS[language].subjects[subjectKind], subjectKey, subjectName].filter((part) => part !== '').join(' ');
}

/** What a run is called. */
export function jobWord(job: JobName, language: Language = 'nl'): string {
  return WORDS[language].jobs[job];
}

/** What a running job does now; null before it begins. */
export function phaseSentence(phase: string | null, language: Language = 'nl'): string {
  const { phases, busy } = WORDS[language];
  return (phases as Readonly<Record<string, string>>)[phase ?? 'starting'] ?? busy;
}

/** One sentence for each kind of record that the run met: `Relaties: 12 nieuw, 3 gewijzigd, 305 ongewijzigd`. */
export function countSentences(counts: RunCounts, language: Language = 'nl'): string[] {
  const words = WORDS[language].counts;
  const of = (part: string): number => counts[part] ?? 0;
  const told = (part: string, { one, many }: CountWords): string => counted(of(part), one, many, language);
  const imports = importKinds.map((kind) =>
    titled(
      words.imports[kind],
      toldParts(importCounts, (part) => of(`${kind}.${part}`)).map((part) =>
        told(`${kind}.${part}`, words.importCounts[part]),
      ),
    ),
  );
  const exported = toldParts(exportCounts, of).map((part) => told(part, words.exportCounts[part]));
  const created = toldParts(createdCounts, of).map((part) => told(part, words.createdCounts[part]));
  return [...imports, titled(words.workOrders, exported), titled(words.created, created)].filter(
    (sentence) => sentence !== '',
  );
}

function titled(title: string, told: readonly string[]): string {
  return told.length === 0 ? '' : `${title}: ${told.join(', ')}`;
}

/** How a run stands, and what to do when it ended early. What it counted is told by `countSentences`. */
export function runSentence(
  run: Pick<Run, 'job' | 'state' | 'phase' | 'counts' | 'faultCode' | 'faultParameters'>,
  language: Language = 'nl',
): string {
  const words = WORDS[language];
  const job = words.jobs[run.job];
  if (run.state === 'queued') return words.runQueued(job);
  if (run.state === 'running') return `${words.runGoesOn(job)} ${phaseSentence(run.phase, language)}`;
  if (run.state === 'cancelled') return words.runCancelled(job);
  if (run.state === 'failed') return `${words.runFailed(job)} ${whyFailed(run, language)}`;
  if (run.faultCode !== null && isFaultCode(run.faultCode))
    return faultSentence(run.faultCode, run.faultParameters ?? {}, language);
  const succeeded = words.runSucceeded(job);
  return countSentences(run.counts).length > 0 ? succeeded : `${succeeded} ${words.nothingToDo[run.job]}`;
}

/** A run without a fault code ended by a bug: whoever hosts the program finds it in the log under the number of the run. */
function whyFailed(
  { faultCode, faultParameters }: Pick<Run, 'faultCode' | 'faultParameters'>,
  language: Language,
): string {
  if (faultCode !== null && isFaultCode(faultCode)) return faultSentence(faultCode, faultParameters ?? {}, language);
  return WORDS[language].ourMistake;
}
