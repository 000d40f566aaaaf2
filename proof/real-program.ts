/**
 * The real program, `node src/main.ts …`, in a process of its own with exactly the environment that it is given. Nothing of
 * what surrounds the attack reaches it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** Longer than any export of three work orders takes, also on a machine that does much else. */
const EXPORT_ENDS_WITHIN_MS = 180_000;
const SAID_CHARACTERS_MAX = 20_000;

export interface ProgramEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** It went on for too long and was killed for it. */
  readonly isLate: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export class RealProgram {
  readonly #child: ChildProcess;
  readonly #ended: Promise<ProgramEnd>;
  #stdout = '';
  #stderr = '';

  constructor(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    endWithinMs: number = EXPORT_ENDS_WITHIN_MS,
  ) {
    const child = spawn(process.execPath, ['src/main.ts', ...args], {
      cwd: PROJECT_FOLDER,
      env: {
        PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
        NODE_COMPILE_CACHE: 'node_modules/.cache/node',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout = (this.#stdout + text).slice(-SAID_CHARACTERS_MAX);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-SAID_CHARACTERS_MAX);
    });
    this.#ended = this.#untilEnd(endWithinMs);
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Ends it without warning; it cannot do anything about it. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Asks it to end in order. */
  stop(): void {
    this.#child.kill('SIGTERM');
  }

  /** How it ended, once it has. */
  end(): Promise<ProgramEnd> {
    return this.#ended;
  }

  async #untilEnd(withinMs: number): Promise<ProgramEnd> {
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      this.kill();
    }, withinMs);
    await once(this.#child, 'close');
    clearTimeout(late);
    return { exitCode: this.#child.exitCode, isLate, stdout: this.#stdout, stderr: this.#stderr };
  }
}
