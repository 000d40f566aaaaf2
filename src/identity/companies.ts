/**
 * A company and its people: who they are, what they may, who comes and goes.
 */
import { sql } from 'kysely';
import type { AccountId } from '../model/ids.ts';
import type { Account } from '../store/accounts.ts';
import type { AuthDatabase } from './auth-tables.ts';
import type { Asker, Companies, Member } from './identity.ts';
import type { IdentityParts } from './identity-parts.ts';
import { acceptInvitation, invite, invitedTo, openInvitations, withdrawInvitation } from './invitations.ts';
import { forwarded, translated } from './library-call.ts';
import { accountsWithin, createCompany } from './new-company.ts';
import type { Role } from './person.ts';
import { refusal } from './refusals.ts';

export function companiesOf(parts: IdentityParts): Companies {
  const { db, clock, createAccount } = parts;
  return {
    create: (person, name) =>
      db.transaction().execute((trx) => createCompany({ db: trx, clock, createAccount }, person.userId, name)),
    rename: (accountId, name) => rename(parts, accountId, name),
    members: (accountId) => membersOf(db, accountId),
    invitations: (accountId) => openInvitations(parts, accountId),
    async invite(accountId, given, asker) {
      return invite(parts, await organizationOf(db, accountId), given, asker);
    },
    withdrawInvitation: (accountId, invitationId, asker) => withdrawInvitation(parts, accountId, invitationId, asker),
    changeRole: (accountId, memberId, role, asker) =>
      changeMember(
        parts,
        accountId,
        memberId,
        asker,
        async (organizationId, headers) => {
          await parts.auth.api.updateMemberRole({ body: { memberId, role, organizationId }, headers });
        },
        role,
      ),
    removeMember: (accountId, memberId, asker) =>
      changeMember(
        parts,
        accountId,
        memberId,
        asker,
        async (organizationId, headers) => {
          await parts.auth.api.removeMember({ body: { memberIdOrEmail: memberId, organizationId }, headers });
        },
        null,
      ),
    invitation: (invitationId) => invitedTo(parts, invitationId),
    accept: (invitationId, { headers }) => acceptInvitation(parts, invitationId, headers),
  };
}

async function rename(
  { db, clock, renameAccount }: IdentityParts,
  accountId: AccountId,
  name: string,
): Promise<Account> {
  return db.transaction().execute(async (trx) => {
    const account = await renameAccount(accountsWithin(trx, clock), accountId, name);
    await trx.updateTable('auth.organization').set({ name: account.name }).where('slug', '=', accountId).execute();
    return account;
  });
}

async function organizationOf(
  db: AuthDatabase,
  accountId: AccountId,
): Promise<{ readonly organizationId: string; readonly name: string }> {
  return db
    .selectFrom('auth.organization')
    .select(['id as organizationId', 'name'])
    .where('slug', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** By name. */
export async function membersOf(db: AuthDatabase, accountId: AccountId): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('auth.member')
    .innerJoin('auth.organization', 'auth.organization.id', 'auth.member.organizationId')
    .innerJoin('auth.user', 'auth.user.id', 'auth.member.userId')
    .select([
      'auth.member.id as memberId',
      'auth.member.role',
      'auth.user.id as userId',
      'auth.user.name',
      'auth.user.email',
      'auth.user.twoFactorEnabled',
    ])
    .where('auth.organization.slug', '=', accountId)
    .orderBy((eb) => eb.fn('lower', ['auth.user.name']))
    .orderBy('auth.user.email')
    .execute();
  return rows.map(({ twoFactorEnabled, ...member }) => ({ ...member, hasTwoFactor: twoFactorEnabled === true }));
}

/** Throws member.last-manager when nobody would be left to let people in. */
export function requireOtherManager(
  members: readonly Member[],
  member: Pick<Member, 'memberId' | 'role'>,
  newRole: Role | null,
): void {
  const isManagerLost = member.role === 'manager' && newRole !== 'manager';
  const others = members.filter((one) => one.role === 'manager' && one.memberId !== member.memberId);
  if (isManagerLost && others.length === 0) throw refusal('member.last-manager');
}

/** `newRole` null: the member goes. One change at a time in one company: two managers must not remove each other. */
async function changeMember(
  { db, locks }: IdentityParts,
  accountId: AccountId,
  memberId: string,
  { headers }: Asker,
  change: (organizationId: string, headers: Headers) => Promise<void>,
  newRole: Role | null,
): Promise<Member> {
  return oneAtATime(locks, accountId, async () => {
    const members = await membersOf(db, accountId);
    const member = members.find((one) => one.memberId === memberId);
    if (!member) throw refusal('member.unknown');
    requireOtherManager(members, member, newRole);
    const { organizationId } = await organizationOf(db, accountId);
    await translated(change(organizationId, forwarded(headers)), { MEMBER_NOT_FOUND: 'member.unknown' });
    return member;
  });
}

/** Changes of one company's members wait for each other, in all processes. */
export async function oneAtATime<T>(locks: AuthDatabase, accountId: AccountId, work: () => Promise<T>): Promise<T> {
  return locks.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`members of ${accountId}`}, 0))`.execute(trx);
    return work();
  });
}
