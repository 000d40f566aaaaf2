/**
 * Makes a text fit a member of OutSmart: on one line, not empty where that is refused, not longer than it holds.
 * Knows the sizes OutSmart publishes; knows no records.
 */
import { cutText, oneLine } from '../kernel/text.ts';
import type { ImportNotice } from './import-notices.ts';

/** OutSmart's `Varchar(255)`. */
export const VARCHAR_CHARACTERS_MAX = 255;
/** Stands where OutSmart refuses an empty text; seen at once for what it is. */
const STAND_IN = '-';

/** A text that fits, with what had to be done to it. */
export interface FittedText {
  readonly text: string;
  readonly notices: readonly ImportNotice[];
}

/** The text on one line, cut to 255 characters. */
export function optionalText(raw: string, field: string): FittedText {
  const text = oneLine(raw);
  if (text.length <= VARCHAR_CHARACTERS_MAX) return { text, notices: [] };
  const parameters = { length: `${text.length}`, max: `${VARCHAR_CHARACTERS_MAX}` };
  return { text: cutText(text, VARCHAR_CHARACTERS_MAX).trimEnd(), notices: [{ code: 'cut', field, parameters }] };
}

/** The same, with the stand-in when nothing is left. */
export function requiredText(raw: string, field: string, standIn: string = STAND_IN): FittedText {
  const fitted = optionalText(raw, field);
  if (fitted.text !== '') return fitted;
  return { text: standIn, notices: [{ code: 'stand-in', field, parameters: { standIn } }] };
}
