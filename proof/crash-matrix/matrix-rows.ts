/**
 * What came of many cells, added up by fault, and which of them prove that a promise does not hold. No I/O.
 */
import { type FaultName, faultNames } from './fault-kinds.ts';
import { type CellOutcome, cellName } from './run-cell.ts';

export interface MatrixRow {
  readonly fault: FaultName;
  readonly cells: number;
  /** Cells in which the program was killed; in the others it had ended before it came to the point. */
  readonly kills: number;
  readonly adopted: number;
  readonly madeAnew: number;
  /** Work orders that were still open after two cycles, with a reason and a next look. */
  readonly uncertain: number;
  readonly doubles: number;
  readonly lost: number;
  readonly unsettled: number;
  /** Ends of the program that should not be. */
  readonly broken: number;
}

/** One row a fault, in the order of the faults; faults without a cell have none. */
export function matrixRows(outcomes: readonly CellOutcome[]): MatrixRow[] {
  return faultNames.flatMap((fault) => {
    const own = outcomes.filter(({ cell }) => cell.fault === fault);
    return own.length === 0 ? [] : [{ fault, ...added(own) }];
  });
}

function added(outcomes: readonly CellOutcome[]): Omit<MatrixRow, 'fault'> {
  const sum = (count: (outcome: CellOutcome) => number) =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  return {
    cells: outcomes.length,
    kills: sum(({ isKilled }) => Number(isKilled)),
    adopted: sum(({ verdict }) => verdict.adopted),
    madeAnew: sum(({ verdict }) => verdict.madeAnew),
    uncertain: sum(({ verdict }) => verdict.uncertain.length),
    doubles: sum(({ verdict }) => verdict.doubles.length),
    lost: sum(({ verdict }) => verdict.lost.length),
    unsettled: sum(({ verdict }) => verdict.unsettled.length),
    broken: sum(({ broken }) => broken.length),
  };
}

/** A sentence for everything in a cell that should not be, each beginning with the cell's name. */
export function failuresOf(outcome: CellOutcome): string[] {
  const { cell, verdict, broken } = outcome;
  const told = (kind: string, words: readonly string[]) => words.map((each) => `${cellName(cell)}: ${kind}: ${each}`);
  return [
    ...told('double', verdict.doubles),
    ...told('lost', verdict.lost),
    ...told('unsettled', verdict.unsettled),
    ...told('broken', broken),
  ];
}
