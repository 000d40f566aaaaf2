/**
 * Histories that broke a promise once. Each is told again by the tests, under a title that says what went wrong, so that it
 * cannot come back unseen. A seed tells the same history only as long as plan.ts draws in the same order.
 */
export interface FailedSeed {
  readonly seed: number;
  /** What went wrong, as a bookkeeper would tell it. */
  readonly title: string;
}

export const FAILED_SEEDS: readonly FailedSeed[] = [];
