/**
 * Signing in and out and the own account over the API: thin over identity, which decides. Sets the cookies that it answers.
 */
import type { FastifyReply } from 'fastify';
import type { AnswerOf } from '../../api/routes.ts';
import type { sessionRoutes } from '../../api/session-routes.ts';
import type { Cookies } from '../../identity/identity.ts';
import type { Person } from '../../identity/person.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';

type SessionParts = Pick<ApiParts, 'parts' | 'config' | 'identity' | 'demoAccounts'>;
type Part<Key extends keyof typeof sessionRoutes> = HandlersOf<Pick<typeof sessionRoutes, Key>>;

const DONE = { ok: true } as const;

export function sessionHandlers(api: SessionParts): HandlersOf<typeof sessionRoutes> {
  return {
    'GET /api/installation': async () => installationOf(api),
    ...signInHandlers(api),
    ...comingInHandlers(api),
    ...ownAccountHandlers(api),
    ...twoFactorHandlers(api),
    ...apiKeyHandlers(api),
  };
}

function installationOf({ config, demoAccounts }: SessionParts): AnswerOf<'GET /api/installation'> {
  const { support, isSignUpOpen, mail, exportEveryMinutes, sandbox } = config;
  const address = (port: number) => `http://127.0.0.1:${port}`;
  return {
    support,
    isSignUpOpen,
    isMailOn: mail !== null,
    exportEveryMinutes,
    demoAccounts: demoAccounts.map(({ email, password, role }) => ({ email, password, role })),
    sandboxes: sandbox && { outsmart: address(sandbox.outsmartPort), asperion: address(sandbox.asperionPort) },
  };
}

function signInHandlers({ identity }: SessionParts) {
  return {
    'POST /api/session': async ({ body, headers, language, reply }) => {
      const { isSecondStepNeeded, cookies } = await identity.signIn.signIn(body, { headers, language });
      setCookies(reply, cookies);
      return { isSecondStepNeeded };
    },
    'POST /api/session/second-step': async ({ body, headers, language, reply }) => {
      setCookies(reply, await identity.signIn.secondStep(body, { headers, language }));
      return DONE;
    },
    'DELETE /api/session': async ({ headers, language, reply }) => {
      setCookies(reply, await identity.signIn.signOut({ headers, language }));
      return DONE;
    },
    'POST /api/password-reset': async ({ body, headers, language }) => {
      await identity.signIn.askPasswordReset(body.email, { headers, language });
      return DONE;
    },
    'POST /api/password-reset/:token': async ({ params, body, headers, language }) => {
      const given = { token: params.token, password: body.password };
      await identity.signIn.resetPassword(given, { headers, language });
      return DONE;
    },
  } satisfies Partial<HandlersOf<typeof sessionRoutes>>;
}

function comingInHandlers({
  parts,
  identity,
}: SessionParts): Part<
  | 'POST /api/registration'
  | 'POST /api/companies'
  | 'GET /api/invitations/:invitationId'
  | 'POST /api/invitations/:invitationId/acceptance'
> {
  const auditOf = (accountId: AnswerOf<'POST /api/companies'>['accountId']) =>
    parts.store.forAccount(accountId as Person['memberships'][number]['accountId']).audit;
  return {
    'POST /api/registration': async ({ body, headers, language, reply }) => {
      const { accountId, cookies } = await identity.signIn.register(body, { headers, language });
      const { name, email, companyName } = body;
      await auditOf(accountId).add(
        companyName === null
          ? { by: name, action: 'member.joined', parameters: { name, email } }
          : { by: name, action: 'company.created', parameters: { name: companyName } },
      );
      setCookies(reply, cookies);
      return DONE;
    },
    'POST /api/companies': async ({ body, person }) => {
      const { id, name } = await identity.companies.create(person, body.name);
      await auditOf(id).add({ by: person.name, action: 'company.created', parameters: { name } });
      return { accountId: id };
    },
    'GET /api/invitations/:invitationId': async ({ params }) => {
      const { companyName, email, role, hasAccount } = await identity.companies.invitation(params.invitationId);
      return { companyName, email, role, hasAccount };
    },
    'POST /api/invitations/:invitationId/acceptance': async ({ params, person, headers, language }) => {
      const accountId = await identity.companies.accept(params.invitationId, { headers, language });
      const { name, email } = person;
      await auditOf(accountId).add({ by: name, action: 'member.joined', parameters: { name, email } });
      return { accountId };
    },
  };
}

function ownAccountHandlers({
  parts,
  identity,
}: SessionParts): Part<
  'GET /api/me' | 'PUT /api/me' | 'PUT /api/me/password' | 'GET /api/me/sessions' | 'DELETE /api/me/sessions/:sessionId'
> {
  return {
    'GET /api/me': async ({ person }) => {
      const { userId, name, email, isOperator, hasTwoFactor, memberships } = person;
      const accounts = await Promise.all(
        memberships.map(async ({ accountId, role }) => {
          const account = await parts.store.accounts.find(accountId);
          return account && { accountId, name: account.name, role };
        }),
      );
      return { userId, name, email, isOperator, hasTwoFactor, accounts: accounts.filter((one) => one !== null) };
    },
    'PUT /api/me': async ({ body, headers, language }) => {
      await identity.own.changeName(body.name, { headers, language });
      return DONE;
    },
    'PUT /api/me/password': async ({ body, headers, language, reply }) => {
      setCookies(reply, await identity.own.changePassword(body, { headers, language }));
      return DONE;
    },
    'GET /api/me/sessions': async ({ headers, language }) => {
      const sessions = await identity.own.sessions({ headers, language });
      return {
        sessions: sessions.map(({ createdAt, lastUsedAt, ...session }) => ({
          ...session,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
        })),
      };
    },
    'DELETE /api/me/sessions/:sessionId': async ({ params, headers, language, reply }) => {
      setCookies(reply, await identity.own.revokeSession(params.sessionId, { headers, language }));
      return DONE;
    },
  };
}

function twoFactorHandlers({
  identity,
}: SessionParts): Part<'POST /api/me/two-factor' | 'PUT /api/me/two-factor' | 'DELETE /api/me/two-factor'> {
  return {
    'POST /api/me/two-factor': async ({ body, headers, language }) => {
      const { uri, secret, backupCodes } = await identity.own.beginTwoFactor(body.password, { headers, language });
      return { uri, secret, backupCodes: [...backupCodes] };
    },
    'PUT /api/me/two-factor': async ({ body, headers, language, reply }) => {
      setCookies(reply, await identity.own.confirmTwoFactor(body.code, { headers, language }));
      return DONE;
    },
    'DELETE /api/me/two-factor': async ({ body, headers, language, reply }) => {
      setCookies(reply, await identity.own.endTwoFactor(body.password, { headers, language }));
      return DONE;
    },
  };
}

function apiKeyHandlers({
  identity,
}: SessionParts): Part<'GET /api/me/api-keys' | 'POST /api/me/api-keys' | 'DELETE /api/me/api-keys/:keyId'> {
  return {
    'GET /api/me/api-keys': async ({ person }) => {
      const keys = await identity.keys.list(person.userId);
      return {
        keys: keys.map(({ createdAt, lastUsedAt, ...key }) => ({
          ...key,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        })),
      };
    },
    'POST /api/me/api-keys': async ({ body, person }) => identity.keys.create(person.userId, body.name),
    'DELETE /api/me/api-keys/:keyId': async ({ params, person }) => {
      await identity.keys.withdraw(person.userId, params.keyId);
      return DONE;
    },
  };
}

function setCookies(reply: FastifyReply, cookies: Cookies): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}
