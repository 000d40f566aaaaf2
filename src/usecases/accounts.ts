/**
 * Creating and finding the companies of this installation.
 */
import { dayInAmsterdam, daysAfter } from '../kernel/dates.ts';
import { type Account, AccountNameTaken } from '../store/accounts.ts';
import { Refusal, type UseCaseParts } from './parts.ts';

const NAME_CHARACTERS_MAX = 100;

/** Creates a company. Refusals: account.name-empty, account.name-too-long, account.name-taken. */
export async function createAccount(
  { store, clock, trialDays }: Pick<UseCaseParts, 'store' | 'clock' | 'trialDays'>,
  name: string,
): Promise<Account> {
  const trimmed = name.trim();
  if (trimmed === '')
    throw new Refusal('account.name-empty', 'Geef het account een naam, bijvoorbeeld de bedrijfsnaam.');
  if (trimmed.length > NAME_CHARACTERS_MAX)
    throw new Refusal('account.name-too-long', `Een naam heeft ten hoogste ${NAME_CHARACTERS_MAX} tekens.`);
  try {
    return await store.accounts.create(trimmed, daysAfter(dayInAmsterdam(clock.now()), trialDays));
  } catch (error) {
    if (error instanceof AccountNameTaken)
      throw new Refusal('account.name-taken', `Er is al een account met de naam "${trimmed}". Kies een andere naam.`);
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
    throw new Refusal(
      'account.unknown',
      `Er is geen account "${nameOrId}". ${all.length > 0 ? `Wel: ${names}.` : 'Maak er een met: account create NAAM.'}`,
    );
  }
  const [only, second] = all;
  if (!only) throw new Refusal('account.none', 'Er is nog geen account. Maak er een met: account create NAAM.');
  if (second) throw new Refusal('account.not-named', `Noem het account met --account. Er zijn er meer: ${names}.`);
  return only;
}
