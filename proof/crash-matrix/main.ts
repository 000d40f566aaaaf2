/**
 * `npm run crash-matrix`: kills the real program at every point of an export, with every fault, and prints what was left. Ends
 * with 1 when a work order was invoiced twice or lost, was left neither settled nor honestly open, or the program broke.
 */
import { endInOrder } from '../end-in-order.ts';
import { ProofDatabases } from '../proof-databases.ts';
import { startThrowAwayPostgres } from '../throw-away-postgres.ts';
import { prepareCompany } from './company.ts';
import { failuresOf, matrixRows } from './matrix-rows.ts';
import { ENGLISH, matrixTable } from './matrix-table.ts';
import { type MatrixOptions, readOptions, USAGE } from './options.ts';
import { type CellOutcome, cellName, type Ground, runCell } from './run-cell.ts';
import { runMatrix } from './run-matrix.ts';

/** Progress goes to standard error, so that standard output is the result alone. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function tellOutcome(outcome: CellOutcome, done: number, all: number): void {
  const failures = failuresOf(outcome);
  const { cell, isKilled } = outcome;
  const end = failures.length > 0 ? 'FAILED' : isKilled || cell.point === null ? 'ok' : 'ok, not reached';
  tell(`${String(done).padStart(4)}/${all} ${cellName(cell)} ${end}`);
  for (const failure of failures) tell(`       ${failure}`);
}

async function runAsked(ground: Ground, { cell, ...size }: MatrixOptions): Promise<CellOutcome[]> {
  if (cell === null) return runMatrix(ground, size, tellOutcome);
  const outcome = await runCell(ground, cell);
  tellOutcome(outcome, 1, 1);
  for (const { wire, number, what } of outcome.seen) tell(`       ${wire} ${number} ${what}`);
  return [outcome];
}

async function main(options: MatrixOptions): Promise<number> {
  await using opened = new AsyncDisposableStack();
  const unlessEnded = endInOrder(opened);
  const postgres = await startThrowAwayPostgres();
  opened.defer(() => postgres.stop());
  const databases = await ProofDatabases.on(postgres.server, { isThrowAway: true });
  opened.defer(() => databases.close());
  const startedAt = performance.now();
  const company = await prepareCompany(databases);
  const outcomes = await unlessEnded(runAsked({ databases, company }, options));
  const rows = matrixRows(outcomes);
  const failures = outcomes.flatMap(failuresOf);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  if (options.isJson) process.stdout.write(`${JSON.stringify({ seconds, rows, failures }, null, 2)}\n`);
  else {
    process.stdout.write(`${matrixTable(rows, ENGLISH)}\n`);
    for (const failure of failures) process.stdout.write(`${failure}\n`);
    process.stdout.write(`${outcomes.length} cells in ${seconds} s\n`);
  }
  return failures.length > 0 ? 1 : 0;
}

let options: MatrixOptions | null = null;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  tell(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (options) process.exitCode = await main(options);
