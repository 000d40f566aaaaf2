/**
 * Signing in and out, the own account of a person, invitations.
 */
import { z } from 'zod';
import { defineRoutes } from './route.ts';
import { done, isoMoment } from './shapes.ts';

export const role = z.enum(['reader', 'office', 'manager']);

const email = z.string().trim().max(254).pipe(z.email());
const password = z.string().min(10).max(128);
const name = z.string().trim().min(1).max(100);

/** The person who is signed in; what the page needs to show its frame. */
const me = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    isOperator: z.boolean(),
    hasTwoFactor: z.boolean(),
    accounts: z.array(z.object({ accountId: z.uuid(), name: z.string(), role })),
  })
  .meta({ id: 'Me' });

/** What signing in came to: done, or the second step is asked for. */
const signedIn = z.object({ isSecondStepNeeded: z.boolean() });

export const sessionRoutes = defineRoutes({
  'GET /api/installation': {
    access: 'anyone',
    summary: 'What anybody may know: support contact, whether one may register, demo accounts',
    tag: 'session',
    response: z.object({
      support: z.object({ phone: z.string().nullable(), email: z.string().nullable() }),
      isSignUpOpen: z.boolean(),
      isMailOn: z.boolean(),
      exportEveryMinutes: z.number().int(),
      /** Accounts of the demo company; empty outside sandbox mode. */
      demoAccounts: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
      /** Addresses of the sandboxes; null outside sandbox mode. */
      sandboxes: z.object({ outsmart: z.string(), asperion: z.string() }).nullable(),
    }),
  },
  'GET /api/me': { access: 'person', summary: 'The person who is signed in', tag: 'session', response: me },
  'PUT /api/me': {
    access: 'person',
    summary: 'Change the own name',
    tag: 'session',
    body: z.object({ name }),
    response: done,
  },
  'POST /api/session': {
    access: 'anyone',
    summary: 'Sign in',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ email, password: z.string().min(1).max(128) }),
    response: signedIn,
  },
  'POST /api/session/second-step': {
    access: 'anyone',
    summary: 'Second step of signing in: a code of the authenticator app, or a backup code',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ code: z.string().trim().min(6).max(20), isBackupCode: z.boolean().default(false) }),
    response: done,
  },
  'DELETE /api/session': {
    access: 'person',
    summary: 'Sign out',
    tag: 'session',
    isForSessionsOnly: true,
    response: done,
  },
  'POST /api/registration': {
    access: 'anyone',
    summary: 'Register, with a new company or by an invitation',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({
      name,
      email,
      password,
      /** Exactly one of both. */
      companyName: name.nullable().default(null),
      invitationId: z.string().max(100).nullable().default(null),
    }),
    response: done,
  },
  'POST /api/companies': {
    access: 'person',
    summary: 'Create one more company, of which one becomes manager',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ name }),
    response: z.object({ accountId: z.uuid() }),
  },
  'GET /api/invitations/:invitationId': {
    access: 'anyone',
    summary: 'What an invitation is for',
    tag: 'session',
    params: z.object({ invitationId: z.string().max(100) }),
    response: z.object({ companyName: z.string(), email: z.string(), role, hasAccount: z.boolean() }),
  },
  'POST /api/invitations/:invitationId/acceptance': {
    access: 'person',
    summary: 'Accept an invitation as the person who is signed in',
    tag: 'session',
    isForSessionsOnly: true,
    params: z.object({ invitationId: z.string().max(100) }),
    response: z.object({ accountId: z.uuid() }),
  },
  'POST /api/password-reset': {
    access: 'anyone',
    summary: 'Ask for a mail to choose a new password; answers the same whether the address is known or not',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ email }),
    response: done,
  },
  'POST /api/password-reset/:token': {
    access: 'anyone',
    summary: 'Choose a new password with the token of the mail',
    tag: 'session',
    isForSessionsOnly: true,
    params: z.object({ token: z.string().max(200) }),
    body: z.object({ password }),
    response: done,
  },
  'PUT /api/me/password': {
    access: 'person',
    summary: 'Change the own password; signs out all other sessions',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ currentPassword: z.string().min(1).max(128), newPassword: password }),
    response: done,
  },
  'GET /api/me/sessions': {
    access: 'person',
    summary: 'Where one is signed in',
    tag: 'session',
    isForSessionsOnly: true,
    response: z.object({
      sessions: z.array(
        z.object({
          sessionId: z.string(),
          isCurrent: z.boolean(),
          userAgent: z.string(),
          createdAt: isoMoment,
          lastUsedAt: isoMoment,
        }),
      ),
    }),
  },
  'DELETE /api/me/sessions/:sessionId': {
    access: 'person',
    summary: 'Sign out elsewhere',
    tag: 'session',
    isForSessionsOnly: true,
    params: z.object({ sessionId: z.string().max(100) }),
    response: done,
  },
  'POST /api/me/two-factor': {
    access: 'person',
    summary: 'Begin two-step sign-in: the secret for the authenticator app; counts once a code was confirmed',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ password: z.string().min(1).max(128) }),
    response: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
  },
  'PUT /api/me/two-factor': {
    access: 'person',
    summary: 'Confirm two-step sign-in with a code',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ code: z.string().trim().min(6).max(8) }),
    response: done,
  },
  'DELETE /api/me/two-factor': {
    access: 'person',
    summary: 'End two-step sign-in',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ password: z.string().min(1).max(128) }),
    response: done,
  },
  'GET /api/me/api-keys': {
    access: 'person',
    summary: 'The own API keys; never the keys themselves',
    tag: 'session',
    isForSessionsOnly: true,
    response: z.object({
      keys: z.array(
        z.object({
          keyId: z.string(),
          name: z.string(),
          ending: z.string(),
          createdAt: isoMoment,
          lastUsedAt: isoMoment.nullable(),
        }),
      ),
    }),
  },
  'POST /api/me/api-keys': {
    access: 'person',
    summary: 'Make an API key; it is shown this once',
    tag: 'session',
    isForSessionsOnly: true,
    body: z.object({ name }),
    response: z.object({ keyId: z.string(), key: z.string() }),
  },
  'DELETE /api/me/api-keys/:keyId': {
    access: 'person',
    summary: 'Withdraw an API key',
    tag: 'session',
    isForSessionsOnly: true,
    params: z.object({ keyId: z.string().max(100) }),
    response: done,
  },
});
