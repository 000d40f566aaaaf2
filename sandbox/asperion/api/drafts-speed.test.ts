import { expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { openTables } from '../../kit/persistent-tables.ts';
import { AsperionStore } from '../books/asperion-store.ts';
import { seedAdministration } from '../seed.ts';
import { defaultSettings } from '../settings.ts';
import { SEED, USER } from '../test-sandbox.ts';
import type { Call } from './call.ts';
import { draftsAt } from './drafts.ts';
import type { Query } from './filters.ts';

test('a description is looked up among 10,000 drafts within milliseconds', () => {
  const store = new AsperionStore(openTables(null));
  const books = seedAdministration(store, 1, SEED.administrations[0] ?? {}, new Date());
  const shared = { store, books, settings: defaultSettings(), clock: new SandboxClock(), user: USER, linkBase: '' };
  const asked = (query: Query): Call => ({ ...shared, query });
  const drafts = draftsAt('drafts');
  const lines = { _data: [{ lineType: 'Article', articleId: 12, quantity: 1 }] };
  for (let index = 0; index < 10_000; index += 1) {
    const body = { debtorCustomerNumber: '10025', description: `Werkbon ${index} [k:${index}]`, lines };
    drafts.create?.(asked({}), body, { validateOnly: false, merge: false });
  }
  let quickestMs = Number.POSITIVE_INFINITY;
  for (let index = 0; index < 50; index += 1) {
    const start = performance.now();
    const found = drafts.list?.(asked({ Description: `[k:${index * 199}]`, DebtorCustomerNumber: '10025' }));
    quickestMs = Math.min(quickestMs, performance.now() - start);
    expect(found?._data).toHaveLength(1);
  }
  // The quickest of them, since other work may run beside this.
  expect(quickestMs).toBeLessThan(30);
});
