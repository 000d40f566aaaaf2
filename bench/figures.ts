/**
 * What several measurements of one thing come to. Knows nothing of what was measured.
 */
export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Median, smallest and largest. Throws for no values at all. */
export function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (lower === undefined || upper === undefined || min === undefined || max === undefined) {
    throw new Error('nothing was measured');
  }
  return { median: (lower + upper) / 2, min, max };
}

/**
 * Each value divided by its partner. Partners were measured one right after the other, so that what else the machine did
 * at that moment slowed down both.
 */
export function ratiosOf(values: readonly number[], partners: readonly number[]): Figures {
  return figuresOf(values.map((value, index) => value / (partners[index] ?? Number.NaN)));
}
