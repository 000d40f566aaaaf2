/**
 * What people do to their own sign-in: name, password, sessions elsewhere, two-step sign-in.
 */

import type { Asker, Cookies, OwnAccount } from './identity.ts';
import type { IdentityParts } from './identity-parts.ts';
import { isId } from './invitations.ts';
import { cookiesOf, forwarded, translated } from './library-call.ts';
import { sessionOf } from './person-of.ts';
import { refusal } from './refusals.ts';
import { CODE_REFUSALS, PASSWORD_LENGTH_REFUSALS, typedCode } from './sign-in.ts';

const WRONG_PASSWORD = { INVALID_PASSWORD: 'password.wrong' } as const;
const SESSIONS_SHOWN_MAX = 100;

export function ownAccountOf(parts: IdentityParts): OwnAccount {
  const { auth, db, clock } = parts;
  return {
    async changeName(name, { headers }) {
      await translated(auth.api.updateUser({ body: { name: name.trim() }, headers: forwarded(headers) }));
    },
    async changePassword(given, asker) {
      return withOwnPassword(parts, asker, (headers) =>
        auth.api.changePassword({ body: { ...given, revokeOtherSessions: true }, headers, returnHeaders: true }),
      ).then(({ headers }) => cookiesOf(headers));
    },
    async sessions(asker) {
      const { sessionId, userId } = await requireSession(parts, asker);
      const rows = await db
        .selectFrom('auth.session')
        .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
        .where('userId', '=', userId)
        .where('expiresAt', '>', clock.now())
        .orderBy('updatedAt', 'desc')
        .limit(SESSIONS_SHOWN_MAX)
        .execute();
      return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
        sessionId: id,
        isCurrent: id === sessionId,
        userAgent: userAgent ?? '',
        createdAt,
        lastUsedAt: updatedAt,
      }));
    },
    revokeSession: (sessionId, asker) => revokeSession(parts, sessionId, asker),
    async beginTwoFactor(password, asker) {
      const { response } = await withOwnPassword(parts, asker, (headers) =>
        auth.api.enableTwoFactor({ body: { password }, headers, returnHeaders: true }),
      );
      if (response.method !== 'totp') throw new Error('two-step sign-in began another way than asked');
      const { totpURI: uri, backupCodes } = response;
      return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes };
    },
    async confirmTwoFactor(code, asker) {
      const { headers } = asker;
      // Without a session the library would take it for the second step of signing in.
      await requireSession(parts, asker);
      const body = { code: typedCode(code, false) };
      const called = auth.api.verifyTOTP({ body, headers: forwarded(headers), returnHeaders: true });
      const refusals = { ...CODE_REFUSALS, TOTP_NOT_ENABLED: 'two-factor.not-begun' } as const;
      return cookiesOf((await translated(called, refusals)).headers);
    },
    async endTwoFactor(password, asker) {
      return withOwnPassword(parts, asker, (headers) =>
        auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
      ).then(({ headers }) => cookiesOf(headers));
    },
  };
}

async function requireSession({ auth }: IdentityParts, { headers }: Asker) {
  const session = await sessionOf(auth, headers);
  if (!session) throw refusal('session.none');
  return session;
}

/** A session left open must not become a way to guess the password that goes with it. */
async function withOwnPassword<T>(
  parts: IdentityParts,
  asker: Asker,
  call: (headers: Headers) => Promise<T>,
): Promise<T> {
  const { attempts } = parts;
  const { userId } = await requireSession(parts, asker);
  if (!(await attempts.take('password', userId))) throw refusal('session.too-often');
  const answer = await translated(call(forwarded(asker.headers)), {
    ...WRONG_PASSWORD,
    ...PASSWORD_LENGTH_REFUSALS,
    TOTP_ALREADY_ENABLED: 'two-factor.already',
  });
  await attempts.forget('password', userId);
  return answer;
}

async function revokeSession(parts: IdentityParts, revokedId: string, asker: Asker): Promise<Cookies> {
  const { auth, db } = parts;
  const { sessionId, userId } = await requireSession(parts, asker);
  if (revokedId === sessionId) {
    const called = auth.api.signOut({ headers: forwarded(asker.headers), returnHeaders: true });
    return cookiesOf((await translated(called)).headers);
  }
  if (isId(revokedId))
    await db.deleteFrom('auth.session').where('id', '=', revokedId).where('userId', '=', userId).execute();
  return [];
}
