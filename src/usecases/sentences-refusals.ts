/**
 * Refusals and problems of settings with their sentence in every language. Must not know who asked or in which language.
 */
import type { Language } from './language.ts';
import { type Problem, Refusal } from './parts.ts';
import { englishRefusals, englishSettingProblems } from './sentences-refusals-en.ts';
import {
  dutchRefusals,
  dutchSettingProblems,
  type RefusalTexts,
  type SettingProblemTexts,
} from './sentences-refusals-nl.ts';

const REFUSALS: Readonly<Record<Language, RefusalTexts>> = { nl: dutchRefusals, en: englishRefusals };
const PROBLEMS: Readonly<Record<Language, SettingProblemTexts>> = {
  nl: dutchSettingProblems,
  en: englishSettingProblems,
};

/** A key of the catalogue; also the code that programs see, but for those in `CODES`. */
export type RefusalName = keyof RefusalTexts;

/** What the sentence fills in; undefined where it fills in nothing. */
export type RefusalValues<Name extends RefusalName> = Parameters<RefusalTexts[Name]>[0];
type ProblemValues<Name extends keyof SettingProblemTexts> = Parameters<SettingProblemTexts[Name]>[0];

/** Two sentences for one code that programs see. */
const CODES: Readonly<Partial<Record<RefusalName, string>>> = {
  'work-order.unknown-in-outsmart': 'work-order.unknown',
};

/** A refusal that tells why in whichever language it is asked for. */
export function refusal<Name extends RefusalName>(
  name: Name,
  ...[values, problems]: undefined extends RefusalValues<Name>
    ? []
    : [values: RefusalValues<Name>, problems?: readonly Problem[]]
): Refusal {
  const sentence = (language: Language) => (REFUSALS[language][name] as (of: unknown) => string)(values);
  return new Refusal(CODES[name] ?? name, { nl: sentence('nl'), en: sentence('en') }, problems);
}

/** What is wrong with one setting. */
export function settingProblem<Name extends keyof SettingProblemTexts>(
  language: Language,
  name: Name,
  ...[values]: undefined extends ProblemValues<Name> ? [] : [values: ProblemValues<Name>]
): string {
  return (PROBLEMS[language][name] as (of: unknown) => string)(values);
}
