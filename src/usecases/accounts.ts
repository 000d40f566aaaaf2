/**
 * Creating and finding the companies of this installation.
 */
import { dayInAmsterdam, daysAfter } from '../kernel/dates.ts';
import type { AccountId } from '../model/ids.ts';
import { type Account, AccountNameTaken } from '../store/accounts.ts';
import type { UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

const NAME_CHARACTERS_MAX = 100;

interface NamingParts {
  /** Companies as they are, or as they will be when a transaction ends. */
  readonly store: Pick<UseCaseParts['store'], 'accounts'>;
}

/** Creates a company. Refusals: account.name-empty, account.name-too-long, account.name-taken. */
export async function createAccount(
  { store, clock, trialDays }: NamingParts & Pick<UseCaseParts, 'clock' | 'trialDays'>,
  name: string,
): Promise<Account> {
  const trialUntil = daysAfter(dayInAmsterdam(clock.now()), trialDays);
  return named(name, (judged) => store.accounts.create(judged, trialUntil));
}

/** Gives a company another name. Refusals as of createAccount, and account.gone. */
export async function renameAccount({ store }: NamingParts, accountId: AccountId, name: string): Promise<Account> {
  const renamed = await named(name, (judged) => store.accounts.rename(accountId, judged));
  if (renamed) return renamed;
  throw refusal('account.gone');
}

async function named<T>(name: string, write: (judged: string) => Promise<T>): Promise<T> {
  const trimmed = name.trim();
  if (trimmed === '') throw refusal('account.name-empty');
  if (trimmed.length > NAME_CHARACTERS_MAX) throw refusal('account.name-too-long', { max: NAME_CHARACTERS_MAX });
  try {
    return await write(trimmed);
  } catch (error) {
    if (error instanceof AccountNameTaken) throw refusal('account.name-taken', { name: trimmed });
    throw error;
  }
}

/** The account of that name or id; without one, the only account there is. Refusals: account.unknown, account.not-named, account.none. */
export async function findAccount({ store }: Pick<UseCaseParts, 'store'>, nameOrId: string | null): Promise<Account> {
  const all = await store.accounts.list();
  const names = all.map((account) => account.name).join(', ');
  if (nameOrId !== null) {
    const found = await store.accounts.find(nameOrId);
    if (found) return found;
    throw refusal('account.unknown', { name: nameOrId, others: names });
  }
  const [only, second] = all;
  if (!only) throw refusal('account.none');
  if (second) throw refusal('account.not-named', { others: names });
  return only;
}
