/**
 * Inviting people into a company, and coming in. The library decides who may invite whom and that an invitation works once.
 */

import { invitationLetter } from '../mail/letters.ts';
import type { AccountId } from '../model/ids.ts';
import { INVITATION_DAYS } from './auth.ts';
import type { Asker, Invitation, InvitedTo } from './identity.ts';
import type { IdentityParts } from './identity-parts.ts';
import { forwarded, translated } from './library-call.ts';
import { foldedEmail } from './new-records.ts';
import { invitationLink } from './page-links.ts';
import type { Role } from './person.ts';
import { refusal } from './refusals.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids come from addresses that people may have typed; the database takes well-formed ones only. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Refusal invitation.unknown. */
export async function invitedTo({ db, clock }: IdentityParts, invitationId: string): Promise<InvitedTo> {
  if (!isId(invitationId)) throw refusal('invitation.unknown');
  const found = await db
    .selectFrom('auth.invitation')
    .innerJoin('auth.organization', 'auth.organization.id', 'auth.invitation.organizationId')
    .leftJoin('auth.user', 'auth.user.email', 'auth.invitation.email')
    .select([
      'auth.organization.slug',
      'auth.organization.name',
      'auth.invitation.email',
      'auth.invitation.role',
      'auth.user.id as userId',
    ])
    .where('auth.invitation.id', '=', invitationId)
    .where('auth.invitation.status', '=', 'pending')
    .where('auth.invitation.expiresAt', '>', clock.now())
    .executeTakeFirst();
  if (!found) throw refusal('invitation.unknown');
  return {
    accountId: found.slug as AccountId,
    companyName: found.name,
    email: found.email,
    role: found.role,
    hasAccount: found.userId !== null,
  };
}

/** As the person of the session in the headers. Refusals: invitation.unknown, invitation.other-address, invitation.member-already. */
export async function acceptInvitation(
  parts: IdentityParts,
  invitationId: string,
  headers: Headers,
): Promise<AccountId> {
  const { accountId } = await invitedTo(parts, invitationId);
  const called = parts.auth.api.acceptInvitation({ body: { invitationId }, headers: forwarded(headers) });
  await translated(called, {
    INVITATION_NOT_FOUND: 'invitation.unknown',
    YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION: 'invitation.other-address',
    ORGANIZATION_MEMBERSHIP_LIMIT_REACHED: 'invitation.too-many',
  }).catch((error: unknown) => {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? refusal('invitation.member-already') : error;
  });
  return accountId;
}

/** The person is a member already, by another invitation. */
const UNIQUE_VIOLATION = '23505';

/** Those that can still be accepted, newest first. */
export async function openInvitations(
  { db, clock, publicUrl }: IdentityParts,
  accountId: AccountId,
): Promise<readonly Invitation[]> {
  const rows = await db
    .selectFrom('auth.invitation')
    .innerJoin('auth.organization', 'auth.organization.id', 'auth.invitation.organizationId')
    .select(['auth.invitation.id', 'auth.invitation.email', 'auth.invitation.role', 'auth.invitation.expiresAt'])
    .where('auth.organization.slug', '=', accountId)
    .where('auth.invitation.status', '=', 'pending')
    .where('auth.invitation.expiresAt', '>', clock.now())
    .orderBy('auth.invitation.createdAt', 'desc')
    .execute();
  return rows.map(({ id, email, role, expiresAt }) => ({
    invitationId: id,
    email,
    role,
    expiresAt,
    link: invitationLink(publicUrl, id),
  }));
}

/** Mails where mail is on. Refusals: invitation.member-already, invitation.too-many. */
export async function invite(
  parts: IdentityParts,
  company: { readonly organizationId: string; readonly name: string },
  given: { readonly email: string; readonly role: Role },
  { headers, language }: Asker,
): Promise<Invitation> {
  const { auth, publicUrl } = parts;
  const email = foldedEmail(given.email);
  const called = auth.api.createInvitation({
    body: { email, role: given.role, organizationId: company.organizationId },
    headers: forwarded(headers),
  });
  const { id, expiresAt } = await translated(called, {
    USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: 'invitation.member-already',
    INVITATION_LIMIT_REACHED: 'invitation.too-many',
  });
  const invitation = { invitationId: id, email, role: given.role, expiresAt, link: invitationLink(publicUrl, id) };
  await mailInvitation(parts, invitation, company.name, { headers, language });
  return invitation;
}

/** Nobody waits for the mail server: the link is answered too, and can be passed on by hand. */
async function mailInvitation(
  { auth, mailer, background }: IdentityParts,
  { email, role, link }: Invitation,
  companyName: string,
  { headers, language }: Asker,
): Promise<void> {
  if (!mailer.isOn) return;
  const session = await auth.api.getSession({ headers: forwarded(headers) });
  const facts = { companyName, invitedBy: session?.user.name ?? companyName, role, link, validDays: INVITATION_DAYS };
  background.run(() => mailer.send(invitationLetter(email, facts, language)));
}

/** Answers what was withdrawn. Refusal invitation.unknown. */
export async function withdrawInvitation(
  parts: IdentityParts,
  accountId: AccountId,
  invitationId: string,
  { headers }: Asker,
): Promise<Invitation> {
  const open = await openInvitations(parts, accountId);
  const invitation = open.find((one) => one.invitationId === invitationId);
  if (!invitation) throw refusal('invitation.unknown');
  const called = parts.auth.api.cancelInvitation({ body: { invitationId }, headers: forwarded(headers) });
  await translated(called, { INVITATION_NOT_FOUND: 'invitation.unknown' });
  return invitation;
}
