/**
 * Records of the library that have to appear in one transaction with a company of ours, or not at all. The library writes
 * these same rows itself, but in transactions of its own.
 */
import type { Account } from '../store/accounts.ts';
import type { AuthDatabase } from './auth-tables.ts';
import type { Role } from './person.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly isOperator: boolean;
}

/** Somebody who signs in with a password. Answers the user's id; null when the address is somebody's already. */
export async function insertPerson(db: AuthDatabase, person: NewPerson, now: Date): Promise<string | null> {
  const user = await db
    .insertInto('auth.user')
    .values({
      name: person.name.trim(),
      email: foldedEmail(person.email),
      emailVerified: false,
      createdAt: now,
      updatedAt: now,
      twoFactorEnabled: false,
      isOperator: person.isOperator,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!user) return null;
  await db
    .insertInto('auth.account')
    .values({
      accountId: user.id,
      providerId: 'credential',
      userId: user.id,
      password: person.passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return user.id;
}

/** The company's organization, made when it has none yet: companies made on the command line begin without people. */
export async function ensureOrganization(
  db: AuthDatabase,
  { id, name }: Pick<Account, 'id' | 'name'>,
  now: Date,
): Promise<string> {
  await db
    .insertInto('auth.organization')
    .values({ name, slug: id, createdAt: now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  return (await db.selectFrom('auth.organization').select('id').where('slug', '=', id).executeTakeFirstOrThrow()).id;
}

export async function insertMember(
  db: AuthDatabase,
  member: { readonly organizationId: string; readonly userId: string; readonly role: Role },
  now: Date,
): Promise<void> {
  await db
    .insertInto('auth.member')
    .values({ ...member, createdAt: now })
    .execute();
}

/** Addresses are compared and kept in small letters, as the library does. */
export function foldedEmail(email: string): string {
  return email.trim().toLowerCase();
}
