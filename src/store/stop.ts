/**
 * A stop that only a person lifts: nothing of this account is exported while it stands.
 */
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import { jsonText } from './log.ts';

export interface AccountStop {
  read(): Promise<{ code: string; parameters: Readonly<Record<string, string>> } | null>;
  set(code: string, parameters: Readonly<Record<string, string>>): Promise<void>;
  lift(): Promise<void>;
}

export function stopOf({ acrossAccounts: db, clock }: StoreParts, accountId: AccountId): AccountStop {
  const update = () => db.updateTable('account').where('id', '=', accountId);
  return {
    async read() {
      const row = await db
        .selectFrom('account')
        .select(['stopped_code', 'stopped_parameters'])
        .where('id', '=', accountId)
        .executeTakeFirst();
      return row?.stopped_code ? { code: row.stopped_code, parameters: row.stopped_parameters ?? {} } : null;
    },
    async set(code, parameters) {
      await update()
        .set({ stopped_code: code, stopped_parameters: jsonText(parameters), stopped_at: clock.now() })
        .execute();
    },
    async lift() {
      await update().set({ stopped_code: null, stopped_parameters: null, stopped_at: null }).execute();
    },
  };
}
