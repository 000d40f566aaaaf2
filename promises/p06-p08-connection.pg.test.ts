/**
 * Promises P6 and P8 of docs/guarantees.md: a connection that goes stale is seen, mailed once, and its backlog goes by
 * itself.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../src/mail/mail-server.test-kit.ts';
import { openMailer } from '../src/mail/mailer.ts';
import { type ApiWorld, startApiWorld } from '../src/server/api/api-world.test-kit.ts';
import { tellOfConnections } from '../src/server/tell-of-connections.ts';
import { runJob } from '../src/sync/run-job.ts';
import { ADMINISTRATION, TOKEN, workOrder } from '../src/sync/test-world.test-kit.ts';

const IN_CHARGE = ['manager@bedrijf.example', 'office@bedrijf.example'];

describe('a connection', () => {
  let api: ApiWorld;
  let mail: MailServer;
  beforeEach(async () => {
    api = await startApiWorld();
    mail = await startMailServer();
  });
  afterEach(async () => {
    await mail.close();
    await api.close();
  });

  const give = (...numbers: string[]) =>
    api.world.outsmart.control.seed(TOKEN, { workOrders: numbers.map((number) => workOrder(number)) as never });
  const drafts = () => api.world.asperion.control.drafts(ADMINISTRATION);
  /** What the schedule does every quarter of an hour, and the letters after it. */
  const cycle = async () => {
    const { account, parts } = api.world;
    const { run } = await account.runs.ask('export', 'schedule', 'schedule');
    await runJob(parts, account.accountId, run.id, { waitMs: 0, signal: new AbortController().signal });
    const mailer = openMailer({ smtpUrl: mail.smtpUrl, from: 'koppeling@koppeling.example' });
    await tellOfConnections({
      ...{ news: parts.store.connectionNews, mailer, logger: parts.logger, publicUrl: 'https://koppeling.example' },
      peopleOf: (accountId) => api.identity.companies.members(accountId),
    });
    mailer.close();
    return account.runs.find(run.id);
  };
  const reconnect = async () => {
    const tokens = await api.world.asperion.control.issueTokens('kantoor');
    await api.world.account.tokens.save({ ...tokens, expiresAt: new Date(Date.now() + 3_600_000) }, 'test');
  };
  const receivers = () => mail.mails.flatMap(({ to }) => to).sort();

  test('P6: one that goes stale is a banner and one letter within a cycle, and after reconnecting the backlog goes by itself', async () => {
    const reader = await api.signIn('reader');
    const overview = () =>
      reader.call('GET /api/accounts/:accountId/overview', { params: { accountId: api.accountId } });
    give('W1', 'W2');
    api.world.asperion.control.revokeUser('kantoor');
    expect(await cycle()).toMatchObject({ state: 'failed', faultCode: 'asperion.connection_ended' });
    expect(await overview()).toMatchObject({ asperion: 'ended' });
    expect(receivers()).toEqual(IN_CHARGE);
    give('W3');
    await cycle();
    expect(drafts()).toHaveLength(0);
    await reconnect();
    await cycle();
    expect(await overview()).toMatchObject({ asperion: 'connected', causes: [], uncertain: [] });
    expect(drafts()).toHaveLength(3);
  });

  test('P8: however often it is tried, one letter tells of the problem and one that it is solved', async () => {
    give('W1');
    api.world.asperion.control.revokeUser('kantoor');
    for (let cycles = 0; cycles < 8; cycles += 1) await cycle();
    expect(receivers()).toEqual(IN_CHARGE);
    const told = (await api.world.account.log.read({ limit: 99 })).filter(({ code }) => code?.startsWith('asperion.'));
    expect(told).toHaveLength(1);
    await reconnect();
    await cycle();
    await cycle();
    expect(receivers()).toEqual([...IN_CHARGE, ...IN_CHARGE].sort());
  });
});
