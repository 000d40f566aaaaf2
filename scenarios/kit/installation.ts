// One installation of the program: a data folder, a port, an environment, and every process started with them. All of it is
// gone after the test, also when the test failed.

import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePorts } from './free-ports.ts';
import { endAll, postmasterOf } from './processes.ts';
import { Program, type Told } from './program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

/** How work for the end is handed in: Vitest's `onTestFinished`, which tells what became of the test, or its like. */
export type AtEnd = (work: (ended?: Ended) => Promise<void>) => void;

interface Ended {
  readonly task?: { readonly result?: { readonly state: string } | undefined };
}

export interface Installation {
  /** Does not exist before the first command. */
  readonly dataDir: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Starts a program that goes on by itself, or a command to be followed while it runs. */
  run(...args: string[]): Program;
  /** Runs one command to its end, standard input closed. */
  koppeling(...args: string[]): Promise<Told>;
  /** The JSON document of a command with `--json`, which must end with `exitCode` (0). Throws an Error with all it said. */
  asked<T>(args: readonly string[], exitCode?: number): Promise<T>;
  /** Starts `serve` and waits until it answers. */
  serving(): Promise<Program>;
  /** Writes a file beside the data folder; answers its path. */
  file(name: string, content: unknown): Promise<string>;
}

const ACCOUNT_CHARACTERS_MAX = 10_000;

/** A new installation, nothing running yet. Unless told otherwise it is to use the sandboxes on the ports after its own. */
export async function newInstallation(
  atEnd: AtEnd,
  environment: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const folder = await temporaryFolder();
  const port = environment.KOPPELING_PORT === undefined ? await freePorts() : Number(environment.KOPPELING_PORT);
  const dataDir = join(folder, 'data');
  const programs: Program[] = [];
  const all = {
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
    NODE_COMPILE_CACHE: 'node_modules/.cache/node',
    NO_COLOR: '1',
    KOPPELING_DATA_DIR: dataDir,
    KOPPELING_PORT: String(port),
    KOPPELING_LOG_LEVEL: 'warn',
    ...environment,
  };
  atEnd(async (ended) => {
    if (ended?.task?.result?.state === 'fail') {
      for (const program of programs) process.stderr.write(`${program.account().slice(0, ACCOUNT_CHARACTERS_MAX)}\n`);
    }
    const socketFolder = postmasterOf(dataDir)?.socketFolder ?? '';
    await Promise.all(programs.map((program) => program.kill()));
    await endAll(dataDir);
    if (socketFolder !== '') rmSync(socketFolder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]): Program => {
    const program = new Program(args, all);
    programs.push(program);
    return program;
  };
  const koppeling = (...args: string[]) => run(...args).end();
  return {
    dataDir,
    port,
    environment: all,
    run,
    koppeling,
    async asked<T>(args: readonly string[], exitCode = 0): Promise<T> {
      const told = await koppeling(...args, '--json');
      if (told.exitCode === exitCode) return JSON.parse(told.stdout) as T;
      throw new Error(`koppeling ${args.join(' ')} ended with ${told.exitCode}:\n${told.stdout}\n${told.stderr}`);
    },
    async serving() {
      const program = run('serve');
      await program.says('De koppeling luistert op');
      await until('the server to answer', () => answers(port));
      return program;
    },
    async file(name, content) {
      const path = join(folder, name);
      await mkdir(folder, { recursive: true });
      await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
      return path;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}
