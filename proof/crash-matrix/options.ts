/**
 * What can be typed behind `npm run crash-matrix --`.
 */
import { parseArgs } from 'node:util';
import { pointNamed } from './crash-points.ts';
import { type FaultName, faultNames } from './fault-kinds.ts';
import type { PointCount } from './plan-cells.ts';
import type { Cell } from './run-cell.ts';

export const USAGE = `npm run crash-matrix -- [--points all|N] [--jobs N] [--faults a,b] [--cell NAME] [--json]

  --points  points of each fault: all, or so many, spread over them (12)
  --jobs    cells at the same time (2)
  --faults  ${faultNames.join(', ')} (all)
  --cell    one cell alone, as a failure names it: slow/asperion-12-after
  --json    one document instead of the table`;

export interface MatrixOptions {
  readonly points: PointCount;
  readonly jobs: number;
  readonly faults: readonly FaultName[];
  readonly cell: Cell | null;
  readonly isJson: boolean;
}

const POINTS_DEFAULT = 12;
const JOBS_DEFAULT = 2;
const JOBS_MAX = 32;

/** Throws an Error that says what is wrong with what was typed. */
export function readOptions(args: readonly string[]): MatrixOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      points: { type: 'string' },
      jobs: { type: 'string' },
      faults: { type: 'string' },
      cell: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    points: values.points === 'all' ? 'all' : count('--points', values.points, POINTS_DEFAULT, Number.MAX_SAFE_INTEGER),
    jobs: count('--jobs', values.jobs, JOBS_DEFAULT, JOBS_MAX),
    faults: values.faults?.split(',').map(faultNamed) ?? faultNames,
    cell: values.cell === undefined ? null : cellNamed(values.cell),
    isJson: values.json,
  };
}

function count(option: string, text: string | undefined, byDefault: number, max: number): number {
  if (text === undefined) return byDefault;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= max) return number;
  throw new Error(`${option}: "${text}" is no whole number from 1 on`);
}

function faultNamed(text: string): FaultName {
  const name = faultNames.find((each) => each === text.trim());
  if (name === undefined) throw new Error(`--faults: "${text}" is none of ${faultNames.join(', ')}`);
  return name;
}

function cellNamed(text: string): Cell {
  const [fault = '', point] = text.split('/');
  if (point === undefined) return { fault: faultNamed(fault), point: null };
  const named = pointNamed(point);
  if (named === null) throw new Error(`--cell: "${point}" is no point such as asperion-12-after`);
  return { fault: faultNamed(fault), point: named };
}
