/**
 * The sentence of every fault: what happened and what to do. The same words for the page and the command line.
 * Must not know where they are shown; reasons of work orders, log lines and origins have files of their own beside this one.
 */
import type { FaultCode } from '../kernel/fault.ts';
import type { Language } from './language.ts';
import { englishFaults } from './sentences-faults-en.ts';
import { dutchFaults, dutchPartsToConfigure, type FaultTexts } from './sentences-faults-nl.ts';

const FAULTS: Readonly<Record<Language, FaultTexts>> = { nl: dutchFaults, en: englishFaults };

/**
 * What happened and what to do, in at most two short sentences. `parameters` are those stored with the fault; a sentence
 * that needs one that is absent says less.
 */
export function faultSentence(
  code: FaultCode,
  parameters: Readonly<Record<string, string>>,
  language: Language = 'nl',
): string {
  return FAULTS[language][code](parameters);
}

/** True for a stored text that is a fault code of this version of the program. */
export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(dutchFaults, code);
}

/** The parts that `sync.not_configured` can name, each with a sentence of its own. */
export const partsToConfigure: readonly string[] = Object.keys(dutchPartsToConfigure);
