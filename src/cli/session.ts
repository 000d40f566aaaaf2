/**
 * What a command works with: the opened program and the person who asked. Types and a few words only; opening and closing
 * is run-command.ts's.
 */
import { userInfo } from 'node:os';
import type { Account } from '../store/accounts.ts';
import type { AccountStore } from '../store/store.ts';
import type { Installation } from '../usecases/installation.ts';
import type { UseCaseParts } from '../usecases/parts.ts';
import { WrongUse } from './errors.ts';
import type { Terminal } from './terminal.ts';

export interface Session {
  readonly terminal: Terminal;
  readonly installation: Installation;
  readonly parts: UseCaseParts;
  /** Who asked, as it is remembered: `cli:maria`. */
  readonly person: string;
  /** Standard output is for a program. */
  readonly isJson: boolean;
  /** Commands with an ending of their own take over what Ctrl-C means; the function answers how to give it back. */
  takeInterrupts(listener: () => void): () => void;
}

/** One company to work on. */
export interface ChosenAccount {
  readonly account: Account;
  readonly store: AccountStore;
  /** For documents. */
  readonly named: { readonly id: string; readonly name: string };
}

/** The operating system's user, for the record of who did what. */
export function personAtTerminal(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container may run as a number without a name.
    return `cli:${process.getuid?.() ?? 'onbekend'}`;
  }
}

/**
 * The account that was named, or the only one there is; the latter is said. Refusals: account.unknown, account.not-named,
 * account.none.
 */
export async function chooseAccount(
  { parts, terminal, isJson }: Session,
  name: string | undefined,
): Promise<ChosenAccount> {
  const { findAccount } = await import('../usecases/accounts.ts');
  const account = await findAccount(parts, name ?? null);
  if (name === undefined && !isJson) terminal.tell(`Account: ${account.name}`);
  return { account, store: parts.store.forAccount(account.id), named: { id: account.id, name: account.name } };
}

/** An account that may be given as argument and as option, for whichever a person types. Throws WrongUse for two different ones. */
export function accountNamed(argument: string | undefined, option: string | undefined): string | undefined {
  if (argument !== undefined && option !== undefined && argument !== option) {
    throw new WrongUse(`Noem één account: "${argument}" of "${option}".`);
  }
  return argument ?? option;
}
