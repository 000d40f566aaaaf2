/**
 * What every part of identity works with. Types only; not for the rest of the program.
 */
import type { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Account, Accounts } from '../store/accounts.ts';
import type { Language } from '../usecases/language.ts';
import type { KeyBook } from './api-keys.ts';
import type { Attempts } from './attempts.ts';
import type { Auth } from './auth.ts';
import type { AuthDatabase } from './auth-tables.ts';
import type { Background } from './background.ts';

/** The use case that makes a company, on the list of accounts that it is handed. */
export type CreateAccount = (accounts: Accounts, name: string) => Promise<Account>;
/** The use case that renames one. */
export type RenameAccount = (accounts: Accounts, accountId: Account['id'], name: string) => Promise<Account>;

export interface IdentityParts {
  readonly auth: Auth;
  readonly db: AuthDatabase;
  /** Connections that only hold locks: who waits for one must not keep its holder from a connection. */
  readonly locks: AuthDatabase;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailer: Mailer;
  readonly attempts: Attempts;
  readonly keys: KeyBook;
  readonly background: Background;
  /** In which language the person is mailed to whom the library has us mail. */
  readonly language: AsyncLocalStorage<Language>;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly isSignUpOpen: boolean;
  readonly createAccount: CreateAccount;
  readonly renameAccount: RenameAccount;
}
