/**
 * Ctrl-C under npm reaches a program twice: from the terminal, and once more from npm that passes it on. Both are one
 * press of one person.
 */
const SAME_PRESS_MS = 1_000;

/** A listener that hears a signal again only when it comes later than any echo of the one before. */
export function oncePerPress(listener: () => void): () => void {
  let heardAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - heardAt < SAME_PRESS_MS) return;
    heardAt = now;
    listener();
  };
}
