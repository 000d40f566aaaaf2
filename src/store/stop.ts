/**
 * A stop that only a person lifts: nothing of this account is exported while it stands. It is set together with what
 * caused it, in one transaction.
 */
import type { AccountId } from '../model/ids.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';
import { jsonText } from './log.ts';

export interface Stop {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface AccountStop {
  read(): Promise<Stop | null>;
  lift(): Promise<void>;
}

export function stopOf({ acrossAccounts: db }: StoreParts, accountId: AccountId): AccountStop {
  return {
    async read() {
      const row = await db
        .selectFrom('account')
        .select(['stopped_code', 'stopped_parameters'])
        .where('id', '=', accountId)
        .executeTakeFirst();
      return row?.stopped_code ? { code: row.stopped_code, parameters: row.stopped_parameters ?? {} } : null;
    },
    async lift() {
      await db
        .updateTable('account')
        .set({ stopped_code: null, stopped_parameters: null, stopped_at: null })
        .where('id', '=', accountId)
        .execute();
    },
  };
}

/** Stops the account within the transaction that stores why. */
export async function setStop(trx: DatabaseTransaction, accountId: AccountId, stop: Stop, at: Date): Promise<void> {
  await trx
    .updateTable('account')
    .set({ stopped_code: stop.code, stopped_parameters: jsonText(stop.parameters), stopped_at: at })
    .where('id', '=', accountId)
    .execute();
}
