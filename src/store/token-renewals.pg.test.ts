/**
 * A slow token endpoint keeps the account waiting whose tokens it is about, and no other.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedStore, openTestStore, tokensNamed } from './store.test-kit.ts';

const CONNECTIONS = 4;

describe('renewing tokens', () => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await openTestStore(CONNECTIONS);
  });
  afterAll(async () => {
    await opened.close();
  });

  test('twenty callers that wait for one slow renewal leave the database to the other accounts', async () => {
    const { store } = opened;
    const [slow, other] = [await opened.newAccount(), await opened.newAccount()];
    await slow.tokens.save(tokensNamed('0'), 'test');
    const { version } = await slow.tokens.read();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    let renewals = 0;
    const renewing = Array.from({ length: 20 }, () =>
      // Each caller has a door of its own, as each request of a page has.
      store.forAccount(slow.accountId).tokens.renew(version, async () => {
        renewals += 1;
        await answered;
        return tokensNamed('1');
      }),
    );
    await expect.poll(() => renewals).toBe(1);
    const inTime = await Promise.race([
      other.settings.current().then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 15_000)),
    ]);
    answer();
    expect(inTime).toBe(true);
    expect(new Set((await Promise.all(renewing)).map(({ tokens }) => tokens.accessToken))).toEqual(new Set(['a-1']));
    expect(renewals).toBe(1);
  });
});
