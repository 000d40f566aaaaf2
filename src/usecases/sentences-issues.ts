/**
 * What is wrong with something that a person filled in, told from the check that it did not pass. For the page and the
 * command line alike. Must not know which form it was.
 */
import type { Language } from './language.ts';
import { dutchNumber } from './sentences-numbers.ts';

/** A check that did not pass, as zod tells it. */
export interface Issue {
  /** `too_small`, `too_big`, `invalid_format`, … */
  readonly code: string;
  /** What is too small or too big: `string`, `number`, `array`. */
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  /** `email`, `date`, … */
  readonly format?: string;
}

interface IssueWords {
  readonly fillIn: string;
  readonly otherwise: string;
  readonly email: string;
  readonly date: string;
  readonly unknown: string;
  readonly charactersMin: (count: string) => string;
  readonly charactersMax: (count: string) => string;
  readonly numberMin: (number: string) => string;
  readonly numberMax: (number: string) => string;
  readonly choicesMin: (count: string) => string;
  readonly choicesMax: (count: string) => string;
}

const WORDS: Readonly<Record<Language, IssueWords>> = {
  nl: {
    fillIn: 'Vul hier iets in.',
    otherwise: 'Vul hier iets anders in.',
    email: 'Vul een e-mailadres in, bijvoorbeeld kantoor@bedrijf.example.',
    date: 'Schrijf de datum als 2026-11-24.',
    unknown: 'Dit is hier niet bekend.',
    charactersMin: (count) => `Gebruik ten minste ${count} tekens.`,
    charactersMax: (count) => `Gebruik ten hoogste ${count} tekens.`,
    numberMin: (number) => `Vul ${number} of meer in.`,
    numberMax: (number) => `Vul ${number} of minder in.`,
    choicesMin: (count) => `Kies er ten minste ${count}.`,
    choicesMax: (count) => `Kies er ten hoogste ${count}.`,
  },
  en: {
    fillIn: 'Fill in something here.',
    otherwise: 'Fill in something else here.',
    email: 'Fill in an e-mail address, for example office@company.example.',
    date: 'Write the date as 2026-11-24.',
    unknown: 'This is not known here.',
    charactersMin: (count) => `Use at least ${count} characters.`,
    charactersMax: (count) => `Use at most ${count} characters.`,
    numberMin: (number) => `Fill in ${number} or more.`,
    numberMax: (number) => `Fill in ${number} or less.`,
    choicesMin: (count) => `Choose at least ${count}.`,
    choicesMax: (count) => `Choose at most ${count}.`,
  },
};

/** What to fill in instead, in one sentence. */
export function issueSentence(issue: Issue, language: Language = 'nl'): string {
  const words = WORDS[language];
  if (issue.code === 'too_small') return tooSmall(issue, language);
  if (issue.code === 'too_big') {
    const most = dutchNumber(Number(issue.maximum ?? 0), 0, language);
    if (issue.origin === 'string') return words.charactersMax(most);
    return issue.origin === 'array' ? words.choicesMax(most) : words.numberMax(most);
  }
  if (issue.code === 'invalid_format' && issue.format === 'email') return words.email;
  if (issue.code === 'invalid_format' && issue.format === 'date') return words.date;
  if (issue.code === 'unrecognized_keys') return words.unknown;
  return words.otherwise;
}

function tooSmall({ origin, minimum = 0 }: Issue, language: Language): string {
  const words = WORDS[language];
  const least = dutchNumber(Number(minimum), 0, language);
  if (origin === 'string') return Number(minimum) <= 1 ? words.fillIn : words.charactersMin(least);
  return origin === 'array' ? words.choicesMin(least) : words.numberMin(least);
}
