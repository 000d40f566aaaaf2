/**
 * Personal keys for the HTTP API. A key is random and long, so a plain hash of it is enough to keep: nobody guesses it, and
 * who steals the table cannot use it.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../kernel/clock.ts';
import type { AuthDatabase } from './auth-tables.ts';
import type { ApiKeys } from './identity.ts';
import { refusal } from './refusals.ts';

/** So that a key that lies around is recognised for what it is, by people and by scanners of source code. */
const PREFIX = 'koppeling_';
const SECRET_BYTES = 32;
const ENDING_CHARACTERS = 4;
const KEYS_MAX = 20;
/** How far `last used` may lag behind, in exchange for not writing at every request. */
const TOUCH_AFTER_MS = 60_000;

export interface KeyBook extends ApiKeys {
  /** Whose key it is; null when it is nobody's. Remembers that it was used. */
  userOf(key: string): Promise<string | null>;
}

export function keyBookOf(db: AuthDatabase, clock: Clock): KeyBook {
  return {
    async list(userId) {
      const rows = await db
        .selectFrom('auth.api_key')
        .select(['id', 'name', 'ending', 'created_at', 'last_used_at'])
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(({ id, name, ending, created_at, last_used_at }) => ({
        keyId: id,
        name,
        ending,
        createdAt: created_at,
        lastUsedAt: last_used_at,
      }));
    },
    async create(userId, name) {
      const key = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
      const { total } = await db
        .selectFrom('auth.api_key')
        .select((eb) => eb.fn.countAll<string>().as('total'))
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      if (Number(total) >= KEYS_MAX) throw refusal('api-key.too-many');
      const { id } = await db
        .insertInto('auth.api_key')
        .values({
          user_id: userId,
          name: name.trim(),
          sha256: sha256(key),
          ending: key.slice(-ENDING_CHARACTERS),
          created_at: clock.now(),
          last_used_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { keyId: id, key };
    },
    async withdraw(userId, keyId) {
      await db
        .deleteFrom('auth.api_key')
        .where((eb) => eb(eb.cast<string>('id', 'text'), '=', keyId))
        .where('user_id', '=', userId)
        .execute();
    },
    async userOf(key) {
      if (!key.startsWith(PREFIX)) return null;
      const found = await db
        .selectFrom('auth.api_key')
        .select(['id', 'user_id', 'last_used_at'])
        .where('sha256', '=', sha256(key))
        .executeTakeFirst();
      if (!found) return null;
      const now = clock.now();
      if (found.last_used_at === null || now.getTime() - found.last_used_at.getTime() > TOUCH_AFTER_MS)
        await db.updateTable('auth.api_key').set({ last_used_at: now }).where('id', '=', found.id).execute();
      return found.user_id;
    },
  };
}

function sha256(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
