/**
 * Hears what changed, over one database connection of its own, and finds its way back when that is lost.
 * Listeners get ids, never records: they ask the store what is new.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { AccountId, RunId } from '../model/ids.ts';
import { RUN_CHANNEL } from './runs.ts';

const RECONNECT_AFTER_MS = 1_000;

export interface RunListener {
  close(): Promise<void>;
}

export interface ChangeListener {
  onRun(accountId: AccountId, runId: RunId): void;
  /** Something else of the company changed. */
  onAccount?(accountId: AccountId): void;
  /** The connection was lost for a while: changes may have been missed, and everything shown must be read again. */
  onGap(): void;
}

/** Tells the listener of every change from now on. */
export async function listenToRuns(
  connection: pg.PoolConfig,
  { onRun, onAccount, onGap }: ChangeListener,
): Promise<RunListener> {
  let isClosed = false;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(connection);
    client.on('notification', ({ payload }) => {
      const [accountId, runId] = (payload ?? '').split(' ');
      if (accountId && runId) onRun(accountId as AccountId, runId as RunId);
      else if (accountId) onAccount?.(accountId as AccountId);
    });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`listen ${RUN_CHANNEL}`);
    client.once('end', () => void reconnect());
    return client;
  };
  const reconnect = async (): Promise<void> => {
    while (!isClosed) {
      await wait(RECONNECT_AFTER_MS);
      if (isClosed) return;
      try {
        client = await connect();
        // Closed while it was on its way: nobody else would end this connection.
        if (isClosed) return await client.end();
        onGap();
        return;
      } catch {
        // Still away; the next try is a second off.
      }
    }
  };
  let client = await connect();
  return {
    async close() {
      isClosed = true;
      await client.end();
    },
  };
}
