/**
 * Rows under headings, without lines around them. In a terminal the flexible column takes what room is left and wraps;
 * elsewhere every record stays on one line, so that grep finds it whole. Knows nothing of what is in the cells.
 */
import Table from 'cli-table3';
import { cutText, oneLine } from '../../kernel/text.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes what room is left. At most one. */
  readonly isFlexible?: true;
}

/** A line of text under the row before it, across all columns but the first. */
export interface Remark {
  readonly below: string;
}

const GAP = '  ';
const FLEXIBLE_CHARACTERS_MIN = 20;
/** Foreign texts may be 64 kB; a list is no place for them. */
const CELL_CHARACTERS_MAX = 300;
const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: GAP,
} as const;

/** The table as text without a line break at its end. `terminalColumns` null: no wrapping. Texts become one line each. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminalColumns: number | null,
): string {
  return layOut(
    columns,
    rows.map((row) => row.map(cut)),
    terminalColumns,
  );
}

/** The same for texts of several lines, with remarks under rows. Wraps always. */
export function tableWithRemarks(
  columns: readonly Column[],
  rows: readonly (readonly string[] | Remark)[],
  lineCharacters: number,
): string {
  return layOut(columns, rows, lineCharacters);
}

function layOut(
  columns: readonly Column[],
  rows: readonly (readonly string[] | Remark)[],
  terminalColumns: number | null,
): string {
  const made = new Table({
    head: columns.map(({ title }) => title),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map(({ align }) => align ?? 'left'),
    ...flexibleWidth(columns, rows.filter(isRow), terminalColumns),
  });
  for (const row of rows) made.push(isRow(row) ? [...row] : ['', { colSpan: columns.length - 1, content: row.below }]);
  return made.toString().replace(/[^\S\n]+$/gm, '');
}

function isRow(row: readonly string[] | Remark): row is readonly string[] {
  return Array.isArray(row);
}

/** Each line begins with two blanks. */
export function indented(text: string, blanks = 2): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(blanks));
}

function cut(text: string): string {
  const line = oneLine(text);
  const short = cutText(line, CELL_CHARACTERS_MAX);
  return short === line ? line : `${short}…`;
}

function flexibleWidth(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  terminalColumns: number | null,
) {
  const flexible = columns.findIndex(({ isFlexible }) => isFlexible);
  if (terminalColumns === null || flexible < 0) return {};
  const natural = columns.map(({ title }, index) =>
    Math.max(title.length, ...cells.map((row) => (row[index] ?? '').length)),
  );
  const others = natural.reduce(
    (sum, width, index) => (index === flexible ? sum : sum + width),
    GAP.length * (columns.length - 1),
  );
  const room = Math.max(FLEXIBLE_CHARACTERS_MIN, terminalColumns - others);
  const width = Math.min(natural[flexible] ?? 0, room);
  return { wordWrap: true, colWidths: natural.map((own, index) => (index === flexible ? width : own)) };
}
