/**
 * One line of the result: what was measured, what came out, and how much of it there may be at most.
 */
import type { Figures } from './figures.ts';

export interface Row {
  /** Such as `import.unchanged`; the part before the dot can be asked for by itself. */
  readonly id: string;
  readonly what: string;
  /** How long each foreign system took for an answer; null when it does not matter. */
  readonly latencyMs: number | null;
  readonly unit: 'ratio' | 'calls' | 'writes' | 'MB' | 's' | 'ms' | 'kB';
  readonly measured: Figures;
  /** Null for information only. */
  readonly goalMax: number | null;
  /** Durations that a ratio was made of, in milliseconds. */
  readonly bareMs?: Figures;
  readonly connectorMs?: Figures;
  /** Anything a reader should know about this line. */
  readonly remark?: string;
}

/** Null when there is no goal. The median counts: a single run may have been disturbed. */
export function isMet({ measured, goalMax }: Row): boolean | null {
  return goalMax === null ? null : measured.median <= goalMax;
}
