/**
 * Reads JSON that somebody else wrote. A few megabytes of brackets, well-formed as they are, would take all memory there is
 * and with it every company's work: what a text will take is estimated before it is read. Knows neither foreign system.
 */
import { getHeapStatistics } from 'node:v8';

/** The text is JSON perhaps, and is not read: it would take too much memory, or is nested beyond all sense. */
export class JsonTooMuch extends Error {
  constructor(what: string) {
    super(`the answer ${what}`);
    this.name = 'JsonTooMuch';
  }
}

/** Neither system nests deeper than ten. Far below what makes writing it down again run out of stack. */
const DEPTH_MAX = 500;
/** So that what is made of an answer, and the answers of other companies, fit beside it. */
const SHARE_OF_HEAP = 8;
/** What V8 takes for an object or list, and for each of its members; a text takes its length besides. */
const BYTES_PER_NEST = 64;
const BYTES_PER_MEMBER = 24;

/** The value. Throws JsonTooMuch before anything was read, and SyntaxError when it is no JSON. */
export function readForeignJson(text: string, bytesMax = getHeapStatistics().heap_size_limit / SHARE_OF_HEAP): unknown {
  const { depth, nests, members } = weigh(text);
  if (depth > DEPTH_MAX) throw new JsonTooMuch(`is nested deeper than ${DEPTH_MAX}`);
  const bytes = text.length + nests * BYTES_PER_NEST + members * BYTES_PER_MEMBER;
  if (bytes > bytesMax) throw new JsonTooMuch(`would take ${Math.ceil(bytes / 1e6)} MB of memory`);
  return JSON.parse(text);
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Counts what stands outside of texts. Of a text that is no JSON the counts mean nothing, and do no harm. */
function weigh(text: string): { readonly depth: number; readonly nests: number; readonly members: number } {
  let [depth, deepest, nests, commas] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfText(text, at);
    else if (character === COMMA) commas += 1;
    else if (character === OPEN_LIST || character === OPEN_OBJECT) {
      nests += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === CLOSE_LIST || character === CLOSE_OBJECT) depth -= 1;
  }
  return { depth: deepest, nests, members: nests + commas };
}

/** Where the text that opens there is closed; the end of it all when it never is. */
function endOfText(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return close;
  }
  return text.length;
}
