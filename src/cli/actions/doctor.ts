/**
 * The command `doctor`: everything that is needed, checked from the ground up, with what to do about what is wrong. One
 * thing that is wrong keeps only what stands on it from being checked.
 */
import type { Config } from '../../config/config.ts';
import { ConfigProblems } from '../../config/config-problems.ts';
import { loadConfig } from '../../config/load-config.ts';
import { systemClock } from '../../kernel/clock.ts';
import { DatabaseClock } from '../../store/database-clock.ts';
import { findAccount } from '../../usecases/accounts.ts';
import { type Check, examineAccount } from '../../usecases/doctor.ts';
import type { Installation, OpenInstallation } from '../../usecases/installation.ts';
import { explain } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { wrapped } from '../show/wrapped.ts';
import type { Terminal } from '../terminal.ts';
import {
  checkClock,
  checkDatabase,
  checkDataFolder,
  checkDurability,
  checkNode,
  checkSystems,
} from './doctor-checks.ts';

export interface DoctorOptions {
  readonly accountName: string | undefined;
  readonly isJson: boolean;
}

/** Checks of one part: the program itself, or one account. */
interface CheckedPart {
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly checks: readonly Check[];
}

export async function examine(
  terminal: Terminal,
  open: OpenInstallation,
  { accountName, isJson }: DoctorOptions,
): Promise<ExitCode> {
  const parts: CheckedPart[] = [];
  const add = (part: CheckedPart) => {
    parts.push(part);
    if (!isJson) tellPart(terminal, part);
  };
  const { config, checks } = checkConfig();
  add({ account: null, checks: [checkNode(process.versions.node), ...checks] });
  if (config) await examineWith(config, open, accountName, add);
  const isWrong = parts.some((part) => part.checks.some(({ state }) => state === 'wrong'));
  if (isJson) terminal.printJson({ healthy: !isWrong, parts }, 'indented');
  else terminal.print(isWrong ? '\nEr is iets mis; wat er te doen is, staat erbij.' : '\nAlles is in orde.');
  return isWrong ? EXIT.failed : EXIT.done;
}

function checkConfig(): { config: Config | null; checks: Check[] } {
  try {
    const config = loadConfig();
    return {
      config,
      checks: [{ name: 'configuratie', state: 'good', text: 'begrepen; bekijk die met: koppeling config' }],
    };
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    const checks = error.problems.map(
      ({ variable, problem, remedy }): Check => ({ name: variable, state: 'wrong', text: `${problem}. ${remedy}` }),
    );
    return { config: null, checks };
  }
}

async function examineWith(
  config: Config,
  open: OpenInstallation,
  accountName: string | undefined,
  add: (part: CheckedPart) => void,
): Promise<void> {
  const folder = await checkDataFolder(config);
  add({ account: null, checks: [folder] });
  if (folder.state === 'wrong') return;
  let installation: Installation;
  try {
    installation = await open(config);
  } catch (error) {
    const { text } = await explain(error);
    return add({ account: null, checks: [{ name: 'database', state: 'wrong', text }] });
  }
  const clock = new DatabaseClock(systemClock);
  await clock.align(installation.parts.store.pool);
  const database = [await checkDatabase(installation), await checkDurability(installation), checkClock(clock.offMs)];
  add({ account: null, checks: [...database, ...(await checkSystems(config))] });
  await examineAccounts(installation, accountName, add);
}

async function examineAccounts(
  { parts }: Installation,
  accountName: string | undefined,
  add: (part: CheckedPart) => void,
): Promise<void> {
  const accounts =
    accountName === undefined ? await parts.store.accounts.list() : [await findAccount(parts, accountName)];
  if (accounts.length === 0) {
    add({
      account: null,
      checks: [
        { name: 'accounts', state: 'attention', text: 'nog geen. Maak er een met: koppeling account create NAAM' },
      ],
    });
  }
  for (const { id, name } of accounts) {
    const checks = await examineAccount(parts, parts.store.forAccount(id), name).catch(whyNot);
    add({ account: { id, name }, checks });
  }
}

/** What kept an account from being examined, such as a sandbox that does not start; others are examined all the same. */
async function whyNot(error: unknown): Promise<readonly Check[]> {
  return [{ name: 'controle', state: 'wrong', text: (await explain(error)).text }];
}

const MARKS = { good: '✓', attention: '!', wrong: '✗' } as const;
const NAME_CHARACTERS = 16;

function tellPart(terminal: Terminal, { account, checks }: CheckedPart): void {
  if (account) terminal.print(`\n${account.name}`);
  for (const { name, state, text } of checks) {
    const [first = '', ...others] = wrapped(
      text,
      0,
      terminal.columns === null ? null : terminal.columns - NAME_CHARACTERS - 3,
    ).split('\n');
    terminal.print(`${MARKS[state]} ${name.padEnd(NAME_CHARACTERS)} ${first}`);
    for (const line of others) terminal.print(`${' '.repeat(NAME_CHARACTERS + 3)}${line}`);
  }
}
