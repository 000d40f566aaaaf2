// The house style of sentences, over the whole catalogue: rendered with sample values, and once more with none at all.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../kernel/fault.ts';
import { OBSTACLES } from '../mapping/findings.ts';
import { ORIGIN_RULES } from '../mapping/origins.ts';
import type { Finding, NoticeCode, WaitReason } from '../model/finding.ts';
import type { WorkOrderState } from '../model/work-order-state.ts';
import type { LogSubject } from '../store/log.ts';
import type { LogResult } from '../store/records.ts';
import type { Language } from './language.ts';
import type { Refusal } from './parts.ts';
import { faultSentence } from './sentences.ts';
import { causeWords } from './sentences-causes.ts';
import { createdCounts, exportCounts, importCounts, importKinds } from './sentences-counts.ts';
import { countSentences, logSentence, logSubject, phaseSentence, resultWord, runSentence } from './sentences-log.ts';
import { isLogCode } from './sentences-log-codes.ts';
import { dutchPhases } from './sentences-log-words-nl.ts';
import { originSentence } from './sentences-origins.ts';
import { findingSentence, noticeSentence, stateWord } from './sentences-reasons.ts';
import { refusal } from './sentences-refusals.ts';
import { dutchRefusals } from './sentences-refusals-nl.ts';
import {
  createObstacles,
  faults,
  logCodes,
  notices,
  reasons,
  refusals,
  results,
  type Samples,
  states,
  subjects,
  unreadableFields,
} from './sentences-samples.test-kit.ts';

/** Every sentence in one language, by what it is the sentence of. */
function catalogue(language: Language): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [code, samples] of Object.entries(faults) as [FaultCode, readonly Samples[]][]) {
    for (const sample of [{}, ...samples])
      all.set(`${code} ${JSON.stringify(sample)}`, faultSentence(code, sample, language));
  }
  const blank: Finding = {
    reason: 'geen-regels',
    causeKey: '',
    field: '',
    code: '',
    name: '',
    found: '',
    obstacle: '',
    messages: [],
  };
  const obstacles = ['', ...Object.keys(OBSTACLES), ...createObstacles];
  for (const [reason, sample] of Object.entries(reasons) as [WaitReason, Partial<Finding>][]) {
    for (const obstacle of obstacles) {
      const known = { ...blank, ...sample, reason, obstacle };
      const nothing = { ...blank, reason, obstacle };
      all.set(`${reason} ${obstacle}`, findingSentence(known, { number: '2026-1190' }, language));
      all.set(`${reason} ${obstacle}, no number`, findingSentence(known, undefined, language));
      all.set(`${reason} ${obstacle}, nothing known`, findingSentence(nothing, undefined, language));
    }
  }
  for (const [reason, sample] of Object.entries(reasons) as [WaitReason, Partial<Finding>][]) {
    for (const causeKey of ['', 'x']) {
      const { title, text } = causeWords({ ...blank, ...sample, reason, causeKey }, 3, '', language);
      all.set(`cause ${reason} ${causeKey}, title`, title);
      all.set(`cause ${reason} ${causeKey}, text`, text);
    }
  }
  for (const field of unreadableFields) {
    const unreadable: Finding = { ...blank, reason: 'waarde-onleesbaar', field, found: '[1]' };
    all.set(`unreadable ${field}`, findingSentence(unreadable, undefined, language));
  }
  for (const [code, parameters] of Object.entries(notices) as [NoticeCode, Samples][]) {
    all.set(code, noticeSentence({ code, field: '', parameters }, language));
  }
  for (const [code, parameters] of Object.entries(logCodes)) {
    for (const subjectKind of ['work-order', 'material', 'hour-type'] as const) {
      const entry = { subjectKind, subjectKey: '1', subjectName: '', result: 'notice' as const, code };
      all.set(`${code} of a ${subjectKind}`, logSentence({ ...entry, parameters }, language));
      all.set(`${code} of a ${subjectKind}, nothing known`, logSentence(entry, language));
    }
  }
  for (const [rule, { parameters }] of Object.entries(ORIGIN_RULES)) {
    const filled = Object.fromEntries(parameters.map((name) => [name, '60']));
    const origin = { source: 'work-order', field: 'Materials[0].MaterialNr', rule, parameters: filled } as const;
    all.set(rule, originSentence(origin, undefined, language));
  }
  for (const source of ['work-order', 'setting', 'asperion', 'outsmart', 'rule'] as const)
    all.set(`origin ${source}`, originSentence({ source, field: 'article 4711 name' }, undefined, language));
  for (const phase of [...Object.keys(dutchPhases), '?']) all.set(`phase ${phase}`, phaseSentence(phase, language));
  for (const job of ['full', 'debtors', 'articles', 'hourtypes', 'export'] as const) {
    for (const state of ['queued', 'running', 'done', 'failed', 'cancelled'] as const) {
      const run = { job, state, phase: null, counts: {}, faultCode: null, faultParameters: null };
      all.set(`run ${job} ${state}`, runSentence(run, language));
    }
  }
  const refuse = refusal as unknown as (name: string, values: unknown) => Refusal;
  for (const name of Object.keys(dutchRefusals))
    all.set(`refusal ${name}`, refuse(name, refusalSamples[name]).messageIn(language));
  return all;
}

const refusalSamples: Readonly<Record<string, unknown>> = refusals;
const LANGUAGES: readonly Language[] = ['nl', 'en'];
const byLanguage = { nl: catalogue('nl'), en: catalogue('en') };

const allCounts: Readonly<Record<string, number>> = Object.fromEntries([
  ...importKinds.flatMap((kind) => Object.keys(importCounts).map((part) => [`${kind}.${part}`, 2])),
  ...[...Object.keys(exportCounts), ...Object.keys(createdCounts)].map((part) => [part, 2]),
]);
const wordsAlone = (language: Language): string[] => [
  ...Object.keys(results).map((result) => resultWord(result as LogResult, language)),
  ...Object.keys(states).map((state) => stateWord(state as WorkOrderState, language)),
  ...countSentences(allCounts, language),
  ...countSentences({ 'relations.read': 1, ready: 1, waiting: 1, debtorsCreated: 1, articlesCreated: 1 }, language),
  ...Object.keys(subjects).map((subjectKind) =>
    logSubject({ subjectKind: subjectKind as LogSubject, subjectKey: '', subjectName: '', result: 'notice' }, language),
  ),
];

/** Words of programmers, and phrases that blame the reader or say nothing. */
const BANNED =
  /\b(ongeldige?|verplichte? velde?n?|helaas|oeps|fout opgetreden|exception|null|undefined|NaN|HTTP|JSON|UUID|API|error|token expired|invalid|mandatory field|required field|unfortunately|oops|an error occurred)\b/i;
const REASON_CODES = new RegExp(
  [...Object.keys(faults), ...Object.keys(reasons).filter((reason) => reason.includes('-')), ...Object.keys(logCodes)]
    .map((code) => code.replace('.', '\\.'))
    .join('|'),
);

describe('both languages', () => {
  test('have a sentence for the same things', () => {
    expect([...byLanguage.en.keys()]).toEqual([...byLanguage.nl.keys()]);
    expect(wordsAlone('en')).toHaveLength(wordsAlone('nl').length);
  });

  test('never have the same sentence, which would be one that nobody translated', () => {
    const same = [...byLanguage.nl].filter(([what, sentence]) => byLanguage.en.get(what) === sentence);
    expect(same).toEqual([]);
  });

  test('have no word of the other one', () => {
    const dutch =
      /\b(het|een|niet|werkbon|werkbonnen|uursoort|debiteur|artikel|instellingen|kies|bestaat|geen|naar|wordt)\b/i;
    // Names of OutSmart's own, and what the samples quote.
    const own = (sentence: string): string =>
      sentence.replaceAll('1 – Naar Asperion', '').replace(/"[^"]*"|“[^”]*”/g, '');
    const strays = [...byLanguage.en].filter(([, sentence]) => dutch.test(own(sentence)));
    expect(strays).toEqual([]);
    expect(wordsAlone('en').filter((word) => dutch.test(word))).toEqual([]);
  });
});

describe.each(LANGUAGES)('every sentence in %s', (language) => {
  const sentences = [...byLanguage[language]];

  test('is there for every code', () => {
    expect(Object.keys(logCodes).filter((code) => !isLogCode(code))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(300);
    expect(wordsAlone(language).filter((word) => word.trim() === '')).toEqual([]);
  });

  test('has none of the words that do not belong on the page', () => {
    const all = [...sentences.map(([, sentence]) => sentence), ...wordsAlone(language)];
    expect(all.filter((sentence) => BANNED.test(sentence))).toEqual([]);
  });

  test('shows no code of the program', () => {
    expect(sentences.filter(([, sentence]) => REASON_CODES.test(sentence))).toEqual([]);
  });

  test('says token only of the token of OutSmart', () => {
    // What went wrong while connecting OutSmart can only be about its token.
    const others = sentences.filter(([what]) => !what.startsWith('refusal outsmart.'));
    expect(others.filter(([, sentence]) => /(?<!OutSmart[- ])token/i.test(sentence))).toEqual([]);
  });

  test('is at most two sentences, the last of which ends with a full stop', () => {
    const ends = (sentence: string): number => [...sentence.matchAll(/[.!?](?=\s|$)/g)].length;
    expect(
      sentences.filter(([, sentence]) => ends(sentence) < 1 || ends(sentence) > 2 || !sentence.endsWith('.')),
    ).toEqual([]);
  });

  test('is short enough to be read at once', () => {
    expect(sentences.filter(([, sentence]) => sentence.length > 220)).toEqual([]);
  });

  test('has no holes where a value is not known', () => {
    expect(sentences.filter(([, sentence]) => / {2}| [.,;:)]|\(\)|""|: \./.test(sentence))).toEqual([]);
  });

  test('begins with a capital, a number or a quotation', () => {
    expect(sentences.filter(([, sentence]) => !/^[A-Z0-9"]/.test(sentence))).toEqual([]);
  });
});

test('no catalogue, whatever it is of, has a text with a word that does not belong on the page', () => {
  const folder = new URL('./', import.meta.url);
  const catalogues = readdirSync(folder).filter((name) => /^sentences[\w-]*(?<!\.test)(?<!-kit)\.ts$/.test(name));
  expect(catalogues.length).toBeGreaterThan(20);
  const texts = catalogues.flatMap((name) => textsIn(readFileSync(new URL(name, folder), 'utf8')));
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => BANNED.test(text))).toEqual([]);
});

/** The texts of a source with a space in them, which names and codes do not have; without what they fill in. */
function textsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^import .*$|\/\/.*$/gm, '');
  const literals = [...code.matchAll(/'([^'\n]*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, quoted, template]) => quoted ?? template,
  );
  return literals.map((text) => (text ?? '').replace(/\$\{[^}]*\}/g, ' ')).filter((text) => /\w \w/.test(text));
}

test('every Dutch sentence speaks to the reader as u, never as je or jij', () => {
  expect([...byLanguage.nl].filter(([, sentence]) => /\b(je|jij|jouw|jullie)\b/i.test(sentence))).toEqual([]);
});
