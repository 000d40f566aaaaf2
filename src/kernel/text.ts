/**
 * Comparing and trimming text the way both systems' users expect. Knows nothing of codes or names in particular.
 */

/**
 * The form in which two codes are compared: trimmed, composed, and without regard to letter case in the sense of
 * Unicode (upper first, so that ß equals SS and both Greek sigmas are one).
 */
export function foldCode(text: string): string {
  return text.trim().normalize('NFC').toUpperCase().toLowerCase();
}

const LINE_BREAK = /[\r\n\u2028\u2029\v\f]/;

/** Trims, and turns every run of white space that holds a line break into one space. */
export function oneLine(text: string): string {
  // One pass over each run: a pattern that looks for the break inside the run takes seconds for 64 kB of spaces.
  return text.replace(/\s+/g, (run) => (LINE_BREAK.test(run) ? ' ' : run)).trim();
}

/** True for a text of nothing but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Cuts to at most `charactersMax` UTF-16 units without splitting an emoji in two. */
export function cutText(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}
