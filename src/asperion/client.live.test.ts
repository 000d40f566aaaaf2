import { describe, expect, test } from 'vitest';
import { openAsperion } from './client.ts';
import { connectionTo, MemoryVault } from './stand.test-kit.ts';

// Runs against the real Asperion when an access token is set, and reads only. What it proves is written in README.md.
const { ASPERION_LIVE_URL, ASPERION_LIVE_ACCESS_TOKEN } = process.env;

describe.skipIf(!ASPERION_LIVE_ACCESS_TOKEN)('the real Asperion', { timeout: 600_000 }, () => {
  const apiUrl = ASPERION_LIVE_URL ?? 'https://api-sandbox.asperion.nl';
  // It lives an hour; a renewal would end the connection the token came from, so there is no refresh token here.
  const expiresAt = new Date(Date.now() + 3_600_000);
  const vault = new MemoryVault({ accessToken: ASPERION_LIVE_ACCESS_TOKEN ?? '', refreshToken: '', expiresAt });
  const door = openAsperion(connectionTo({ apiUrl, identityUrl: apiUrl }, { timeoutMs: 30_000 }), vault);

  test('answers for each administration from that administration', async () => {
    const administrations = await door.readAdministrations();
    expect(administrations).not.toHaveLength(0);
    for (const { id } of administrations) expect(await door.books(id).readVatCodes()).not.toHaveLength(0);
  });

  test('has lists that can be read', async () => {
    for (const { id } of await door.readAdministrations()) {
      const books = door.books(id);
      await books.readDebtorKinds();
      await books.readPaymentConditions();
      await books.readSalesTypes();
      await books.target.findMarked([{ text: '(00000000-0)', rowId: '0' as never }], null);
      for await (const page of books.readArticles({ salesTypeId: null })) expect(page).toBeDefined();
    }
  });

  test('finds each debtor of the first page by its number, and only that one', async () => {
    for (const { id } of await door.readAdministrations()) {
      for await (const page of door.books(id).readDebtors()) {
        for (const { customerNumber } of page.slice(0, 10)) {
          const found = await door.books(id).findDebtors([customerNumber]);
          expect(found.map((debtor) => debtor.customerNumber)).toContain(customerNumber);
        }
        break;
      }
    }
  });
});
