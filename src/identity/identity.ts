/**
 * What the rest of the program may ask about people: who is asking, signing in and out, the people of a company, keys.
 * Types only, so that nobody has to load the library behind them (open-identity.ts) to know of them.
 *
 * Whatever cannot be done as asked is a Refusal. Operations that change who is signed in answer
 * the values of Set-Cookie headers.
 */
import type { AccountId } from '../model/ids.ts';
import type { Account } from '../store/accounts.ts';
import type { Language } from '../usecases/language.ts';
import type { Membership, Person, Role } from './person.ts';

/** One request of a browser, as far as it matters here. */
export interface Asker {
  readonly headers: Headers;
  /** In which somebody is mailed to. */
  readonly language: Language;
}

/** Values for Set-Cookie headers, one header each. */
export type Cookies = readonly string[];

export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Exactly one of both. */
  readonly companyName: string | null;
  readonly invitationId: string | null;
}

export interface SessionSeen {
  readonly sessionId: string;
  readonly isCurrent: boolean;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** Getting in and out. */
export interface SignIn {
  /** Refusals: session.refused (the same for an unknown address and a wrong password), session.too-often. */
  signIn(given: { readonly email: string; readonly password: string }, asker: Asker): Promise<SignedIn>;
  /** Refusals: session.code-refused, session.too-often, session.second-step-over (sign in anew). */
  secondStep(given: { readonly code: string; readonly isBackupCode: boolean }, asker: Asker): Promise<Cookies>;
  signOut(asker: Asker): Promise<Cookies>;
  /**
   * A new person, signed in, with a new company or by an invitation. Nothing half remains when it fails. Refusals:
   * registration.closed, registration.address-known, registration.other-address, registration.one-way, invitation.unknown,
   * account.name-taken and the like.
   */
  register(registration: Registration, asker: Asker): Promise<Registered>;
  /** Mails a link when the address is known and mail is on; tells nobody which. */
  askPasswordReset(email: string, asker: Asker): Promise<void>;
  /** Signs out everywhere. Refusals: password.link-over. */
  resetPassword(given: { readonly token: string; readonly password: string }, asker: Asker): Promise<void>;
}

export interface SignedIn {
  readonly isSecondStepNeeded: boolean;
  readonly cookies: Cookies;
}

export interface Registered {
  readonly cookies: Cookies;
  readonly userId: string;
  /** The company that was made, or that the invitation was for. */
  readonly accountId: AccountId;
}

/** What a person who is signed in does to their own sign-in. Refusals: password.wrong, session.too-often. */
export interface OwnAccount {
  changeName(name: string, asker: Asker): Promise<void>;
  /** Signs out all other sessions. */
  changePassword(
    given: { readonly currentPassword: string; readonly newPassword: string },
    asker: Asker,
  ): Promise<Cookies>;
  sessions(asker: Asker): Promise<readonly SessionSeen[]>;
  /** Does nothing when there is no such session any more. */
  revokeSession(sessionId: string, asker: Asker): Promise<Cookies>;
  /** Counts once a code was confirmed. Refusal two-factor.already. */
  beginTwoFactor(
    password: string,
    asker: Asker,
  ): Promise<{ readonly uri: string; readonly secret: string; readonly backupCodes: readonly string[] }>;
  /** Refusals: session.code-refused, two-factor.not-begun. */
  confirmTwoFactor(code: string, asker: Asker): Promise<Cookies>;
  endTwoFactor(password: string, asker: Asker): Promise<Cookies>;
}

export interface ApiKey {
  readonly keyId: string;
  readonly name: string;
  /** Its last characters, to tell keys apart. */
  readonly ending: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Personal keys for the HTTP API; only a hash of each is kept. */
export interface ApiKeys {
  list(userId: string): Promise<readonly ApiKey[]>;
  /** The key itself is answered this once. Refusal api-key.too-many. */
  create(userId: string, name: string): Promise<{ readonly keyId: string; readonly key: string }>;
  withdraw(userId: string, keyId: string): Promise<void>;
}

export interface Member {
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasTwoFactor: boolean;
}

export interface Invitation {
  readonly invitationId: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
  /** Where the invited person goes to. */
  readonly link: string;
}

/** A company and its people. */
export interface Companies {
  /** A new company with this person as its manager; both or nothing. Refusals as of createAccount. */
  create(person: Person, name: string): Promise<Account>;
  /** Refusals as of createAccount. */
  rename(accountId: AccountId, name: string): Promise<Account>;
  members(accountId: AccountId): Promise<readonly Member[]>;
  /** Those that can still be accepted. */
  invitations(accountId: AccountId): Promise<readonly Invitation[]>;
  /** Mails where mail is on; one that is still open is made anew. Refusals: invitation.member-already, invitation.too-many. */
  invite(
    accountId: AccountId,
    given: { readonly email: string; readonly role: Role },
    asker: Asker,
  ): Promise<Invitation>;
  /** Answers what was withdrawn. Refusal invitation.unknown. */
  withdrawInvitation(accountId: AccountId, invitationId: string, asker: Asker): Promise<Invitation>;
  /** Answers the member as it was. Refusals: member.unknown, member.last-manager. */
  changeRole(accountId: AccountId, memberId: string, role: Role, asker: Asker): Promise<Member>;
  /** Answers the member that was. Refusals: member.unknown, member.last-manager. */
  removeMember(accountId: AccountId, memberId: string, asker: Asker): Promise<Member>;
  /** What an invitation is for. Refusal invitation.unknown. */
  invitation(invitationId: string): Promise<InvitedTo>;
  /** Refusals: invitation.unknown, invitation.other-address, invitation.member-already. */
  accept(invitationId: string, asker: Asker): Promise<AccountId>;
}

export interface InvitedTo {
  readonly accountId: AccountId;
  readonly companyName: string;
  readonly email: string;
  readonly role: Role;
  /** Somebody with this address can already sign in. */
  readonly hasAccount: boolean;
}

export interface User {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly isOperator: boolean;
  readonly hasTwoFactor: boolean;
  readonly createdAt: Date;
  readonly memberships: readonly Membership[];
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly isOperator: boolean;
  /** The company of which to become a member. */
  readonly membership: { readonly account: Account; readonly role: Role } | null;
}

/** All people of this installation, for whoever runs it. Refusal user.unknown. */
export interface Users {
  list(): Promise<readonly User[]>;
  find(email: string): Promise<User | null>;
  /** Refusals: user.email-wrong, user.known, user.name-empty, password.length. */
  create(user: NewUser): Promise<User>;
  /** Makes an existing person a member, or gives the member another role. Refusal member.last-manager. */
  setRole(email: string, account: Account, role: Role): Promise<User>;
  /** Signs out everywhere; two-step sign-in ends when asked for. Refusal password.length. */
  setPassword(email: string, password: string, options: { readonly endsTwoFactor: boolean }): Promise<User>;
  setOperator(email: string, isOperator: boolean): Promise<User>;
  /** With memberships, sessions and keys; also the last manager of a company. Answers whether there was such a person. */
  remove(email: string): Promise<boolean>;
}

export interface Identity {
  /**
   * Who asks: by session cookie, or by `authorization: Bearer` and an API key. Null: nobody, also when the session ended,
   * the key was withdrawn or the user is gone.
   */
  personOf(headers: Headers): Promise<Person | null>;
  readonly signIn: SignIn;
  readonly own: OwnAccount;
  readonly keys: ApiKeys;
  readonly companies: Companies;
  readonly users: Users;
  /** Waits for mails on their way and lets go of the database. */
  close(): Promise<void>;
}
