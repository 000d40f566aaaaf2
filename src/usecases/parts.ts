/**
 * What every use case works with: the same for the page, the API and the command line.
 */

import type { Authorization } from '../model/authorization.ts';
import type { FieldService } from '../model/field-service.ts';
import type { SyncParts } from '../sync/run-job.ts';
import type { Language } from './language.ts';

export interface UseCaseParts extends SyncParts {
  readonly authorization: Authorization;
  /** Opens OutSmart with a token that is not stored yet, to check it. */
  readonly tryOutSmart: (token: string) => Promise<FieldService>;
  /** Where Asperion sends the browser back to. */
  readonly callbackUrl: string;
  /** Time between automatic exports of one account. */
  readonly exportEveryMs: number;
  /** Days that a new company uses connectors without cost. */
  readonly trialDays: number;
}

/** What a person asked for cannot be done as asked; the text says why and what to do instead. */
export class Refusal extends Error {
  /** Stable name for programs: `account.unknown`. */
  readonly code: string;
  /** One line a problem, for settings and other forms. */
  readonly problems: readonly Problem[];

  readonly #texts: Readonly<Record<Language, string>>;

  /** `text` is one text when it is known in which language the person reads; `message` is the Dutch one. */
  constructor(code: string, text: string | Readonly<Record<Language, string>>, problems: readonly Problem[] = []) {
    const texts = typeof text === 'string' ? { nl: text, en: text } : text;
    super(texts.nl);
    this.name = 'Refusal';
    this.code = code;
    this.problems = problems;
    this.#texts = texts;
  }

  messageIn(language: Language): string {
    return this.#texts[language];
  }
}

/** One thing wrong with one field. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}
