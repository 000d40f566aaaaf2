/**
 * The company and its people over the API. Every change is in the audit trail.
 */
import type { z } from 'zod';
import type { companyRoutes, company as companySchema } from '../../api/company-routes.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Person } from '../../identity/person.ts';
import type { AccountStore } from '../../store/store.ts';
import { notFound } from './api-errors.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';

type CompanyParts = Pick<ApiParts, 'parts' | 'identity'>;
type CompanyShape = z.output<typeof companySchema>;
type PeopleRoutes = Pick<
  typeof companyRoutes,
  | 'GET /api/accounts/:accountId/company'
  | 'PUT /api/accounts/:accountId/company'
  | 'POST /api/accounts/:accountId/invitations'
  | 'DELETE /api/accounts/:accountId/invitations/:invitationId'
  | 'PUT /api/accounts/:accountId/members/:memberId'
  | 'DELETE /api/accounts/:accountId/members/:memberId'
>;

export function companyHandlers({ parts, identity }: CompanyParts): HandlersOf<PeopleRoutes> {
  const { companies } = identity;
  const nameOf = async ({ accountId }: AccountStore) => (await parts.store.accounts.find(accountId))?.name ?? null;
  return {
    'GET /api/accounts/:accountId/company': async ({ account, person, language }) => {
      const name = await nameOf(account);
      if (name === null) throw notFound(language);
      return companyShape(companies, account, name, person);
    },
    'PUT /api/accounts/:accountId/company': async ({ account, body, person }) => {
      const before = (await nameOf(account)) ?? '';
      const { name } = await companies.rename(account.accountId, body.name);
      if (name !== before)
        await account.audit.add({
          by: person.name,
          action: 'company.renamed',
          changes: [{ field: 'name', before, after: name }],
        });
      return companyShape(companies, account, name, person);
    },
    'POST /api/accounts/:accountId/invitations': async ({ account, body, person, headers, language }) => {
      const { email, role } = await companies.invite(account.accountId, body, { headers, language });
      await account.audit.add({ by: person.name, action: 'member.invited', parameters: { email, role } });
      return companyShape(companies, account, (await nameOf(account)) ?? '', person);
    },
    'DELETE /api/accounts/:accountId/invitations/:invitationId': async (call) => {
      const { account, params, person, headers, language } = call;
      const asker = { headers, language };
      const { email } = await companies.withdrawInvitation(account.accountId, params.invitationId, asker);
      await account.audit.add({ by: person.name, action: 'invitation.withdrawn', parameters: { email } });
      return companyShape(companies, account, (await nameOf(account)) ?? '', person);
    },
    'PUT /api/accounts/:accountId/members/:memberId': async (call) => {
      const { account, params, body, person, headers, language } = call;
      const asker = { headers, language };
      const before = await companies.changeRole(account.accountId, params.memberId, body.role, asker);
      if (before.role !== body.role)
        await account.audit.add({
          by: person.name,
          action: 'member.role-changed',
          parameters: { name: before.name, email: before.email },
          changes: [{ field: 'role', before: before.role, after: body.role }],
        });
      return companyShape(companies, account, (await nameOf(account)) ?? '', person);
    },
    'DELETE /api/accounts/:accountId/members/:memberId': async (call) => {
      const { account, params, person, headers, language } = call;
      const { name, email } = await companies.removeMember(account.accountId, params.memberId, { headers, language });
      await account.audit.add({ by: person.name, action: 'member.removed', parameters: { name, email } });
      return companyShape(companies, account, (await nameOf(account)) ?? '', person);
    },
  };
}

async function companyShape(
  companies: Identity['companies'],
  { accountId }: AccountStore,
  name: string,
  person: Person,
): Promise<CompanyShape> {
  const [members, invitations] = await Promise.all([companies.members(accountId), companies.invitations(accountId)]);
  return {
    accountId,
    name,
    members: members.map(({ userId, ...member }) => ({ ...member, isSelf: userId === person.userId })),
    invitations: invitations.map(({ expiresAt, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
