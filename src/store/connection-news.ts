/**
 * Connections to Asperion that ended, or are back after that, and of which nobody was told yet. Over all companies.
 */
import { sql } from 'kysely';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';

export interface ConnectionNews {
  readonly accountId: AccountId;
  readonly companyName: string;
  readonly kind: 'ended' | 'back';
  readonly since: Date;
}

export interface ConnectionNewsBook {
  /** Takes what is new and marks it as told, in one statement: of several processes one tells it. */
  take(): Promise<readonly ConnectionNews[]>;
  /** Could not be told after all; taken again later. */
  putBack(news: ConnectionNews): Promise<void>;
}

export function connectionNewsOf({ acrossAccounts: db }: StoreParts): ConnectionNewsBook {
  return {
    async take() {
      const { rows } = await sql<{ account_id: AccountId; name: string; state: string; state_since: Date }>`
        update asperion_connection c set told_ended = (c.state = 'ended')
        from account a
        where a.id = c.account_id
          and ((c.state = 'ended' and not c.told_ended) or (c.state = 'connected' and c.told_ended))
        returning c.account_id, a.name, c.state, c.state_since`.execute(db);
      return rows.map((row) => ({
        accountId: row.account_id,
        companyName: row.name,
        kind: row.state === 'ended' ? ('ended' as const) : ('back' as const),
        since: row.state_since,
      }));
    },
    async putBack({ accountId, kind }) {
      await db
        .updateTable('asperion_connection')
        .set({ told_ended: kind !== 'ended' })
        .where('account_id', '=', accountId)
        .execute();
    },
  };
}
