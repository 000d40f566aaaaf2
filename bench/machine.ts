/**
 * The machine that was measured on, as far as it explains the figures.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { figuresOf } from './figures.ts';

export interface Machine {
  readonly platform: string;
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  /** Processes that wanted a core in the minute before; more than there are cores means that others were at work. */
  readonly load: number;
  /** How long the disk under the database takes to make a small write last. */
  readonly syncMs: number;
}

const SYNCS = 50;
const PAGE_BYTES = 8_192;

/** Looks at the machine; writes a little to the temporary folder. */
export async function describeMachine(): Promise<Machine> {
  return {
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    syncMs: await syncMs(),
  };
}

async function syncMs(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'koppeling-bench-'));
  try {
    const file = await open(join(folder, 'page'), 'w');
    const durations: number[] = [];
    for (let sync = 0; sync < SYNCS; sync += 1) {
      const began = performance.now();
      await file.write(Buffer.alloc(PAGE_BYTES, sync), 0, PAGE_BYTES, 0);
      await file.datasync();
      durations.push(performance.now() - began);
    }
    await file.close();
    return figuresOf(durations).median;
  } finally {
    await rm(folder, { recursive: true });
  }
}
