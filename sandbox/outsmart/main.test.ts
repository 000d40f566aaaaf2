import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const program = join(import.meta.dirname, 'main.ts');

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outsmart-main-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  /** Resolves with the first line the program prints. */
  line: Promise<string>;
  exit: Promise<number | null>;
  errors: () => string;
}

function run(options: string[], stdio: 'pipe' | 'ipc' = 'pipe'): Run {
  const pipes = stdio === 'ipc' ? (['pipe', 'pipe', 'pipe', 'ipc'] as const) : (['pipe', 'pipe', 'pipe'] as const);
  const child = spawn(process.execPath, [program, '--port', '0', ...options], { stdio: [...pipes] });
  children.push(child);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const line = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, line, exit, errors: () => errors };
}

function apiUrlIn(line: string): string {
  return /API: ([^)]+)\)/.exec(line)?.[1] ?? '';
}

describe('the program', { timeout: 60_000 }, () => {
  test('says where it listens, serves its accounts and stops cleanly', async () => {
    const seedFile = join(folder, 'seed.json');
    writeFileSync(
      seedFile,
      JSON.stringify({ accounts: [{ token: 'T1', name: 'Eerste', employees: [{ number: '11' }] }] }),
    );
    const options = [
      '--seed',
      seedFile,
      '--account',
      'T2=Tweede',
      '--software-token',
      'S',
      '--data',
      join(folder, 'kept'),
    ];
    const { line, child, exit } = run(options);
    const apiUrl = apiUrlIn(await line);
    expect(await (await fetch(`${apiUrl}/employees?token=T1&software_token=S`)).json()).toMatchObject({
      response: [{ number: '11' }],
    });
    expect(await (await fetch(`${apiUrl}/employees?token=T2&software_token=S`)).json()).toMatchObject({ response: [] });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  test('loses nothing when it is killed', async () => {
    const first = run(['--software-token', 'S', '--account', 'T1=Eerste', '--data', folder]);
    const post = { method: 'POST', body: '[{"sta_code":"1","sta_name":"Naar Asperion"}]' };
    await fetch(`${apiUrlIn(await first.line)}/workstatusses?token=T1&software_token=S`, post);
    first.child.kill('SIGKILL');
    await first.exit;
    const second = run(['--software-token', 'S', '--data', folder]);
    const reply = await fetch(`${apiUrlIn(await second.line)}/workstatusses?token=T1&software_token=S`);
    expect(await reply.json()).toMatchObject({ response: [{ sta_code: '1' }] });
  });

  test('stops when its parent closes the channel', async () => {
    const { child, line, exit } = run([], 'ipc');
    await line;
    child.disconnect();
    expect(await exit).toBe(0);
  });

  test('stops when the process it was told to watch is gone', async () => {
    const watched = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    children.push(watched);
    const { line, exit } = run(['--parent-pid', String(watched.pid)]);
    await line;
    watched.kill('SIGKILL');
    expect(await exit).toBe(0);
  });

  test('explains options it cannot use', async () => {
    const { exit, errors } = run(['--account', 'without-name']);
    expect(await exit).toBe(1);
    expect(errors()).toContain('TOKEN=NAME');
    const broken = run(['--seed', join(folder, 'absent.json')]);
    expect(await broken.exit).toBe(1);
    expect(broken.errors()).toContain('is no seed');
  });
});
