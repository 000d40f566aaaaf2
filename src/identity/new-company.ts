/**
 * A company with its first manager: our account and the library's organization, both or neither.
 */
import type { Clock } from '../kernel/clock.ts';
import { type Account, accountsOf } from '../store/accounts.ts';
import type { AuthDatabase } from './auth-tables.ts';
import type { CreateAccount } from './identity-parts.ts';
import { ensureOrganization, insertMember } from './new-records.ts';

interface NewCompanyParts {
  /** A transaction. */
  readonly db: AuthDatabase;
  readonly clock: Clock;
  readonly createAccount: CreateAccount;
}

/** Refusals as of the use case. */
export async function createCompany(
  { db, clock, createAccount }: NewCompanyParts,
  managerId: string,
  name: string,
): Promise<Account> {
  const account = await createAccount(accountsWithin(db, clock), name);
  const now = clock.now();
  const organizationId = await ensureOrganization(db, account, now);
  await insertMember(db, { organizationId, userId: managerId, role: 'manager' }, now);
  return account;
}

/** The list of accounts as part of this transaction. */
export function accountsWithin(db: AuthDatabase, clock: Clock): ReturnType<typeof accountsOf> {
  // More tables are known here than the store needs; to the store it is its own database.
  return accountsOf({ acrossAccounts: db as unknown as Parameters<typeof accountsOf>[0]['acrossAccounts'], clock });
}
