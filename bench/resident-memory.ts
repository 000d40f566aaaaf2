/**
 * The resident memory of another process while something goes on. Asks the operating system, since the process itself may
 * be too busy to tell.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const SAMPLE_EVERY_MS = 50;
const KB_PER_MB = 1_024;

/** Samples in MB, at least one, until the work is done. Throws what the work throws. */
export async function watchMemory(pid: number, work: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  let isDone = false;
  const sampling = (async () => {
    do {
      samples.push(await residentMb(pid));
      await wait(SAMPLE_EVERY_MS);
    } while (!isDone);
  })();
  try {
    await work();
  } finally {
    isDone = true;
    await sampling;
  }
  return samples;
}

async function residentMb(pid: number): Promise<number> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / KB_PER_MB;
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', `${pid}`]);
  return Number(stdout.trim()) / KB_PER_MB;
}
