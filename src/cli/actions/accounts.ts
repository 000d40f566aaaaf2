/**
 * The commands `account create`, `account list`, `account suspend` and `account resume`.
 */
import { ASPERION_CONNECTOR } from '../../model/licence.ts';
import type { Account } from '../../store/accounts.ts';
import { createAccount } from '../../usecases/accounts.ts';
import { licenceStateOf, orderLicence } from '../../usecases/licences.ts';
import { licenceSentence, licenceWord } from '../../usecases/sentences-licences.ts';
import { dutchDate } from '../../usecases/sentences-numbers.ts';
import { resumeAccount, suspendAccount } from '../../usecases/suspend-account.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { table } from '../show/table.ts';
import { licenceOf } from './licences.ts';

export async function createNamedAccount(
  { parts, terminal, isJson, person }: Session,
  name: string,
  { isOrdering }: { readonly isOrdering: boolean },
): Promise<ExitCode> {
  const account = await createAccount(parts, name);
  const store = parts.store.forAccount(account.id);
  if (isOrdering) await orderLicence(store, ASPERION_CONNECTOR, person);
  if (isJson) {
    const { id, createdAt } = account;
    const licence = await licenceStateOf(store);
    terminal.printJson({ account: { id, name: account.name, createdAt, licence } }, 'indented');
    return EXIT.done;
  }
  terminal.print(`Account ${account.name} is gemaakt (${account.id}).`);
  terminal.print(licenceSentence(await licenceOf({ parts }, store, ASPERION_CONNECTOR)));
  terminal.print(`Verbind nu met OutSmart: koppeling connect outsmart "${account.name}" --token-file BESTAND`);
  return EXIT.done;
}

const COLUMNS = [
  { title: 'Naam', isFlexible: true },
  { title: 'OutSmart' },
  { title: 'Asperion' },
  { title: 'Instellingen' },
  { title: 'Licentie' },
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

async function stateOf(store: Session['parts']['store'], { id, name, createdAt, stopped, suspendedAt }: Account) {
  const account = store.forAccount(id);
  const [outsmart, asperion, settings, licence] = await Promise.all([
    account.connections.outsmart(),
    account.connections.asperion(),
    account.settings.current(),
    licenceStateOf(account),
  ]);
  return {
    id,
    name,
    createdAt,
    outsmart: outsmart?.state ?? DISCONNECTED,
    asperion: asperion?.state ?? DISCONNECTED,
    settingsVersion: settings?.version ?? null,
    administrationId: settings?.value.administrationId ?? null,
    licence,
    suspendedAt,
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
  const { name, outsmart, asperion, settingsVersion, licence, createdAt, id } = state;
  const settings = settingsVersion === null ? 'nog niet opgeslagen' : `versie ${settingsVersion}`;
  return [
    name,
    CONNECTION_WORDS[outsmart],
    CONNECTION_WORDS[asperion],
    settings,
    licenceWord(licence),
    standOf(state),
    dutchDate(createdAt),
    id,
  ];
}

function standOf({ stopped, suspendedAt }: Awaited<ReturnType<typeof stateOf>>): string {
  if (suspendedAt !== null) return 'stilgezet';
  return stopped ? 'staat stil' : 'loopt';
}

export async function changeSuspension(
  session: Session,
  change: 'suspend' | 'resume',
  accountName: string,
): Promise<ExitCode> {
  const { parts, terminal, isJson, person } = session;
  const { account, named } = await chooseAccount(session, accountName);
  const isSuspending = change === 'suspend';
  await (isSuspending ? suspendAccount : resumeAccount)(parts, account.id, person);
  if (isJson) terminal.printJson({ account: named, suspended: isSuspending }, 'indented');
  else terminal.print(isSuspending ? `${named.name} is stilgezet.` : `${named.name} gaat weer verder.`);
  return EXIT.done;
}
