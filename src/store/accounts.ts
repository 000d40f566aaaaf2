/**
 * The companies that use this installation. The only list that is about all of them.
 */
import type { IsoDate } from '../kernel/dates.ts';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly createdAt: Date;
  /** Why nothing is exported until a person decides; null when not stopped. */
  readonly stopped: {
    readonly code: string;
    readonly parameters: Readonly<Record<string, string>>;
    readonly at: Date;
  } | null;
  /** Last day of the trial. */
  readonly trialUntil: IsoDate;
  /** By the operator: nothing is synchronised; null when not suspended. */
  readonly suspendedAt: Date | null;
}

/** The name is already taken, letter case aside. */
export class AccountNameTaken extends Error {
  constructor(name: string) {
    super(`There is already an account called "${name}".`);
    this.name = 'AccountNameTaken';
  }
}

export interface Accounts {
  /** `trialUntil` is the last day without cost. Throws AccountNameTaken. */
  create(name: string, trialUntil: IsoDate): Promise<Account>;
  /** Null when there is no such account. Throws AccountNameTaken. */
  rename(id: AccountId, name: string): Promise<Account | null>;
  list(): Promise<readonly Account[]>;
  /** By id or by name, letter case aside; null when there is none. */
  find(idOrName: string): Promise<Account | null>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UNIQUE_VIOLATION = '23505';

/** The list within one database or one transaction of it. */
export function accountsOf({ acrossAccounts: db, clock }: Pick<StoreParts, 'acrossAccounts' | 'clock'>): Accounts {
  return {
    async create(name, trialUntil) {
      return unlessTaken(name, async () =>
        accountFromRow(
          await db
            .insertInto('account')
            .values({ name: name.trim(), created_at: clock.now(), trial_until: trialUntil })
            .returningAll()
            .executeTakeFirstOrThrow(),
        ),
      );
    },
    async rename(id, name) {
      const row = await unlessTaken(name, () =>
        db.updateTable('account').set({ name: name.trim() }).where('id', '=', id).returningAll().executeTakeFirst(),
      );
      return row ? accountFromRow(row) : null;
    },
    async list() {
      return (await db.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute()).map(accountFromRow);
    },
    async find(idOrName) {
      const query = db.selectFrom('account').selectAll();
      const row = await (UUID.test(idOrName)
        ? query.where('id', '=', idOrName as AccountId)
        : query.where((eb) => eb(eb.fn('lower', ['name']), '=', idOrName.trim().toLowerCase()))
      ).executeTakeFirst();
      return row ? accountFromRow(row) : null;
    },
  };
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new AccountNameTaken(name);
    throw error;
  }
}

function accountFromRow(row: {
  id: AccountId;
  name: string;
  created_at: Date;
  stopped_code: string | null;
  stopped_parameters: Record<string, string> | null;
  stopped_at: Date | null;
  trial_until: string;
  suspended_at: Date | null;
}): Account {
  const isStopped = row.stopped_code !== null && row.stopped_at !== null;
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    stopped: isStopped
      ? { code: row.stopped_code as string, parameters: row.stopped_parameters ?? {}, at: row.stopped_at as Date }
      : null,
    trialUntil: row.trial_until as IsoDate,
    suspendedAt: row.suspended_at,
  };
}
