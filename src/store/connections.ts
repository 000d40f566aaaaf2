/**
 * One account's connection to OutSmart, and what is known of the one to Asperion. Its tokens are the vault's (token-vault.ts).
 */
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';

export interface OutSmartConnectionState {
  readonly outsmartKey: string;
  /** The last four characters: enough to recognise a token, not to use it. */
  readonly tokenEnding: string;
  readonly state: 'connected' | 'refused';
  readonly stateSince: Date;
  readonly stateCode: string | null;
  readonly workStatusCode: string | null;
  readonly connectedAt: Date;
}

export interface AsperionConnectionState {
  readonly state: 'connected' | 'ended' | 'disconnected';
  readonly stateSince: Date;
  readonly stateCode: string | null;
  readonly connectedAt: Date;
  readonly connectedBy: string;
}

export interface Connections {
  outsmart(): Promise<OutSmartConnectionState | null>;
  /** The customer token in clear. Null when not connected. Fault store.secret_unreadable. */
  outsmartToken(): Promise<string | null>;
  /** Stores a token that was accepted. `outsmartKey` only counts at the first connection. */
  saveOutSmart(connection: { token: string; outsmartKey: string; workStatusCode: string | null }): Promise<void>;
  /** Whether another account of this installation works with the OutSmart account of that key. Tells nothing else of it. */
  isOutSmartOfAnother(outsmartKey: string): Promise<boolean>;
  /** Marks the token as refused, or as accepted again. Answers whether that is a change. */
  markOutSmart(state: 'connected' | 'refused', code: string | null): Promise<boolean>;
  asperion(): Promise<AsperionConnectionState | null>;
}

const TOKEN_PURPOSE = 'outsmart-token';

export function connectionsOf({ guarded: db, clock, sealer }: StoreParts, accountId: AccountId): Connections {
  const outsmartRow = () =>
    db.selectFrom('outsmart_connection').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  return {
    async outsmart() {
      const row = await outsmartRow();
      if (!row) return null;
      return {
        outsmartKey: row.outsmart_key,
        tokenEnding: row.token_ending,
        state: row.state,
        stateSince: row.state_since,
        stateCode: row.state_code,
        workStatusCode: row.work_status_code,
        connectedAt: row.connected_at,
      };
    },
    async outsmartToken() {
      const row = await outsmartRow();
      return row ? sealer.open(TOKEN_PURPOSE, accountId, row.token_sealed) : null;
    },
    async saveOutSmart({ token, outsmartKey, workStatusCode }) {
      const now = clock.now();
      const values = {
        token_sealed: await sealer.seal(TOKEN_PURPOSE, accountId, token),
        token_ending: token.slice(-4),
        state: 'connected' as const,
        state_since: now,
        state_code: null,
        work_status_code: workStatusCode,
        connected_at: now,
      };
      await db
        .insertInto('outsmart_connection')
        .values({ account_id: accountId, outsmart_key: outsmartKey, ...values })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
        .execute();
    },
    async isOutSmartOfAnother(outsmartKey) {
      const row = await db
        .selectFrom('outsmart_connection')
        .select('outsmart_key')
        .where('account_id', '!=', accountId)
        .where('outsmart_key', '=', outsmartKey)
        .executeTakeFirst();
      return row !== undefined;
    },
    async markOutSmart(state, code) {
      const result = await db
        .updateTable('outsmart_connection')
        .set({ state, state_code: code, state_since: clock.now() })
        .where('account_id', '=', accountId)
        .where('state', '!=', state)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async asperion() {
      const row = await db
        .selectFrom('asperion_connection')
        .selectAll()
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      if (!row) return null;
      return {
        state: row.state,
        stateSince: row.state_since,
        stateCode: row.state_code,
        connectedAt: row.connected_at,
        connectedBy: row.connected_by,
      };
    },
  };
}
