/**
 * Follows one run until it ends, by notification and, should one be missed, by looking every few seconds.
 */
import type pg from 'pg';
import type { AccountId, RunId } from '../model/ids.ts';
import { listenToRuns } from './run-listener.ts';
import type { Run } from './runs.ts';
import type { Store } from './store.ts';

const LOOK_EVERY_MS = 2_000;

/** Calls `onChange` with every state it sees; answers the last. Throws when there is no such run. */
export async function watchRun(
  store: Store,
  connection: pg.PoolConfig,
  accountId: AccountId,
  runId: RunId,
  onChange: (run: Run) => void,
): Promise<Run> {
  const { runs } = store.forAccount(accountId);
  let wake: () => void = () => undefined;
  const listener = await listenToRuns(
    connection,
    (_account, changed) => {
      if (changed === runId) wake();
    },
    () => wake(),
  );
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      const run = await runs.find(runId);
      if (!run) throw new Error(`there is no run ${runId}`);
      onChange(run);
      if (run.finishedAt !== null) {
        wake();
        return run;
      }
      await changed;
    }
  } finally {
    await listener.close();
  }
}
