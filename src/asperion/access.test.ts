import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { Clock } from '../kernel/clock.ts';
import { isFault } from '../kernel/fault.ts';
import { realOutside } from '../kernel/outside.ts';
import { Access } from './access.ts';
import { refreshTokens } from './auth.ts';
import { openAsperion } from './client.ts';
import type { AsperionConnection } from './connection.ts';
import { connectionTo, faultOf, MEANT, type MemoryVault, startStand, vaultOf } from './stand.test-kit.ts';

let sandbox: AsperionSandbox;
let connection: AsperionConnection;
let vault: MemoryVault;
let aheadMs: number;
const clock: Clock = { now: () => new Date(Date.now() + aheadMs) };

beforeEach(async () => {
  aheadMs = 0;
  sandbox = await startStand();
  connection = connectionTo(sandbox);
  vault = await vaultOf(sandbox);
});
afterEach(() => sandbox.close());

const refreshes = (): number => sandbox.control.identityJournal.count({ method: 'POST', path: '/connect/token' });

describe('one renewal at a time', () => {
  test('fifty calls with a token that ended: one refresh', async () => {
    sandbox.control.expireAccessTokens('boekhouder');
    vault.stored = { ...vault.stored, tokens: { ...vault.stored.tokens, expiresAt: new Date(0) } };
    const books = openAsperion(connection, vault).books(MEANT);
    const answers = await Promise.all(Array.from({ length: 50 }, () => books.readDebtorKinds()));
    expect(answers.every((kinds) => kinds.length === 3)).toBe(true);
    expect(vault.refreshCount).toBe(1);
    expect(refreshes()).toBe(1);
  });

  test('fifty calls with a token that Asperion refuses though it has not ended: one refresh', async () => {
    sandbox.control.expireAccessTokens('boekhouder');
    const books = openAsperion(connectionTo(sandbox, { concurrency: 10 }), vault).books(MEANT);
    await Promise.all(Array.from({ length: 50 }, () => books.readDebtorKinds()));
    expect(refreshes()).toBe(1);
  });

  test('two doors on one vault: one refresh, and both go on', async () => {
    sandbox.control.expireAccessTokens('boekhouder');
    const doors = [openAsperion(connection, vault), openAsperion(connection, vault)];
    await Promise.all(doors.map((door) => door.books(MEANT).readDebtorKinds()));
    expect(refreshes()).toBe(1);
  });

  test('a renewal that another process made is used instead of an own one', async () => {
    const door = openAsperion(connection, vault);
    await door.books(MEANT).readDebtorKinds();
    const theirs = await refreshTokens(connection, vault.stored.tokens);
    vault.replace(theirs);
    sandbox.control.expireAccessTokens('boekhouder');
    vault.replace(await refreshTokens(connection, theirs));
    await door.books(MEANT).readDebtorKinds();
    expect(vault.refreshCount).toBe(0);
  });

  test('the newest refresh token is the one in the vault', async () => {
    const door = openAsperion(connection, vault);
    for (let round = 0; round < 3; round++) {
      sandbox.control.expireAccessTokens('boekhouder');
      await door.books(MEANT).readDebtorKinds();
    }
    expect(vault.refreshCount).toBe(3);
    expect(vault.stored.version).toBe(4);
  });
});

describe('before it ends', () => {
  test('a token is used until a minute before its end, then renewed', async () => {
    const access = new Access(connection, vault, { ...realOutside, clock });
    const first = (await access.current()).tokens.accessToken;
    aheadMs = 3_538_000;
    expect((await access.current()).tokens.accessToken).toBe(first);
    expect(vault.refreshCount).toBe(0);
    aheadMs = 3_541_000;
    expect((await access.current()).tokens.accessToken).not.toBe(first);
    expect(vault.refreshCount).toBe(1);
  });

  test('a token that lives for seconds is not renewed with every call', async () => {
    sandbox.control.settings.accessTokenLifetimeSeconds = 20;
    vault = await vaultOf(sandbox);
    const books = openAsperion(connection, vault).books(MEANT);
    for (let round = 0; round < 5; round++) await books.readDebtorKinds();
    expect(refreshes()).toBe(1);
  });
});

describe('a renewal that fails', () => {
  test('because the identity server is in trouble leaves the connection as it is, and the next one succeeds', async () => {
    sandbox.control.expireAccessTokens('boekhouder');
    sandbox.control.identityFaults.add({ kind: 'status', status: 503, path: '/connect/token' });
    const door = openAsperion(connection, vault);
    const fault = await faultOf(door.books(MEANT).readDebtorKinds());
    expect(fault).toMatchObject({ code: 'asperion.unreachable', retry: 'later' });
    expect(vault.isEnded).toBe(false);
    expect(await door.books(MEANT).readDebtorKinds()).toHaveLength(3);
  });

  test('fails every call that waited for it, and is tried once for all of them', async () => {
    vault.stored = {
      ...vault.stored,
      tokens: { ...vault.stored.tokens, refreshToken: 'vals', expiresAt: new Date(0) },
    };
    const books = openAsperion(connection, vault).books(MEANT);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => books.readDebtorKinds()));
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && isFault(outcome.reason, 'asperion.connection_ended')).toBe(true);
    }
    expect(refreshes()).toBe(1);
  });
});
