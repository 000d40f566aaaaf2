/**
 * The command `prove`: starts the proof as a program of its own, which tells its outcome itself. It attacks this program
 * beside the sandboxes, with which this program shares no code.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

const PROOF = fileURLToPath(new URL('../../../proof/main.ts', import.meta.url));

export interface ProveOptions {
  readonly histories: number;
  readonly points: number;
  /** On a PostgreSQL for the occasion. */
  readonly isTemporary: boolean;
  readonly isJson: boolean;
}

/** Answers the exit code of the proof. */
export async function prove(terminal: Terminal, options: ProveOptions): Promise<number> {
  const { histories, points, isTemporary, isJson } = options;
  const flags = [...(isTemporary ? ['--temporary-postgres'] : []), ...(isJson ? ['--json'] : [])];
  const args = [PROOF, '--histories', String(histories), '--points', String(points), ...flags];
  // A process group of its own: it is told once that it has to end, by us, and then has databases to remove.
  const proof = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const giveBack = terminal.onInterrupt(() => proof.kill('SIGINT'));
  try {
    const [exitCode] = (await once(proof, 'exit')) as [number | null];
    return exitCode ?? EXIT.failed;
  } finally {
    giveBack();
  }
}
