/**
 * Sentences of which some words stand out, as the catalogues write them. Knows nothing of how they are drawn, so that a name
 * with markup in it stays text.
 */

/** `fact` is dark and semibold, `waits` asks for action, `broken` is broken. */
export type Weight = 'fact' | 'waits' | 'broken';

/** One sentence: plain text and words that stand out, in order. */
export type Said = readonly (string | { readonly text: string; readonly weight: Weight })[];

export function fact(text: string) {
  return { text, weight: 'fact' } as const;
}

export function waits(text: string) {
  return { text, weight: 'waits' } as const;
}

export function broken(text: string) {
  return { text, weight: 'broken' } as const;
}
