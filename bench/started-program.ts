/**
 * Starts the program as its user does, with `npm start` in a folder of its own, for what is measured from outside.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ASK_EVERY_MS = 5;
const ANSWER_WITHIN_MS = 60_000;
const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** What the program says last when it is ready for its user. */
const READY = 'Ctrl-C';

export interface StartedProgram {
  readonly address: string;
  /** Seconds from pressing enter to the first answer. */
  readonly secondsToAnswer: number;
  /** When its demo company is set up. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; answers once it answers. Throws an Error when it does not. */
export async function startProgram(dataDir: string, port: number): Promise<StartedProgram> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: PROJECT_FOLDER,
    env: { ...withoutOwnSettings(process.env), KOPPELING_DATA_DIR: dataDir, KOPPELING_PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = untilLine(child, READY);
  const address = `http://localhost:${port}`;
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGTERM');
    await gone;
  };
  try {
    await answerOf(child, `http://127.0.0.1:${port}/healthz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, secondsToAnswer: (performance.now() - began) / 1_000, ready, stop };
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
