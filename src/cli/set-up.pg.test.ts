import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Browser } from '#sandbox/asperion/browser-walk.ts';
import { createHttpServer } from '../server/http-server.ts';
import { startTypedCommands, type TypedCommands, until } from './typed-commands.test-kit.ts';

const ACCOUNT = 'Jansen BV';
const TOKEN = 'token00000000000000000000000000bb';

let commands: TypedCommands;
beforeEach(async () => {
  commands = await startTypedCommands();
  commands.world.outsmart.control.addAccount({ token: TOKEN, name: ACCOUNT });
});
afterEach(() => commands.close());

describe('a company is set up by commands', () => {
  test('an account has a name of its own and is listed with what it lacks', async () => {
    const { account } = await commands.ask<{ account: { id: string; name: string } }>([
      'account',
      'create',
      ` ${ACCOUNT} `,
    ]);
    expect(account.name).toBe(ACCOUNT);
    const { accounts } = await commands.ask<{ accounts: object[] }>(['account', 'list']);
    expect(accounts).toHaveLength(2);
    expect(accounts).toContainEqual(
      expect.objectContaining({
        id: account.id,
        outsmart: 'disconnected',
        asperion: 'disconnected',
        settingsVersion: null,
        stopped: null,
      }),
    );
    expect((await commands.type(['account', 'create', 'jansen bv'], { expected: 2 })).err).toContain('al een account');
    expect((await commands.type(['account', 'list'])).out).toMatch(/^Jansen BV +niet verbonden +niet verbonden/m);
  });

  test('with several accounts a command asks which one, by their names', async () => {
    await commands.type(['account', 'create', ACCOUNT]);
    const { err } = await commands.type(['orders'], { expected: 2 });
    expect(err).toContain('--account');
    expect(err).toContain(ACCOUNT);
    await commands.type(['orders', '--account', ACCOUNT]);
    expect((await commands.type(['orders', '--account', 'Niemand'], { expected: 2 })).err).toContain(
      'Er is geen account "Niemand"',
    );
  });

  test('with one account it may be left out, and the output names it', async () => {
    expect((await commands.type(['orders'])).err).toBe('Account: Installatiebedrijf Test\n');
    expect((await commands.ask<{ account: { name: string } }>(['orders'])).account.name).toBe(
      'Installatiebedrijf Test',
    );
  });

  test.each([
    ['as an option', ['--token', TOKEN], {}],
    [
      'as the address that the back office opened',
      ['--token', `https://koppeling.example/?token=${TOKEN}&softwareName=x`],
      {},
    ],
    ['on standard input', ['--token', '-'], { input: `${TOKEN}\n` }],
    ['on standard input, as a file', ['--token-file', '-'], { input: `${TOKEN}\n` }],
    ['in answer to a question', [], { answers: [TOKEN] }],
  ])('the OutSmart token is taken %s, checked, and not shown', async (_how, options, terminal) => {
    await commands.type(['account', 'create', ACCOUNT]);
    const { out, err } = await commands.type(['connect', 'outsmart', ACCOUNT, ...options], terminal);
    expect(out).toContain('verbonden met OutSmart, met token …00bb');
    expect(out).toContain('werkbonstatus 1 – Naar Asperion (nieuw gemaakt in OutSmart)');
    expect(out + err).not.toContain(TOKEN);
  });

  test('a token that OutSmart does not know is refused and not kept', async () => {
    await commands.type(['account', 'create', ACCOUNT]);
    const wrong = 'token00000000000000000000000000zz';
    const { err } = await commands.type(['connect', 'outsmart', ACCOUNT, '--token', wrong], { expected: 2 });
    expect(err).toContain('OutSmart kent dit token niet');
    expect(err).not.toContain(wrong);
    await commands.type(['connect', 'outsmart', ACCOUNT], { expected: 2 });
  });
});

describe('connecting to Asperion', () => {
  const approve = async (address: string, consent: 'allow' | 'deny' = 'allow') => {
    const callback = await new Browser().signIn(address, { userName: 'kantoor', password: 'kantoor', consent });
    return fetch(callback);
  };

  /** Begins connecting and answers the address to approve. */
  const begin = async (...options: string[]) => {
    const command = commands.begin(['connect', 'asperion', ACCOUNT, '--json', ...options]);
    const address = await until(() => (command.terminal.out.includes('\n') ? command.terminal.out : null));
    return { ...command, address: (JSON.parse(address.split('\n')[0] ?? '') as { approve: string }).approve };
  };

  beforeEach(async () => {
    await commands.type(['account', 'create', ACCOUNT]);
  });

  test('without a server, the command itself waits for the browser to come back', async () => {
    const { address, ended, terminal } = await begin();
    const page = await approve(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Verbonden met Asperion');
    expect(await ended).toBe(0);
    const [, outcome = ''] = terminal.out.split('\n');
    expect(JSON.parse(outcome)).toMatchObject({ account: { name: ACCOUNT }, connected: true, code: null });
    const { accounts } = await commands.ask<{ accounts: object[] }>(['account', 'list']);
    expect(accounts).toContainEqual(expect.objectContaining({ name: ACCOUNT, asperion: 'connected' }));
  });

  test('beside a running server, the server takes the answer', async () => {
    const server = await createHttpServer(commands.world.parts, {
      publicUrl: 'http://localhost:4800',
      sessionOf: async () => null,
      apiFor: () => Promise.reject(new Error('no API is asked here')),
    });
    onTestFinished(() => server.close());
    await server.listen({ port: 0, host: '127.0.0.1' });
    commands.port = (server.server.address() as AddressInfo).port;
    const { address, ended } = await begin();
    expect((await approve(address)).status).toBe(200);
    expect(await ended).toBe(0);
  });

  test('a port that belongs to another program is told at once', async () => {
    const other = createServer((_request, response) => response.end('{"status":"ok"}')).listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await until(() => other.listening);
    commands.port = (other.address() as AddressInfo).port;
    const { err, out } = await commands.type(['connect', 'asperion', ACCOUNT], { expected: 1 });
    expect(err).toContain(`Poort ${commands.port} is bezet`);
    expect(out).toBe('');
  });

  test('a person who says no ends it with code 3', async () => {
    const { address, ended, terminal } = await begin();
    const page = await approve(address, 'deny');
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('Niet verbonden met Asperion');
    expect(await ended).toBe(3);
    expect(terminal.out).toContain('"connected":false');
  });

  test('a person who does not answer is waited for no longer than was said', async () => {
    const { ended, terminal } = await begin('--timeout', '1');
    expect(await ended).toBe(1);
    expect(terminal.out).toContain('"code":"timeout"');
  });

  test('other visits to the port change nothing', async () => {
    const { address, ended } = await begin();
    const { origin } = new URL(new URL(address).searchParams.get('redirect_uri') ?? '');
    expect((await fetch(`${origin}/`)).status).toBe(404);
    expect((await fetch(`${origin}/oauth/asperion/callback?state=geraden&code=x`)).status).toBe(400);
    await approve(address);
    expect(await ended).toBe(0);
  });

  test('Ctrl-C ends the waiting with code 130', async () => {
    const { ended, terminal } = await begin();
    terminal.interrupt();
    expect(await ended).toBe(130);
    expect(terminal.endings).toEqual([130]);
    expect(terminal.isListening).toBe(false);
  });

  test('disconnecting takes the consent back', async () => {
    const { address, ended } = await begin();
    await approve(address);
    await ended;
    expect(await commands.ask(['disconnect', 'asperion', ACCOUNT])).toMatchObject({ connected: false, revoked: true });
    expect((await commands.type(['disconnect', 'asperion', ACCOUNT])).out).toContain('was niet verbonden');
    expect((await commands.type(['sync', '--account', ACCOUNT, '--job', 'export'], { expected: 1 })).out).toContain(
      'instellingen',
    );
  });
});

describe('settings', () => {
  test('what was got may be changed and set again, unless somebody else was first', async () => {
    const got = await commands.ask<{ version: number; settings: Record<string, unknown> }>(['settings', 'get']);
    expect(got).toMatchObject({ version: 1, settings: { administrationId: 101, vatCode: '1' } });
    const changed = JSON.stringify({ ...got, settings: { ...got.settings, roundMinutes: 15 } });
    const set = ['settings', 'set', '--file', '-'];
    expect((await commands.type(set, { input: changed })).out).toContain('opgeslagen als versie 2');
    expect((await commands.type(set, { input: changed, expected: 2 })).err).toContain('intussen gewijzigd');
    expect((await commands.type(['settings', 'get'])).out).toMatch(/^Uren afronden +roundMinutes +15 minuten$/m);
  });

  test('every problem is told by its field, and nothing is saved', async () => {
    const input = JSON.stringify({ administrationId: 101, exportOn: true, vatCode: '9', salesTypeId: '77' });
    const { err } = await commands.type(['settings', 'set', '--file', '-'], { input, expected: 2 });
    expect(err).toMatch(/^vatCode: Btw-code voor verkoop 9 bestaat niet/m);
    expect(err).toMatch(/^salesTypeId: Verkoopsoort 77 bestaat niet/m);
    const { error } = await commands.ask<{ error: { problems: { field: string }[] } }>(
      ['settings', 'set', '--file', '-'],
      { input, expected: 2 },
    );
    expect(error.problems.map(({ field }) => field).sort()).toEqual(['salesTypeId', 'vatCode']);
    expect(await commands.ask(['settings', 'get'])).toMatchObject({ version: 1 });
  });

  test('another administration has to be meant', async () => {
    const input = JSON.stringify({ administrationId: 102, vatCode: '1' });
    const set = ['settings', 'set', '--file', '-'];
    expect((await commands.type(set, { input, expected: 2 })).err).toContain('administratie 102 in plaats van 101');
    await commands.type([...set, '--switch-administration'], { input });
  });

  test('what makes work orders wait is told as a warning', async () => {
    const input = JSON.stringify({ administrationId: 101, vatCode: '1', createRelations: true });
    expect((await commands.type(['settings', 'set', '--file', '-'], { input })).out).toContain(
      'Let op, debtorKindId: ',
    );
  });

  test('a file that is no JSON, or not there, is told', async () => {
    expect((await commands.type(['settings', 'set', '--file', '-'], { input: '{', expected: 2 })).err).toContain(
      'Standaardinvoer is geen JSON',
    );
    expect((await commands.type(['settings', 'set', '--file', '/bestaat/niet'], { expected: 2 })).err).toContain(
      'kan niet worden gelezen (ENOENT)',
    );
  });

  test('the choices are those of the chosen administration, or of the one that was named', async () => {
    const choices = await commands.ask<Record<string, { id?: unknown; code?: unknown }[]>>(['settings', 'choices']);
    expect(choices).toMatchObject({ administrationId: 101, administrations: [{ id: 101 }, { id: 102 }] });
    expect(choices.salesTypes?.map(({ id }) => id)).toEqual(['10', '20']);
    expect(choices.workStatuses?.map(({ code }) => code)).toContain('1');
    expect((choices.workOrderFields ?? []).length).toBeGreaterThan(10);
    expect(await commands.ask(['settings', 'choices', '--administration', '102'])).toMatchObject({
      administrationId: 102,
    });
    expect((await commands.type(['settings', 'choices', '--administration', '7'], { expected: 2 })).err).toContain(
      'Wel: 101',
    );
    expect((await commands.type(['settings', 'choices'])).out).toContain('Btw-codes voor verkoop (vatCode)');
  });
});
