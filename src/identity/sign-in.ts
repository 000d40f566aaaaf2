/**
 * Getting in and out: with a password, a second step, an invitation, a mail for who forgot. What it says never depends on
 * whether an address is known; registering is the exception that cannot be avoided without a confirmed address.
 */
import type { AccountId } from '../model/ids.ts';
import type { Asker, Cookies, Registered, Registration, SignedIn, SignIn } from './identity.ts';
import type { IdentityParts } from './identity-parts.ts';
import { acceptInvitation, invitedTo } from './invitations.ts';
import { cookiesOf, forwarded, forwardedForSecondStep, translated, withSession } from './library-call.ts';
import { createCompany } from './new-company.ts';
import { foldedEmail, insertPerson } from './new-records.ts';
import { refusal } from './refusals.ts';

export function signInOf(parts: IdentityParts): SignIn {
  const { auth, attempts, background, language: speaking } = parts;
  return {
    signIn: ({ email, password }, asker) => signInWithPassword(parts, email, password, asker),
    async secondStep({ code, isBackupCode }, { headers }) {
      const given = { body: { code: typedCode(code, isBackupCode) }, headers: forwardedForSecondStep(headers) };
      const called = isBackupCode
        ? auth.api.verifyBackupCode({ ...given, returnHeaders: true })
        : auth.api.verifyTOTP({ ...given, returnHeaders: true });
      const { headers: answered, response } = await translated<{
        headers: Headers;
        response: { user: { email: string } };
      }>(called, SECOND_STEP_REFUSALS);
      await attempts.forget('sign-in', response.user.email);
      return cookiesOf(answered);
    },
    async signOut({ headers }) {
      const called = auth.api.signOut({ headers: forwarded(headers), returnHeaders: true });
      return cookiesOf((await translated(called)).headers);
    },
    register: (registration, asker) => register(parts, registration, asker),
    async askPasswordReset(email, { language }) {
      // Answered before it is known whether there is such an address, so that the time it takes tells nothing.
      background.run(async () => {
        if (!parts.mailer.isOn || !(await attempts.take('reset', email))) return;
        await speaking.run(language, () => auth.api.requestPasswordReset({ body: { email: foldedEmail(email) } }));
      });
    },
    async resetPassword({ token, password }) {
      await translated(auth.api.resetPassword({ body: { token, newPassword: password } }), {
        INVALID_TOKEN: 'password.link-over',
        USER_NOT_FOUND: 'password.link-over',
        ...PASSWORD_LENGTH_REFUSALS,
      });
    },
  };
}

export const PASSWORD_LENGTH_REFUSALS = {
  PASSWORD_TOO_SHORT: 'password.length',
  PASSWORD_TOO_LONG: 'password.length',
} as const;

export const CODE_REFUSALS = {
  INVALID_CODE: 'session.code-refused',
  INVALID_BACKUP_CODE: 'session.code-refused',
} as const;

const SECOND_STEP_REFUSALS = {
  ...CODE_REFUSALS,
  INVALID_TWO_FACTOR_COOKIE: 'session.second-step-over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'session.second-step-over',
  TOTP_NOT_ENABLED: 'session.second-step-over',
  BACKUP_CODES_NOT_ENABLED: 'session.second-step-over',
  ACCOUNT_TEMPORARILY_LOCKED: 'session.too-often',
} as const;

/** As apps show it, `123 456`. */
export function typedCode(code: string, isBackupCode: boolean): string {
  return isBackupCode ? code.trim() : code.replaceAll(/\s/g, '');
}

async function signInWithPassword(
  { auth, attempts }: IdentityParts,
  email: string,
  password: string,
  { headers }: Asker,
): Promise<SignedIn> {
  if (!(await attempts.take('sign-in', email))) throw refusal('session.too-often');
  const called = auth.api.signInEmail({
    body: { email: foldedEmail(email), password },
    headers: forwarded(headers),
    returnHeaders: true,
  });
  const { headers: answered, response } = await translated(called, {
    INVALID_EMAIL_OR_PASSWORD: 'session.refused',
    INVALID_EMAIL: 'session.refused',
    PASSWORD_TOO_LONG: 'session.refused',
  });
  const isSecondStepNeeded = 'twoFactorRedirect' in response;
  // A password alone does not end the counting for who has a second step: it would give away unlimited tries at the code.
  if (!isSecondStepNeeded) await attempts.forget('sign-in', email);
  return { isSecondStepNeeded, cookies: cookiesOf(answered) };
}

async function register(parts: IdentityParts, registration: Registration, asker: Asker): Promise<Registered> {
  const { companyName, invitationId } = registration;
  if ((companyName === null) === (invitationId === null)) throw refusal('registration.one-way');
  if (companyName !== null) {
    if (!parts.isSignUpOpen) throw refusal('registration.closed');
    const { userId, accountId } = await withNewCompany(parts, registration, companyName);
    return { userId, accountId, cookies: await firstSignIn(parts, registration, asker) };
  }
  return registerByInvitation(parts, registration, invitationId ?? '', asker);
}

async function withNewCompany(
  { db, auth, clock, createAccount }: IdentityParts,
  { name, email, password }: Registration,
  companyName: string,
): Promise<{ userId: string; accountId: AccountId }> {
  const { password: passwords } = await auth.$context;
  const passwordHash = await passwords.hash(password);
  return db.transaction().execute(async (trx) => {
    const userId = await insertPerson(trx, { name, email, passwordHash, isOperator: false }, clock.now());
    if (userId === null) throw refusal('registration.address-known');
    const account = await createCompany({ db: trx, clock, createAccount }, userId, companyName);
    return { userId, accountId: account.id };
  });
}

/** When accepting fails after all, the person is there, can sign in and accept the invitation, which is still open. */
async function registerByInvitation(
  parts: IdentityParts,
  { name, email, password }: Registration,
  invitationId: string,
  asker: Asker,
): Promise<Registered> {
  const { db, auth, clock } = parts;
  const invitation = await invitedTo(parts, invitationId);
  if (foldedEmail(email) !== foldedEmail(invitation.email)) throw refusal('registration.other-address');
  const { password: passwords } = await auth.$context;
  const passwordHash = await passwords.hash(password);
  const userId = await db
    .transaction()
    .execute((trx) => insertPerson(trx, { name, email, passwordHash, isOperator: false }, clock.now()));
  if (userId === null) throw refusal('registration.address-known');
  const cookies = await firstSignIn(parts, { email, password }, asker);
  await acceptInvitation(parts, invitationId, withSession(asker.headers, cookies));
  return { userId, accountId: invitation.accountId, cookies };
}

async function firstSignIn(
  parts: IdentityParts,
  { email, password }: Pick<Registration, 'email' | 'password'>,
  asker: Asker,
): Promise<Cookies> {
  // What somebody else tried with the address before it was known here does not count.
  await parts.attempts.forget('sign-in', email);
  return (await signInWithPassword(parts, email, password, asker)).cookies;
}
