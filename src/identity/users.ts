/**
 * All people of this installation, for whoever runs it: who has lost every other way in comes back this way.
 */
import { z } from 'zod';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './auth.ts';
import type { AuthDatabase } from './auth-tables.ts';
import { membersOf, oneAtATime, requireOtherManager } from './companies.ts';
import type { NewUser, User, Users } from './identity.ts';
import type { IdentityParts } from './identity-parts.ts';
import { ensureOrganization, foldedEmail, insertMember, insertPerson } from './new-records.ts';
import { membershipsOf } from './person-of.ts';
import { refusal } from './refusals.ts';

const NAME_CHARACTERS_MAX = 100;

export function usersOf(parts: IdentityParts): Users {
  const { db } = parts;
  return {
    list: () => readUsers(db, null),
    find: (email) => findUser(db, email),
    create: (user) => createUser(parts, user),
    async setRole(email, account, role) {
      const user = await requireUser(db, email);
      await oneAtATime(parts.locks, account.id, async () => {
        const members = await membersOf(db, account.id);
        const member = members.find((one) => one.userId === user.userId);
        if (member) {
          requireOtherManager(members, member, role);
          await db.updateTable('auth.member').set({ role }).where('id', '=', member.memberId).execute();
        } else {
          const now = parts.clock.now();
          const organizationId = await ensureOrganization(db, account, now);
          await insertMember(db, { organizationId, userId: user.userId, role }, now);
        }
      });
      return requireUser(db, email);
    },
    async setPassword(email, password, { endsTwoFactor }) {
      requirePassword(password);
      const user = await requireUser(db, email);
      const passwordHash = await hashed(parts, password);
      await db.transaction().execute(async (trx) => {
        const signIn = trx.updateTable('auth.account').set({ password: passwordHash, updatedAt: parts.clock.now() });
        await signIn.where('userId', '=', user.userId).where('providerId', '=', 'credential').execute();
        await trx.deleteFrom('auth.session').where('userId', '=', user.userId).execute();
        if (!endsTwoFactor) return;
        await trx.deleteFrom('auth.twoFactor').where('userId', '=', user.userId).execute();
        await trx.updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', user.userId).execute();
      });
      await parts.attempts.forget('sign-in', user.email);
      return requireUser(db, email);
    },
    async setOperator(email, isOperator) {
      const user = await requireUser(db, email);
      await db.updateTable('auth.user').set({ isOperator }).where('id', '=', user.userId).execute();
      return requireUser(db, email);
    },
    async remove(email) {
      const { numDeletedRows } = await db
        .deleteFrom('auth.user')
        .where('email', '=', foldedEmail(email))
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

async function createUser(parts: IdentityParts, user: NewUser): Promise<User> {
  const { db, clock } = parts;
  const { email, name, password, isOperator, membership } = user;
  if (!z.email().max(254).safeParse(foldedEmail(email)).success) throw refusal('user.email-wrong');
  if (name.trim() === '' || name.trim().length > NAME_CHARACTERS_MAX) throw refusal('user.name-empty');
  requirePassword(password);
  const passwordHash = await hashed(parts, password);
  await db.transaction().execute(async (trx) => {
    const now = clock.now();
    const userId = await insertPerson(trx, { email, name, passwordHash, isOperator }, now);
    if (userId === null) throw refusal('user.known');
    if (membership === null) return;
    const organizationId = await ensureOrganization(trx, membership.account, now);
    await insertMember(trx, { organizationId, userId, role: membership.role }, now);
  });
  return requireUser(db, email);
}

function requirePassword(password: string): void {
  if (password.length < PASSWORD_LENGTH_MIN || password.length > PASSWORD_LENGTH_MAX) throw refusal('password.length');
}

async function hashed({ auth }: IdentityParts, password: string): Promise<string> {
  return (await auth.$context).password.hash(password);
}

async function findUser(db: AuthDatabase, email: string): Promise<User | null> {
  return (await readUsers(db, foldedEmail(email)))[0] ?? null;
}

async function requireUser(db: AuthDatabase, email: string): Promise<User> {
  const user = await findUser(db, email);
  if (!user) throw refusal('user.unknown');
  return user;
}

/** One, or all; by address. */
async function readUsers(db: AuthDatabase, email: string | null): Promise<readonly User[]> {
  const rows = await db
    .selectFrom('auth.user')
    .select(['id', 'email', 'name', 'isOperator', 'twoFactorEnabled', 'createdAt'])
    .$if(email !== null, (query) => query.where('email', '=', email))
    .orderBy('email')
    .execute();
  const memberships = await membershipsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, twoFactorEnabled, ...row }) => ({
    ...row,
    userId: id,
    hasTwoFactor: twoFactorEnabled === true,
    memberships: memberships.get(id) ?? [],
  }));
}
