/**
 * A worker that is killed by itself in the middle of an export, at the moment that its argument says: `asked`, with the
 * intent committed and nothing sent, or `answered`, with the answer of Asperion in hand and nothing stored.
 */
import { openAsperion } from '../../src/asperion/client.ts';
import { DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from '../../src/asperion/connection.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { openOutSmart } from '../../src/outsmart/client.ts';
import { openStore } from '../../src/store/store.ts';
import type { Doors } from '../../src/sync/doors.ts';
import { runJob } from '../../src/sync/run-job.ts';
import type { DyingWorker } from './dying-export.test-kit.ts';

const { connection, outsmart, asperion, accountId, runId, limits, diesWhen } = JSON.parse(
  process.argv[2] ?? '',
) as DyingWorker;

const die = (): void => void process.kill(process.pid, 'SIGKILL');

const doors: Doors = {
  openFieldService: async (_account, signal) => openOutSmart(outsmart, signal),
  async openAccounting(account, signal) {
    const door = openAsperion(
      { ...asperion, tenantHeader: DEFAULT_TENANT_HEADER, paths: DEFAULT_PATHS, target: { kind: 'draft-invoice' } },
      account.tokens,
      { signal },
    );
    return {
      callCount: 0,
      readAdministrations: () => door.readAdministrations(),
      books(administrationId) {
        const books = door.books(administrationId);
        const { create } = books.target;
        return Object.assign(books, {
          target: {
            ...books.target,
            create: async (...asked: Parameters<typeof create>) => {
              if (diesWhen === 'asked') die();
              const answer = await create(...asked);
              die();
              return answer;
            },
          },
        });
      },
    };
  },
};

const store = openStore({ connection, secretKey: new Uint8Array(32).fill(7), clock: systemClock });
const parts = { store, doors, limits, clock: systemClock, logger: createLogger('silent'), holder: 'dying' };
await runJob(parts, accountId, runId, { waitMs: 0, signal: new AbortController().signal });
