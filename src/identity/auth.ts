/**
 * better-auth as this program uses it: passwords, sessions, two-step sign-in and invitations in the schema `auth`. Only its
 * functions are called; none of its HTTP routes is served, so what our own routes do not offer cannot be asked for.
 */
import { hkdfSync } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { organization, twoFactor } from 'better-auth/plugins';
import { createAccessControl } from 'better-auth/plugins/access';
import { defaultStatements } from 'better-auth/plugins/organization/access';
import type { Logger } from '../kernel/logger.ts';
import type { AuthDatabase } from './auth-tables.ts';

export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 128;
export const INVITATION_DAYS = 7;
const DAY_SECONDS = 86_400;
const SESSION_DAYS = 30;
/** How old `last used` of a session may be. */
const SESSION_TOUCH_SECONDS = 600;
export const RESET_MINUTES = 60;
const PEOPLE_OF_ONE_COMPANY_MAX = 500;

export interface AuthParts {
  readonly db: AuthDatabase;
  /** The installation's key; an own secret is derived from it. */
  readonly secretKey: Uint8Array;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly logger: Logger;
  /** Mails the link to choose a new password; must not take longer for one person than for another. */
  onPasswordReset(asked: { readonly email: string; readonly name: string; readonly token: string }): void;
}

/** The library over one database. */
export function createAuth(parts: AuthParts) {
  return betterAuth(authOptions(parts));
}

export type Auth = ReturnType<typeof createAuth>;

const access = createAccessControl(defaultStatements);
const roles = {
  manager: access.newRole({
    organization: ['update'],
    member: ['create', 'update', 'delete'],
    invitation: ['create', 'cancel'],
  }),
  office: access.newRole({}),
  reader: access.newRole({}),
};

function authOptions({ db, secretKey, publicUrl, logger, onPasswordReset }: AuthParts) {
  return {
    appName: 'Koppeling',
    baseURL: publicUrl,
    secret: Buffer.from(hkdfSync('sha256', secretKey, '', 'koppeling identity', 32)).toString('base64url'),
    telemetry: { enabled: false },
    // What it logs may name people; that something went wrong, and where, may not.
    logger: {
      level: 'error',
      disableColors: true,
      log: (_level, message) => logger.error({ part: 'identity' }, message),
    },
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      // People are made by our own registration, together with their company.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      sendResetPassword: async ({ user, token }) => onPasswordReset({ email: user.email, name: user.name, token }),
    },
    user: { additionalFields: { isOperator: { type: 'boolean', required: true, defaultValue: false, input: false } } },
    session: {
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      updateAge: SESSION_TOUCH_SECONDS,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      cookiePrefix: 'koppeling',
      useSecureCookies: !isPlainLocalhost(publicUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: 'uuid' },
    },
    plugins: [
      organization({
        ac: access,
        roles,
        creatorRole: 'manager',
        invitationExpiresIn: INVITATION_DAYS * DAY_SECONDS,
        cancelPendingInvitationsOnReInvite: true,
        invitationLimit: PEOPLE_OF_ONE_COMPANY_MAX,
        membershipLimit: PEOPLE_OF_ONE_COMPANY_MAX,
      }),
      twoFactor({ issuer: 'Koppeling' }),
    ],
  } satisfies BetterAuthOptions;
}

/** Browsers send cookies that are for secure connections only to nobody else, and know localhost as an exception not everywhere. */
function isPlainLocalhost(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
