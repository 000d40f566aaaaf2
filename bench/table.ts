/**
 * The result as a table in Markdown, which reads as well in a terminal as on a page.
 */
import type { Figures } from './figures.ts';
import type { Machine } from './machine.ts';
import { isMet, type Row } from './row.ts';

const HEADS = ['what', 'answers after', 'bare client', 'connector', 'measured', 'goal', '', 'remark'];

/** Columns are padded so that they line up without being rendered. */
export function tableText(rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const text = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [heads = '', ...body] = lines.map(text);
  return [heads, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n');
}

/** One line about where it was measured. */
export function machineText(machine: Machine): string {
  const { platform, node, cores, processor, memoryGb, load, syncMs } = machine;
  return `${platform}, ${cores} cores (${processor}), ${memoryGb} GB, Node ${node}; load ${load.toFixed(1)} at the start; a write lasts after ${syncMs.toFixed(2)} ms`;
}

function cellsOf(row: Row): string[] {
  const { what, latencyMs, bareMs, connectorMs, goalMax, remark = '' } = row;
  return [
    what,
    latencyMs === null ? '' : `${latencyMs} ms`,
    bareMs ? spread(bareMs, seconds) : '',
    connectorMs ? spread(connectorMs, seconds) : '',
    spread(row.measured, IN_UNIT[row.unit]),
    goalMax === null ? '' : `≤ ${IN_UNIT[row.unit](goalMax)}`,
    verdict(isMet(row)),
    remark,
  ];
}

function verdict(met: boolean | null): string {
  if (met === null) return 'for information';
  return met ? 'met' : 'MISSED';
}

/** The median, with the range where there is one. */
function spread({ median, min, max }: Figures, inUnit: (value: number) => string): string {
  return inUnit(min) === inUnit(max) ? inUnit(median) : `${inUnit(median)} (${inUnit(min)}–${inUnit(max)})`;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const rounded = (value: number): string => `${Number(value.toFixed(3))}`;

const IN_UNIT: Readonly<Record<Row['unit'], (value: number) => string>> = {
  ratio: (value) => `× ${value.toFixed(2)}`,
  calls: rounded,
  writes: rounded,
  MB: (value) => `${Math.round(value)} MB`,
  s: (value) => `${value.toFixed(2)} s`,
  ms: (value) => `${Math.round(value)} ms`,
  kB: (value) => `${Math.round(value)} kB`,
};
