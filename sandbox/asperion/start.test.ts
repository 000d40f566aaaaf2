import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Browser } from './browser-walk.ts';
import { startAsperionSandbox } from './start.ts';
import { answerOf, CLIENT, SEED, USER } from './test-sandbox.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'asperion-sandbox-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const refresh = async (identityUrl: string, refreshToken: string) => {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: CLIENT.clientId,
    client_secret: CLIENT.clientSecret,
  });
  return answerOf(await fetch(`${identityUrl}/connect/token`, { method: 'POST', body }));
};

describe('a sandbox with a folder', () => {
  test('keeps records, numbers and connections over a restart', async () => {
    const dataDir = await temporaryFolder();
    const first = await startAsperionSandbox({ dataDir, seed: SEED });
    const tokens = await first.control.issueTokens('carla');
    const used = await refresh(first.identityUrl, tokens.refreshToken);
    const headers = { authorization: `Bearer ${tokens.accessToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({
      debtorCustomerNumber: '10025',
      date: '2025-03-14',
      lines: { _data: [{ lineType: 'Article', articleId: 13, quantity: 1 }] },
    });
    const create = (url: string) => fetch(`${url}/v1/draftsalesinvoiceswithlines`, { method: 'POST', headers, body });
    await create(first.apiUrl);
    first.control.processDraft(1, 5001);
    first.control.editDebtor(1, '10026', { blocked: false });
    await first.close();

    const second = await startAsperionSandbox({ dataDir, seed: { administrations: [{ id: 9 }] } });
    onTestFinished(() => second.close());
    expect(second.control.administrations().map(({ id }) => id)).toEqual([1, 2]);
    expect(second.control.draft(1, 5001)).toMatchObject({ invoiceNumber: '2025-0001', lines: [{ price: 12.3456 }] });
    expect(second.control.debtors(1)[1]).toMatchObject({ customerNumber: '10026', blocked: false });
    const again = await answerOf(await create(second.apiUrl));
    expect(again).toMatchObject({ status: 201, body: { id: 5002 } });
    expect((await refresh(second.identityUrl, String(used.body.refresh_token))).status).toBe(200);
    expect((await refresh(second.identityUrl, tokens.refreshToken)).body.error).toBe('invalid_grant');
    const ended = await fetch(`${second.apiUrl}/v1/debtors`, { headers });
    expect(ended.status).toBe(401);
  });

  test('without a seed there is something to sign in to', async () => {
    const sandbox = await startAsperionSandbox();
    onTestFinished(() => sandbox.close());
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'sandbox-client',
      redirect_uri: 'http://127.0.0.1:1/terug',
      scope: 'asperion_api',
      state: 's',
    });
    const demo = { userName: 'demo', password: 'demo' };
    const back = await new Browser().signIn(`${sandbox.identityUrl}/connect/authorize?${query}`, demo);
    expect(back.searchParams.get('code')).not.toBeNull();
  });

  test('a seed that uses a number twice for two records is refused', async () => {
    const debtors = [
      { id: 1, customerNumber: '1', name: 'Een' },
      { id: 2, customerNumber: '1', name: 'Twee' },
    ];
    await expect(startAsperionSandbox({ seed: { administrations: [{ id: 1, debtors }] } })).rejects.toThrow('"1"');
  });
});

describe('the program', () => {
  const program = fileURLToPath(new URL('./main.ts', import.meta.url));

  function run(...args: string[]) {
    const child = spawn(process.execPath, [program, '--port', '0', '--identity-port', '0', ...args]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, output, ended };
  }

  async function listening({ output }: ReturnType<typeof run>): Promise<string[]> {
    await expect.poll(() => output.join(''), { timeout: 15_000 }).toContain('\n');
    return [...output.join('').matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url);
  }

  test('says where it listens in one line, takes seed and client, and stops on SIGTERM', async () => {
    const folder = await temporaryFolder();
    const seed = join(folder, 'seed.json');
    await writeFile(seed, JSON.stringify({ administrations: [{ id: 3, name: 'Uit een bestand' }], users: [USER] }));
    const running = run('--seed', seed, '--client', 'abc=ge=heim', '--data', join(folder, 'data'), '--latency-ms', '1');
    const [apiUrl = '', identityUrl = ''] = await listening(running);
    const pages = await fetch(apiUrl);
    expect(await pages.text()).toContain('Uit een bestand');
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id: 'abc',
      client_secret: 'ge=heim',
    });
    const answer = await answerOf(await fetch(`${identityUrl}/connect/token`, { method: 'POST', body }));
    expect(answer.body.error).toBe('invalid_grant');
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.output.join('').trim().split('\n')).toHaveLength(1);
  });

  test('ends when its parent is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const running = run('--parent-pid', String(parent.pid));
    await listening(running);
    parent.kill('SIGKILL');
    expect(await running.ended).toBe(0);
  });

  test('refuses arguments that make no sense', async () => {
    const running = run('--latency-ms', 'snel');
    expect(await running.ended).not.toBe(0);
    expect(running.output.join('')).toContain('--latency-ms');
  });
});
