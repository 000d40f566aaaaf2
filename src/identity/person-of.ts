/**
 * Who asks: from the headers of a request to a person and the companies they are members of.
 */
import type { AccountId } from '../model/ids.ts';
import type { KeyBook } from './api-keys.ts';
import type { Auth } from './auth.ts';
import type { AuthDatabase } from './auth-tables.ts';
import { forwarded } from './library-call.ts';
import type { Membership, Person } from './person.ts';

interface PersonParts {
  readonly auth: Auth;
  readonly db: AuthDatabase;
  readonly keys: KeyBook;
}

/** Whoever shows a key is known by the key alone: a wrong key is nobody, whatever cookie came along. */
export async function personOf({ auth, db, keys }: PersonParts, headers: Headers): Promise<Person | null> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const userId = key === undefined ? null : await keys.userOf(key);
    return userId === null ? null : readPerson(db, userId, null);
  }
  const session = await sessionOf(auth, headers);
  return session === null ? null : readPerson(db, session.userId, session.sessionId);
}

/** The session that the cookie belongs to; null when it ended or there is none. */
export async function sessionOf(
  auth: Auth,
  headers: Headers,
): Promise<{ readonly sessionId: string; readonly userId: string } | null> {
  if (!headers.has('cookie')) return null;
  const found = await auth.api.getSession({ headers: forwarded(headers) });
  return found && { sessionId: found.session.id, userId: found.user.id };
}

async function readPerson(db: AuthDatabase, userId: string, sessionId: string | null): Promise<Person | null> {
  const user = await db
    .selectFrom('auth.user')
    .select(['id', 'name', 'email', 'isOperator', 'twoFactorEnabled'])
    .where('id', '=', userId)
    .executeTakeFirst();
  if (!user) return null;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    isOperator: user.isOperator,
    hasTwoFactor: user.twoFactorEnabled === true,
    memberships: (await membershipsOf(db, [user.id])).get(user.id) ?? [],
    sessionId,
  };
}

/** The companies of these people. */
export async function membershipsOf(
  db: AuthDatabase,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Membership[]>> {
  const found = new Map<string, Membership[]>();
  if (userIds.length === 0) return found;
  const rows = await db
    .selectFrom('auth.member')
    .innerJoin('auth.organization', 'auth.organization.id', 'auth.member.organizationId')
    .select(['auth.member.userId', 'auth.member.role', 'auth.organization.slug'])
    .where('auth.member.userId', 'in', [...userIds])
    .orderBy('auth.member.createdAt')
    .orderBy('auth.member.id')
    .execute();
  for (const { userId, role, slug } of rows) {
    const memberships = found.get(userId) ?? [];
    memberships.push({ accountId: slug as AccountId, role });
    found.set(userId, memberships);
  }
  return found;
}
