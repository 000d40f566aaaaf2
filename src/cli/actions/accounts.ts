/**
 * The commands `account create` and `account list`.
 */
import type { Account } from '../../store/accounts.ts';
import { createAccount } from '../../usecases/accounts.ts';
import { dutchDate } from '../../usecases/sentences-numbers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { table } from '../show/table.ts';

export async function createNamedAccount({ parts, terminal, isJson }: Session, name: string): Promise<ExitCode> {
  const account = await createAccount(parts, name);
  if (isJson) {
    const { id, createdAt } = account;
    terminal.printJson({ account: { id, name: account.name, createdAt } }, 'indented');
    return EXIT.done;
  }
  terminal.print(`Account ${account.name} is gemaakt (${account.id}).`);
  terminal.print(`Verbind nu met OutSmart: koppeling connect outsmart "${account.name}" --token-file BESTAND`);
  return EXIT.done;
}

const COLUMNS = [
  { title: 'Naam', isFlexible: true },
  { title: 'OutSmart' },
  { title: 'Asperion' },
  { title: 'Instellingen' },
  { title: 'Stand' },
  { title: 'Sinds' },
  { title: 'Id' },
] as const;

export async function listAccounts({ parts, terminal, isJson }: Session): Promise<ExitCode> {
  const accounts = await parts.store.accounts.list();
  const states = await Promise.all(accounts.map((account) => stateOf(parts.store, account)));
  if (isJson) terminal.printJson({ accounts: states }, 'indented');
  else if (states.length === 0)
    terminal.print('Er is nog geen account. Maak er een met: koppeling account create NAAM');
  else terminal.print(table(COLUMNS, states.map(rowOf), terminal.columns));
  return EXIT.done;
}

const DISCONNECTED = 'disconnected' as const;

async function stateOf(store: Session['parts']['store'], { id, name, createdAt, stopped }: Account) {
  const account = store.forAccount(id);
  const [outsmart, asperion, settings] = await Promise.all([
    account.connections.outsmart(),
    account.connections.asperion(),
    account.settings.current(),
  ]);
  return {
    id,
    name,
    createdAt,
    outsmart: outsmart?.state ?? DISCONNECTED,
    asperion: asperion?.state ?? DISCONNECTED,
    settingsVersion: settings?.version ?? null,
    administrationId: settings?.value.administrationId ?? null,
    stopped: stopped === null ? null : { code: stopped.code, at: stopped.at },
  };
}

type ConnectionState = 'connected' | 'refused' | 'ended' | 'disconnected';

const CONNECTION_WORDS: Readonly<Record<ConnectionState, string>> = {
  connected: 'verbonden',
  refused: 'geweigerd',
  ended: 'verbroken',
  disconnected: 'niet verbonden',
};

function rowOf(state: Awaited<ReturnType<typeof stateOf>>): string[] {
  const { name, outsmart, asperion, settingsVersion, stopped, createdAt, id } = state;
  const settings = settingsVersion === null ? 'nog niet opgeslagen' : `versie ${settingsVersion}`;
  return [
    name,
    CONNECTION_WORDS[outsmart],
    CONNECTION_WORDS[asperion],
    settings,
    stopped ? 'staat stil' : 'loopt',
    dutchDate(createdAt),
    id,
  ];
}
