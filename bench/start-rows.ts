/**
 * How long `npm start` takes until the program answers, sandboxes and embedded database included: the first time in an
 * empty data folder, and again with the data of the first time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { figuresOf } from './figures.ts';
import type { Row } from './row.ts';
import { temporaryFolder } from './stage.ts';

const FIRST_GOAL_S = 5;
const LATER_GOAL_S = 2;
const ASK_EVERY_MS = 5;
const ANSWER_WITHIN_MS = 60_000;
/** The program and both sandboxes, one of which has two. */
const PORTS = 4;
const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** What the program says last when it is ready for its user. */
const READY = 'Ctrl-C';

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
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: PROJECT_FOLDER,
    env: { ...withoutOwnSettings(process.env), KOPPELING_DATA_DIR: dataDir, KOPPELING_PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = untilLine(child, READY);
  try {
    await answerOf(child, `http://127.0.0.1:${port}/healthz`);
    const seconds = (performance.now() - began) / 1_000;
    await ready;
    return seconds;
  } finally {
    const gone = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGTERM');
    await gone;
  }
}

function withoutOwnSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('KOPPELING_')));
}

async function answerOf(child: ChildProcess, address: string): Promise<void> {
  const until = performance.now() + ANSWER_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    const isAnswered = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isAnswered) return;
    await wait(ASK_EVERY_MS);
  }
  throw new Error('`npm start` gave no answer');
}

async function untilLine(child: ChildProcess, text: string): Promise<void> {
  if (child.stdout === null) return;
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((found) => {
    lines.on('line', (line) => line.includes(text) && found());
    lines.once('close', found);
  });
}

/** The first of some free ports in a row. */
async function freePorts(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all(Array.from({ length: PORTS }, (_, step) => isFree(first + step)));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no free ports were found');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
