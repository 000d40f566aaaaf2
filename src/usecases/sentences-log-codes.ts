/**
 * The sentence of every code that a log line can have of its own. Fault codes and reasons to wait have their words elsewhere.
 */
import type { LogEntry } from '../store/log.ts';
import type { Language } from './language.ts';
import { englishLogCodes } from './sentences-log-codes-en.ts';
import { dutchLogCodes, type LogCode, type LogCodeTexts } from './sentences-log-codes-nl.ts';
import type { LogValues } from './sentences-log-values.ts';

const SENTENCES: Readonly<Record<Language, LogCodeTexts>> = { nl: dutchLogCodes, en: englishLogCodes };

/** What happened to the record of this line. */
export function logCodeSentence(code: LogCode, values: LogValues, entry: LogEntry, language: Language = 'nl'): string {
  return SENTENCES[language][code](values, entry);
}

/** True for a code with a sentence of its own here. */
export function isLogCode(code: string): code is LogCode {
  return Object.hasOwn(dutchLogCodes, code);
}
