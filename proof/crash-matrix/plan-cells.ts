/**
 * Which cells there are: every point that a run without a kill showed, before and after, or a sample that is spread over
 * them. No I/O and no chance: the same points give the same cells.
 */
import type { CrashPoint, SeenPoint } from './crash-points.ts';
import type { FaultName } from './fault-kinds.ts';
import type { Cell } from './run-cell.ts';

/** How many points of a fault are tried. */
export type PointCount = 'all' | number;

/** The cells of one fault. `turn` shifts the sample, so that faults do not all try the same few points. */
export function planCells(fault: FaultName, seen: readonly SeenPoint[], count: PointCount, turn: number): Cell[] {
  const points = seen.flatMap(({ wire, number }): CrashPoint[] => [
    { wire, number, moment: 'before' },
    { wire, number, moment: 'after' },
  ]);
  const chosen = count === 'all' || count >= points.length ? points : spread(points, count, turn);
  return chosen.map((point) => ({ fault, point }));
}

/** A prime: shifts through all places of a stride before it comes back. */
const STEP = 7;

function spread(points: readonly CrashPoint[], count: number, turn: number): CrashPoint[] {
  const stride = points.length / count;
  const shift = (turn * STEP) % Math.max(1, Math.floor(stride));
  return Array.from({ length: count }, (_, index) => points[Math.floor(index * stride) + shift]).filter(
    (point) => point !== undefined,
  );
}
