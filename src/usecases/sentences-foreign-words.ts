/**
 * The words of OutSmart and Asperion as we repeat them to people: between quotation marks, cut, and only when they are words.
 */
import { cutText, oneLine } from '../kernel/text.ts';

const WORDS_CHARACTERS_MAX = 300;

/** What the clients put in place of a message when the other side gave none; it says nothing to people. */
const NO_WORDS = /^(HTTP \d+|code \d+)$/;

/** The messages in one pair of quotation marks; the empty text when nothing was said. */
export function quotedWords(messages: readonly string[]): string {
  const words = messages.map(oneLine).filter((message) => message !== '' && !NO_WORDS.test(message));
  if (words.length === 0) return '';
  const text = words.join(' ').replaceAll('"', "'");
  const cut = cutText(text, WORDS_CHARACTERS_MAX);
  return `"${cut === text ? text.replace(/\.$/, '') : `${cut.trimEnd()}…`}"`;
}
