/**
 * Runs cells side by side and tells of each as it ends. Runs without a kill come first: they show which points there are.
 */
import pMap from 'p-map';
import type { FaultName } from './fault-kinds.ts';
import { type PointCount, planCells } from './plan-cells.ts';
import { type Cell, type CellOutcome, type Ground, runCell } from './run-cell.ts';

export interface MatrixSize {
  readonly faults: readonly FaultName[];
  /** Of each fault, besides its run without a kill. */
  readonly points: PointCount;
  /** Cells at the same time. */
  readonly jobs: number;
}

/** How far it is: cells done, and how many there are as far as is known. */
export type OnOutcome = (outcome: CellOutcome, done: number, all: number) => void;

/** Answers every outcome, the runs without a kill first. */
export async function runMatrix(ground: Ground, size: MatrixSize, onOutcome: OnOutcome): Promise<CellOutcome[]> {
  const { faults, points, jobs } = size;
  let done = 0;
  const runAll = (cells: readonly Cell[], all: number) =>
    pMap(
      cells,
      async (cell) => {
        const outcome = await runCell(ground, cell);
        done += 1;
        onOutcome(outcome, done, all);
        return outcome;
      },
      { concurrency: jobs },
    );
  // Every point of a fault is known from that fault alone; for a sample those of an export without one will do.
  const shown: readonly FaultName[] = points === 'all' ? faults : ['none'];
  const expected = points === 'all' ? shown.length : shown.length + faults.length * points;
  const unkilled = await runAll(
    shown.map((fault) => ({ fault, point: null })),
    expected,
  );
  const seenOf = (fault: FaultName) => (unkilled.find(({ cell }) => cell.fault === fault) ?? unkilled[0])?.seen ?? [];
  const cells = faults.flatMap((fault, turn) => planCells(fault, seenOf(fault), points, turn));
  return [...unkilled, ...(await runAll(cells, unkilled.length + cells.length))];
}
