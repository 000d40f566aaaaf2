/**
 * How long `npm start` takes until the program answers, sandboxes and embedded database included: the first time in an
 * empty data folder, and again with the data of the first time.
 */
import { join } from 'node:path';
import { freePorts } from '../scenarios/kit/free-ports.ts';
import { figuresOf } from './figures.ts';
import type { Row } from './row.ts';
import { temporaryFolder } from './stage.ts';
import { startProgram } from './started-program.ts';

const FIRST_GOAL_S = 5;
const LATER_GOAL_S = 2;

/** Starts twice in each of `starts` fresh folders. */
export async function startRows(starts: number): Promise<Row[]> {
  const firstS: number[] = [];
  const laterS: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    await using ending = new AsyncDisposableStack();
    const dataDir = join(await temporaryFolder(ending), 'data');
    const port = await freePorts();
    firstS.push(await startOnce(dataDir, port));
    laterS.push(await startOnce(dataDir, port));
  }
  const unit = 's';
  return [
    {
      ...{ id: 'start.first', what: 'first `npm start` to the first answer', latencyMs: null, unit },
      ...{ measured: figuresOf(firstS), goalMax: FIRST_GOAL_S },
    },
    {
      ...{ id: 'start.later', what: 'later `npm start` to the first answer', latencyMs: null, unit },
      ...{ measured: figuresOf(laterS), goalMax: LATER_GOAL_S },
    },
  ];
}

/** Seconds to the first answer. The program then gets the time to set up its demo company, and is stopped. */
async function startOnce(dataDir: string, port: number): Promise<number> {
  const program = await startProgram(dataDir, port);
  await program.ready;
  await program.stop();
  return program.secondsToAnswer;
}
