/**
 * Takes an address of one line apart into street and house number. Joined with a space the two are the address again.
 * In doubt the whole address is the street, for a wrong house number does more harm than none.
 */
import { oneLine } from '../kernel/text.ts';

export interface StreetAddress {
  readonly street: string;
  /** Number with its addition: `12a`, `4-2`, `12 bis`; empty when none is recognised. */
  readonly houseNumber: string;
}

const NUMBER = /^\d{1,5}([a-z]{1,3}\d{0,3})?([-/][a-z0-9]{1,6})*$/i;
/** `Plein 1940-1945` and `Straat 1813 7` hold years, not house numbers. */
const YEARS = /^'?(1[5-9]|20)\d\d([-/]'?((1[5-9]|20)\d\d|\d\d))?$/;
const ADDITION_AFTER_PLAIN_NUMBER = /^\d{1,3}[a-z]?$/i;
const ADDITION =
  /^([a-z]{1,4}\d{0,3}|(boven|beneden|links|rechts)|[-/] ?[a-z0-9]{1,6}|(bus|bte|box|unit) [a-z0-9]{1,5})$/i;

/**
 * Splits at the first word that reads as a house number and is followed by nothing or by an addition: "Dorpsstraat 12a",
 * "1e Hugo de Grootstraat 4-2", "Plein 1940-1945 7". The first word is always street.
 */
export function splitAddress(address: string): StreetAddress {
  const words = oneLine(address)
    .split(/\s+/)
    .filter((word) => word !== '');
  const at = words.findIndex((word, index) => index > 0 && isHouseNumber(word, words.slice(index + 1)));
  if (at === -1) return { street: words.join(' '), houseNumber: '' };
  return { street: words.slice(0, at).join(' '), houseNumber: words.slice(at).join(' ') };
}

function isHouseNumber(word: string, after: readonly string[]): boolean {
  if (!NUMBER.test(word)) return false;
  const addition = after.join(' ');
  const isYears = YEARS.test(word);
  if (addition === '') return !isYears || /^\d+$/.test(word);
  if (isYears) return false;
  if (/^\d+$/.test(word) && after.length === 1 && ADDITION_AFTER_PLAIN_NUMBER.test(addition)) return true;
  return after.length <= 2 && ADDITION.test(addition);
}
