// One run of the real program in a process of its own: what it was told, what it says, and how it ends.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const PROJECT_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
/** Long, since a machine that runs all tests at once is slow; what is right takes none of it. */
const WITHIN_MS = 180_000;

/** What a program said and how it ended. */
export interface Told {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running `node src/main.ts …`. */
export class Program {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #name: string;
  #stdout = '';
  #stderr = '';
  #isClosed = false;

  /** Starts it with exactly this environment; nothing of the test run's own reaches it. */
  constructor(args: readonly string[], environment: Readonly<Record<string, string>>, input = '') {
    this.#name = `koppeling ${args.join(' ')}`;
    this.#child = spawn(process.execPath, ['src/main.ts', ...args], {
      cwd: PROJECT_FOLDER,
      env: { ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stdin.on('error', () => undefined);
    this.#child.stdin.end(input);
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    this.#child.once('close', () => {
      this.#isClosed = true;
    });
  }

  get stdout(): string {
    return this.#stdout;
  }

  /** Of the operating system; the program names itself by it among the holders of leases. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What it said so far, for whoever has to find out why a story ended otherwise. */
  account(): string {
    const { exitCode, signalCode } = this.#child;
    const end = this.hasEnded ? `ended with ${exitCode ?? signalCode}` : 'still runs';
    return `${this.#name} (${end}) said:\n${this.#stdout}\nand on standard error:\n${this.#stderr}`;
  }

  /** Waits until its standard output holds the text. Throws an Error with all it said when it ends before, or is late. */
  async says(text: string, withinMs = WITHIN_MS): Promise<void> {
    await this.#explaining(
      until(
        `"${text}"`,
        () => {
          if (this.#stdout.includes(text)) return true;
          if (this.#isClosed) throw new Error(`It ended before it said "${text}".`);
          return false;
        },
        withinMs,
      ),
    );
  }

  /** Waits until it has ended by itself or by a signal sent before. Throws an Error with all it said when it goes on. */
  async end(withinMs = WITHIN_MS): Promise<Told> {
    await this.#explaining(until('its end', () => this.#isClosed, withinMs));
    return { exitCode: this.#child.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<Told> {
    this.#child.kill(signal);
    return this.end(60_000);
  }

  /** Lets it stand still from one instruction to the next, as on a machine that is put to sleep, until it may go on. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  /** Ends it without warning; it cannot do anything about it. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    this.#child.kill('SIGKILL');
    await until(`${this.#name} to be gone`, () => this.hasEnded, 60_000);
  }

  async #explaining(waiting: Promise<unknown>): Promise<void> {
    try {
      await waiting;
    } catch (error) {
      throw new Error(`${(error as Error).message} ${this.account()}`, { cause: error });
    }
  }
}
