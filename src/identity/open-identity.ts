/**
 * Opens identity on a database that is at the newest migration. The only file that names all its parts; loading it takes
 * near half a second, so whoever need not know people does not load it (lazy-identity.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import { newPasswordLetter } from '../mail/letters.ts';
import type { Mailer } from '../mail/mailer.ts';
import { openPool } from '../store/pool.ts';
import type { Language } from '../usecases/language.ts';
import { keyBookOf } from './api-keys.ts';
import { attemptsOf } from './attempts.ts';
import { createAuth, RESET_MINUTES } from './auth.ts';
import type { AuthTables } from './auth-tables.ts';
import { openBackground } from './background.ts';
import { companiesOf } from './companies.ts';
import type { Identity } from './identity.ts';
import type { CreateAccount, IdentityParts, RenameAccount } from './identity-parts.ts';
import { ownAccountOf } from './own-account.ts';
import { passwordLink } from './page-links.ts';
import { personOf } from './person-of.ts';
import { signInOf } from './sign-in.ts';
import { usersOf } from './users.ts';

export interface IdentityOptions {
  readonly connection: pg.PoolConfig;
  /** The installation's 32 bytes. */
  readonly secretKey: Uint8Array;
  /** Where people reach the page, without a slash at its end. */
  readonly publicUrl: string;
  /** Closed by who opened it, after this. */
  readonly mailer: Mailer;
  /** Whether one may register without an invitation. */
  readonly isSignUpOpen: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly createAccount: CreateAccount;
  readonly renameAccount: RenameAccount;
}

/** A pool of its own: who asks is to be known while the work of a night has every other connection. */
const CONNECTIONS_MAX = 4;

export function openIdentity(options: IdentityOptions): Identity {
  const { connection, secretKey, publicUrl, mailer, clock, logger } = options;
  const pool = openPool({ ...connection, max: CONNECTIONS_MAX });
  const db = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) });
  const lockPool = openPool({ ...connection, max: 1 });
  const locks = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool: lockPool }) });
  const background = openBackground(logger);
  const language = new AsyncLocalStorage<Language>();
  const auth = createAuth({
    db,
    secretKey,
    publicUrl,
    logger,
    onPasswordReset({ email, name, token }) {
      const facts = { name, link: passwordLink(publicUrl, token), validMinutes: RESET_MINUTES };
      background.run(() => mailer.send(newPasswordLetter(email, facts, language.getStore() ?? 'nl')));
    },
  });
  const keys = keyBookOf(db, clock);
  const { isSignUpOpen, createAccount, renameAccount } = options;
  const opened = { auth, db, locks, clock, logger, mailer, keys, background, language, publicUrl, isSignUpOpen };
  const parts: IdentityParts = { ...opened, attempts: attemptsOf(db, clock), createAccount, renameAccount };
  return {
    personOf: (headers) => personOf(parts, headers),
    signIn: signInOf(parts),
    own: ownAccountOf(parts),
    keys,
    companies: companiesOf(parts),
    users: usersOf(parts),
    async close() {
      await background.settled();
      await Promise.all([db.destroy(), locks.destroy()]);
    },
  };
}
