/**
 * The table of the matrix as text, in the words of whoever reads it.
 */
import Table from 'cli-table3';
import type { FaultName } from './fault-kinds.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Titles of the columns, in their order, and the names of the faults. */
export interface TableWords {
  readonly titles: Readonly<Record<keyof MatrixRow, string>>;
  readonly faults: Readonly<Record<FaultName, string>>;
  readonly total: string;
}

export const ENGLISH: TableWords = {
  titles: {
    fault: 'besides the kill',
    cells: 'cells',
    kills: 'kills',
    adopted: 'adopted',
    madeAnew: 'made anew',
    uncertain: 'honestly uncertain',
    doubles: 'doubles',
    lost: 'lost',
    unsettled: 'unsettled',
    broken: 'broken',
  },
  faults: {
    none: 'nothing',
    'answer-lost': 'an answer lost after the work',
    'error-after-work': '503 after the work',
    slow: 'carried out after the time-out',
    'duplicate-worker': 'a second worker',
    'manual-and-automatic': 'manual and automatic together',
    'late-visibility': 'drafts in lists only later',
  },
  total: 'together',
};

/** Rows, and a last one with their sums. */
export function matrixTable(rows: readonly MatrixRow[], { titles, faults, total }: TableWords): string {
  const columns = Object.keys(titles) as (keyof MatrixRow)[];
  const table = new Table({
    head: Object.values(titles),
    style: { head: [], border: [], compact: true },
    colAligns: columns.map((column) => (column === 'fault' ? 'left' : 'right')),
  });
  for (const row of rows)
    table.push(columns.map((column) => (column === 'fault' ? faults[row.fault] : String(row[column]))));
  const sum = (column: Exclude<keyof MatrixRow, 'fault'>) => String(rows.reduce((all, row) => all + row[column], 0));
  table.push(columns.map((column) => (column === 'fault' ? total : sum(column))));
  return table.toString();
}
