// What the tests of this folder share: a data folder that the OS user running PostgreSQL can reach, other processes, and
// a look from outside at whether the cluster runs.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, onTestFinished } from 'vitest';
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';
import { socketFolderOf } from './socket-folder.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './start-embedded-database.ts';

/** A data folder that does not exist yet. Whatever still runs there after the test is killed. */
export async function newDataDir(name = 'data'): Promise<string> {
  const parent = realpathSync(mkdtempSync(join(quickestFolder(), 'koppeling-embedded-')));
  await chmod(parent, 0o755);
  const dataDir = join(parent, name);
  onTestFinished(async () => {
    const pid = postmasterPid(dataDir);
    if (pid) process.kill(pid, 'SIGQUIT');
    await until(() => postmasterPid(dataDir) === undefined);
    rmSync(socketFolderOf(join(dataDir, 'postgres'), '/tmp'), { recursive: true, force: true });
    rmSync(parent, { recursive: true, force: true });
  });
  return dataDir;
}

/**
 * For one test file: what makes data folders with a stopped, empty database. They are copied from one that is made once, since
 * making takes a second, and that is removed after the file. To be called where `afterAll` may be.
 */
export function preparedDataDirs(): () => Promise<string> {
  let model: Promise<string> | undefined;
  afterAll(async () => {
    if (model) rmSync(dirname(await model), { recursive: true, force: true });
  });
  return async () => {
    model ??= makeModel();
    const dataDir = await newDataDir();
    // `cp -a` keeps the owner, which matters when we are root.
    execFileSync('cp', ['-a', await model, dataDir]);
    return dataDir;
  };
}

async function makeModel(): Promise<string> {
  const parent = realpathSync(mkdtempSync(join(quickestFolder(), 'koppeling-model-')));
  await chmod(parent, 0o755);
  const dataDir = join(parent, 'data');
  await (await startEmbeddedDatabase({ dataDir })).release();
  return dataDir;
}

/** In memory where there is such a folder: making a cluster on disk takes a second, and no power is cut here. */
function quickestFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

/** The process number of the living postmaster of that data folder, found without asking the code under test to join. */
export function postmasterPid(dataDir: string): number | undefined {
  const folder = join(dataDir, 'postgres');
  const file = readPostmasterFile(folder);
  return typeof file === 'object' && isPostmasterOf(folder, file.pid) ? file.pid : undefined;
}

/** Waits for a condition, for twenty seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('The condition waited for did not come true in twenty seconds.');
    await delay(20);
  }
}

export type OtherProcess = {
  readonly child: ChildProcess;
  readonly connection: EmbeddedDatabase['connection'];
  readonly startedByUs: boolean;
  /** Lets it leave the database and end; resolves when it has ended. */
  leave(): Promise<void>;
  kill(): Promise<void>;
};

/** Another process that uses the database of that folder; resolves once it has joined. */
export async function otherProcess(dataDir: string): Promise<OtherProcess> {
  const program = fileURLToPath(new URL('./hold-database.test-program.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const leave = async () => {
    child.stdin.end();
    await ended;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { child, ...(JSON.parse(line) as Pick<OtherProcess, 'connection' | 'startedByUs'>), leave, kill };
}

/** Runs one statement on a connection of its own and returns its rows. */
export async function query<Row extends pg.QueryResultRow>(config: pg.ClientConfig, sql: string): Promise<Row[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
