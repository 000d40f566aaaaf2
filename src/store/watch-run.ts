/**
 * Follows one run until it ends, by notification and, should one be missed, by looking every few seconds.
 */
import type pg from 'pg';
import type { AccountId, RunId } from '../model/ids.ts';
import { listenToRuns } from './run-listener.ts';
import type { Run } from './runs.ts';
import type { Store } from './store.ts';

const LOOK_EVERY_MS = 2_000;
/** A database that was killed is back within seconds; one that stays away this long needs a person. */
const AWAY_MS_MAX = 60_000;

/**
 * Calls `onChange` with every state it sees; answers the last. A database that is away for a moment is waited for. Throws
 * when there is no such run, when the database stays away, and when the store was closed meanwhile.
 */
export async function watchRun(
  store: Store,
  connection: pg.PoolConfig,
  accountId: AccountId,
  runId: RunId,
  onChange: (run: Run) => void,
): Promise<Run> {
  const { runs } = store.forAccount(accountId);
  let wake: () => void = () => undefined;
  let seenAt = performance.now();
  /** The run as it is; null while the database is away. */
  const look = async (): Promise<Run | null> => {
    let run: Run | null;
    try {
      run = await runs.find(runId);
    } catch (error) {
      if (store.pool.ending || performance.now() - seenAt > AWAY_MS_MAX) throw error;
      return null;
    }
    seenAt = performance.now();
    if (!run) throw new Error(`there is no run ${runId}`);
    return run;
  };
  const listener = await listenToRuns(connection, {
    onRun: (_account, changed) => {
      if (changed === runId) wake();
    },
    onGap: () => wake(),
  });
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      const run = await look();
      if (run !== null) onChange(run);
      if (run !== null && run.finishedAt !== null) return run;
      await changed;
    }
  } finally {
    wake();
    await listener.close();
  }
}
