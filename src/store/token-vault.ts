/**
 * Keeps the promise of model/token-vault.ts on PostgreSQL: sealed at rest, one renewal at a time over all processes,
 * committed before use. The row lock is held while the token endpoint answers: the one place where a foreign call happens
 * inside a transaction, because a refresh token may be used once only (docs/decisions/0007-one-refresh-at-a-time.md).
 */
import { sql } from 'kysely';
import { Fault, isFault } from '../kernel/fault.ts';
import type { AccountId } from '../model/ids.ts';
import type { ConnectionTokens, StoredTokens, TokenVault } from '../model/token-vault.ts';
import type { StoreParts } from './database.ts';

export interface StoreTokenVault extends TokenVault {
  /** Stores the tokens of a new authorization, whatever was there. */
  save(tokens: ConnectionTokens, connectedBy: string): Promise<void>;
  /** Forgets the tokens on a person's word. */
  forget(): Promise<void>;
}

const PURPOSE = 'asperion-tokens';
const COOL_DOWN_MS = 15_000;
/** Beyond the longest time-out that can be set: a renewal that is cut off while the answer is on its way loses its token. */
const RENEWAL_MS_MAX = 11 * 60_000;

interface VaultRow {
  readonly tokens_sealed: string | null;
  readonly version: number;
  readonly state: 'connected' | 'ended' | 'disconnected';
  readonly cool_down_until: Date | null;
}

export function tokenVaultOf(parts: StoreParts, accountId: AccountId): StoreTokenVault {
  const { guarded: db, clock } = parts;
  return {
    async read() {
      return opened(
        parts,
        accountId,
        await db.selectFrom('asperion_connection').selectAll().where('account_id', '=', accountId).executeTakeFirst(),
      );
    },
    async renew(seenVersion, refresh) {
      const renewal = await inTurn(parts, accountId, () => renewLocked(parts, accountId, seenVersion, refresh));
      if ('failure' in renewal) throw renewal.failure;
      return renewal.stored;
    },
    async save(tokens, connectedBy) {
      const now = clock.now();
      const values = {
        tokens_sealed: await sealed(parts, accountId, tokens),
        state: 'connected' as const,
        state_since: now,
        state_code: null,
        cool_down_until: null,
        connected_at: now,
        connected_by: connectedBy,
      };
      await db
        .insertInto('asperion_connection')
        .values({ account_id: accountId, version: 1, ...values })
        .onConflict((conflict) =>
          conflict
            .column('account_id')
            .doUpdateSet((eb) => ({ ...values, version: eb('asperion_connection.version', '+', 1) })),
        )
        .execute();
    },
    async forget() {
      await db
        .updateTable('asperion_connection')
        .set((eb) => ({
          tokens_sealed: null,
          state: 'disconnected' as const,
          state_since: clock.now(),
          state_code: null,
          version: eb('version', '+', 1),
        }))
        .where('account_id', '=', accountId)
        .execute();
    },
  };
}

/** What became of a failed renewal is committed; only then is the fault thrown on. */
type Renewal = { readonly stored: StoredTokens } | { readonly failure: unknown };

/**
 * One after the other within this process too: who waits for the lock of the row holds a database connection, and a slow
 * token endpoint would take them all from the other accounts.
 */
async function inTurn<T>(
  { renewals, renewalSlots }: StoreParts,
  accountId: AccountId,
  renew: () => Promise<T>,
): Promise<T> {
  const renewing = (renewals.get(accountId) ?? Promise.resolve()).then(() => renewalSlots.run(renew));
  const over = renewing.then(
    () => undefined,
    () => undefined,
  );
  renewals.set(accountId, over);
  try {
    return await renewing;
  } finally {
    if (renewals.get(accountId) === over) renewals.delete(accountId);
  }
}

/** The renewal itself, under the lock of the connection's row. */
async function renewLocked(
  parts: StoreParts,
  accountId: AccountId,
  seenVersion: number,
  refresh: (current: ConnectionTokens) => Promise<ConnectionTokens>,
): Promise<Renewal> {
  return parts.guarded.transaction().execute(async (trx) => {
    await sql.raw(`set local idle_in_transaction_session_timeout = ${RENEWAL_MS_MAX}`).execute(trx);
    const row = await trx
      .selectFrom('asperion_connection')
      .selectAll()
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirst();
    const current = await opened(parts, accountId, row);
    if (current.version > seenVersion) return { stored: current };
    const now = parts.clock.now();
    if (row?.cool_down_until && row.cool_down_until > now) {
      const retryAfterMs = row.cool_down_until.getTime() - now.getTime();
      return {
        failure: new Fault('asperion.unreachable', {
          retry: 'later',
          system: 'asperion',
          call: 'token',
          retryAfterMs,
        }),
      };
    }
    const update = trx.updateTable('asperion_connection').where('account_id', '=', accountId);
    try {
      const tokens = await refresh(current.tokens);
      const version = current.version + 1;
      await update
        .set({ tokens_sealed: await sealed(parts, accountId, tokens), version, cool_down_until: null })
        .execute();
      return { stored: { tokens, version } };
    } catch (failure) {
      if (isFault(failure) && failure.retry === 'after-reconnect') {
        await update.set({ state: 'ended', state_code: failure.code, state_since: now, tokens_sealed: null }).execute();
      } else if (isFault(failure) && failure.retry === 'later') {
        await update.set({ cool_down_until: new Date(now.getTime() + COOL_DOWN_MS) }).execute();
      }
      return { failure };
    }
  });
}

async function opened({ sealer }: StoreParts, accountId: AccountId, row: VaultRow | undefined): Promise<StoredTokens> {
  if (!row || row.state === 'disconnected') {
    throw new Fault('asperion.not_connected', { retry: 'after-reconnect', system: 'asperion' });
  }
  if (row.state === 'ended' || row.tokens_sealed === null) {
    throw new Fault('asperion.connection_ended', { retry: 'after-reconnect', system: 'asperion' });
  }
  return { tokens: tokensFromText(await sealer.open(PURPOSE, accountId, row.tokens_sealed)), version: row.version };
}

function sealed({ sealer }: StoreParts, accountId: AccountId, tokens: ConnectionTokens): Promise<string> {
  return sealer.seal(PURPOSE, accountId, JSON.stringify(tokens));
}

function tokensFromText(text: string): ConnectionTokens {
  const { accessToken, refreshToken, expiresAt } = JSON.parse(text) as {
    accessToken: string;
    refreshToken: string;
    expiresAt: string;
  };
  return { accessToken, refreshToken, expiresAt: new Date(expiresAt) };
}
