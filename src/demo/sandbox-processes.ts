/**
 * Starts the sandboxes of both systems as processes of their own, or uses those that run already. They are found by
 * address only: this program and its sandboxes share no code.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/config.ts';
import { dayInAmsterdam } from '../kernel/dates.ts';
import { demoCompany } from './demo-company.ts';

const SANDBOX_FOLDER = fileURLToPath(new URL('../../sandbox/', import.meta.url));
const READY_WITHIN_MS = 20_000;
const ASK_EVERY_MS = 25;
const STOP_WITHIN_MS = 5_000;

export interface Sandboxes {
  /** Stops those that this process started. */
  close(): Promise<void>;
}

/** A port is taken by something else, or a sandbox did not start. The text says what to do. */
class SandboxNotStarted extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SandboxNotStarted';
  }
}

/** Where the demo company's records stand before the first start. */
function seedFolder(dataDir: string): string {
  return join(dataDir, 'sandbox', 'seed');
}

/** Makes sure that both sandboxes answer on the configured ports. Throws SandboxNotStarted. */
export async function ensureSandboxes(config: Config): Promise<Sandboxes> {
  if (!config.sandbox) return { close: async () => undefined };
  const { outsmartPort, asperionPort, identityPort } = config.sandbox;
  const folder = join(config.dataDir, 'sandbox');
  const seed = await ensureSeed(config.dataDir);
  const { softwareToken } = config.outsmart;
  const { clientId, clientSecret } = config.asperion;
  const started = await Promise.all([
    ensureOne('OutSmart', outsmartPort, [
      'outsmart/main.ts',
      '--port',
      `${outsmartPort}`,
      '--data',
      join(folder, 'outsmart'),
      '--seed',
      seed.outsmart,
      '--software-token',
      softwareToken,
    ]),
    ensureOne('Asperion', asperionPort, [
      'asperion/main.ts',
      '--port',
      `${asperionPort}`,
      '--identity-port',
      `${identityPort}`,
      '--data',
      join(folder, 'asperion'),
      '--seed',
      seed.asperion,
      '--client',
      `${clientId}=${clientSecret}`,
    ]),
  ]);
  return { close: async () => void (await Promise.all(started.map((child) => (child ? stop(child) : undefined)))) };
}

/** Null when it runs already, started by another command. */
async function ensureOne(name: string, port: number, args: readonly string[]): Promise<ChildProcess | null> {
  const address = `http://127.0.0.1:${port}/_sandbox/clock`;
  if (await answers(address)) return null;
  const [program = '', ...rest] = args;
  // A process group of its own: Ctrl-C in the terminal must not end it before what is on its way was answered.
  const child = spawn(process.execPath, [join(SANDBOX_FOLDER, program), ...rest, '--parent-pid', `${process.pid}`], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-2_000);
  });
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    if (await answers(address)) {
      // What keeps this process alive is its own work, not its sandboxes.
      child.unref();
      child.channel?.unref();
      (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
      return child;
    }
    await wait(ASK_EVERY_MS);
  }
  // Another command may have started it at the same moment and taken the port.
  if (await answers(address)) return null;
  const why = complaint.includes('EADDRINUSE')
    ? `port ${port} is taken by another program; free it, or choose another KOPPELING_PORT`
    : complaint.trim() || 'it gave no answer in time';
  throw new SandboxNotStarted(`The ${name} sandbox did not start: ${why}.`);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.ref();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(timer);
}

interface SeedFiles {
  readonly outsmart: string;
  readonly asperion: string;
}

/** Writes the demo company's records once; later starts go on with what the sandboxes keep. */
async function ensureSeed(dataDir: string): Promise<SeedFiles> {
  const folder = seedFolder(dataDir);
  const files = { outsmart: join(folder, 'outsmart.json'), asperion: join(folder, 'asperion.json') };
  if (existsSync(join(folder, 'expectations.json'))) return files;
  await mkdir(folder, { recursive: true });
  await writeSeed(folder, dayInAmsterdam(new Date()));
  return files;
}

async function writeSeed(folder: string, today: string): Promise<void> {
  const args = ['--out', folder, '--today', today, '--outsmart-token', demoCompany.outsmartToken];
  const child = spawn(process.execPath, [join(SANDBOX_FOLDER, 'demo/write-seed.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new SandboxNotStarted(`The demo company could not be made: ${complaint.trim()}`);
}

/** The settings that the demo's office chose; written beside its records. */
export async function demoSettings(dataDir: string): Promise<unknown> {
  const text = await readFile(join(seedFolder(dataDir), 'expectations.json'), 'utf8');
  return (JSON.parse(text) as { settings: unknown }).settings;
}
