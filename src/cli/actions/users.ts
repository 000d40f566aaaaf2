/**
 * The commands about the people of this installation. A password is never an option: it would stand in the list of
 * processes.
 */
import type { User } from '../../identity/identity.ts';
import type { Role } from '../../identity/person.ts';
import { findAccount } from '../../usecases/accounts.ts';
import { dutchDate } from '../../usecases/sentences-numbers.ts';
import { WrongUse } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { textFrom } from '../given-text.ts';
import type { Session } from '../session.ts';
import { table } from '../show/table.ts';
import type { Terminal } from '../terminal.ts';

export async function createUser(
  session: Session,
  given: {
    readonly email: string;
    readonly name: string;
    readonly account?: string;
    /** One of the roles; the command sees to that. */
    readonly role: string;
    readonly operator?: boolean;
    readonly passwordFile?: string;
  },
): Promise<ExitCode> {
  const { installation, parts, terminal } = session;
  const account = given.account === undefined ? null : await findAccount(parts, given.account);
  const role = given.role as Role;
  const { email, name } = await installation.identity.users.create({
    email: given.email,
    name: given.name,
    password: await passwordFrom(given.passwordFile, terminal),
    isOperator: given.operator === true,
    membership: account && { account, role },
  });
  if (account) await remember(session, account.id, { action: 'member.added', parameters: { name, email, role } });
  return showOne(session, email, `Gebruiker ${email} is gemaakt.`);
}

export async function setUserRole(
  session: Session,
  email: string,
  given: { readonly account: string; readonly role: string },
): Promise<ExitCode> {
  const { installation, parts } = session;
  const { users } = installation.identity;
  const account = await findAccount(parts, given.account);
  const roleOf = (user: User | null) => user?.memberships.find((one) => one.accountId === account.id)?.role ?? null;
  const before = roleOf(await users.find(email));
  const user = await users.setRole(email, account, given.role as Role);
  const parameters = { name: user.name, email: user.email, role: given.role };
  if (before === null) await remember(session, account.id, { action: 'member.added', parameters });
  else if (before !== given.role) {
    const changes = [{ field: 'role', before, after: given.role }];
    await remember(session, account.id, { action: 'member.role-changed', parameters, changes });
  }
  return showOne(session, email, `${user.email} is ${ROLE_WORDS[given.role as Role]} van ${account.name}.`);
}

export async function setUserPassword(
  session: Session,
  email: string,
  { passwordFile, endTwoStep }: { readonly passwordFile?: string; readonly endTwoStep?: boolean },
): Promise<ExitCode> {
  const password = await passwordFrom(passwordFile, session.terminal);
  const options = { endsTwoFactor: endTwoStep === true };
  const user = await session.installation.identity.users.setPassword(email, password, options);
  return showOne(session, email, `${user.email} heeft een nieuw wachtwoord en is overal afgemeld.`);
}

export async function setUserOperator(
  session: Session,
  email: string,
  { on = false, off = false }: { readonly on?: boolean; readonly off?: boolean },
): Promise<ExitCode> {
  if (on === off) throw new WrongUse('Kies --on of --off.');
  const user = await session.installation.identity.users.setOperator(email, on);
  return showOne(session, email, `${user.email} beheert deze installatie ${on ? 'voortaan' : 'niet meer'}.`);
}

export async function removeUser(session: Session, email: string): Promise<ExitCode> {
  const { installation, terminal, isJson } = session;
  const { users } = installation.identity;
  const user = await users.find(email);
  const isRemoved = await users.remove(email);
  for (const { accountId } of user?.memberships ?? []) {
    const parameters = { name: user?.name ?? '', email: user?.email ?? '' };
    await remember(session, accountId, { action: 'member.removed', parameters });
  }
  if (isJson) terminal.printJson({ email, removed: isRemoved }, 'indented');
  else terminal.print(isRemoved ? `${email} is verwijderd.` : `Er was geen gebruiker ${email}.`);
  return EXIT.done;
}

const COLUMNS = [
  { title: 'E-mailadres' },
  { title: 'Naam', isFlexible: true },
  { title: 'Bedrijven', isFlexible: true },
  { title: 'Twee stappen' },
  { title: 'Beheer' },
  { title: 'Sinds' },
] as const;

export async function listUsers(session: Session): Promise<ExitCode> {
  const { installation, terminal, isJson } = session;
  const users = await documentsOf(session, await installation.identity.users.list());
  if (isJson) terminal.printJson({ users }, 'indented');
  else if (users.length === 0) terminal.print('Er is nog geen gebruiker. Maak er een met: koppeling user create');
  else terminal.print(table(COLUMNS, users.map(rowOf), terminal.columns));
  return EXIT.done;
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  manager: 'beheerder',
  office: 'kantoor',
  reader: 'alleen lezen',
};

type UserDocument = Awaited<ReturnType<typeof documentsOf>>[number];

function rowOf({ email, name, accounts, hasTwoFactor, isOperator, createdAt }: UserDocument): string[] {
  const memberships = accounts.map((account) => `${account.name} (${ROLE_WORDS[account.role]})`);
  const yes = (is: boolean) => (is ? 'ja' : 'nee');
  return [email, name, memberships.join(', '), yes(hasTwoFactor), yes(isOperator), dutchDate(createdAt)];
}

async function documentsOf({ parts }: Session, users: readonly User[]) {
  const names = new Map((await parts.store.accounts.list()).map(({ id, name }) => [id, name]));
  return users.map(({ userId, email, name, isOperator, hasTwoFactor, createdAt, memberships }) => ({
    id: userId,
    email,
    name,
    isOperator,
    hasTwoFactor,
    createdAt,
    accounts: memberships.map(({ accountId, role }) => ({ id: accountId, name: names.get(accountId) ?? '', role })),
  }));
}

async function showOne(session: Session, email: string, sentence: string): Promise<ExitCode> {
  const { installation, terminal, isJson } = session;
  const user = await installation.identity.users.find(email);
  if (isJson) terminal.printJson({ user: (await documentsOf(session, user ? [user] : []))[0] ?? null }, 'indented');
  else terminal.print(sentence);
  return EXIT.done;
}

async function remember(
  { parts, person }: Session,
  accountId: User['memberships'][number]['accountId'],
  entry: Omit<Parameters<ReturnType<Session['parts']['store']['forAccount']>['audit']['add']>[0], 'by'>,
): Promise<void> {
  await parts.store.forAccount(accountId).audit.add({ by: person, ...entry });
}

async function passwordFrom(file: string | undefined, terminal: Terminal): Promise<string> {
  // The line break at the end of a file is the editor's.
  if (file !== undefined) return (await textFrom(file, terminal)).replace(/\r?\n$/, '');
  if (!terminal.isAnswering) throw new WrongUse('Geef het wachtwoord met --password-file, of - voor standaardinvoer.');
  const password = await terminal.askSecretly('Wachtwoord: ');
  if ((await terminal.askSecretly('Nog een keer: ')) !== password)
    throw new WrongUse('De twee wachtwoorden zijn niet gelijk.');
  return password;
}
