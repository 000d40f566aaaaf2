/**
 * The command `connect outsmart`. Never shows more of the token than its end.
 */
import { connectOutSmart } from '../../usecases/connect-outsmart.ts';
import { WrongUse } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { textFrom } from '../given-text.ts';
import { chooseAccount, type Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';

export interface TokenOptions {
  readonly token?: string;
  readonly tokenFile?: string;
}

export async function connectToOutSmart(
  session: Session,
  accountName: string | undefined,
  given: TokenOptions,
): Promise<ExitCode> {
  const { parts, terminal, isJson } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const { tokenEnding, workStatus, workStatuses } = await connectOutSmart(
    parts,
    store,
    await tokenFrom(given, terminal),
  );
  if (isJson) {
    terminal.printJson({ account: named, connected: true, tokenEnding, workStatus, workStatuses }, 'indented');
    return EXIT.done;
  }
  terminal.print(`${named.name} is verbonden met OutSmart, met token …${tokenEnding}.`);
  if (workStatus) {
    const made = workStatus.isCreated ? ' (nieuw gemaakt in OutSmart)' : '';
    terminal.print(`Werkbonnen gaan naar Asperion met werkbonstatus ${workStatus.code} – ${workStatus.name}${made}.`);
  } else {
    terminal.print(
      'Kies zelf de werkbonstatus waarmee werkbonnen naar Asperion gaan (workStatusCode in de instellingen). U hebt:',
    );
    for (const { code, name } of workStatuses) terminal.print(`  ${code} – ${name}`);
  }
  return EXIT.done;
}

async function tokenFrom({ token, tokenFile }: TokenOptions, terminal: Terminal): Promise<string> {
  if (token !== undefined && tokenFile !== undefined) throw new WrongUse('Kies --token of --token-file.');
  if (tokenFile !== undefined) return textFrom(tokenFile, terminal);
  if (token === '-') return terminal.readInput();
  if (token !== undefined) return token;
  if (terminal.isAnswering) return terminal.ask('OutSmart-token: ');
  throw new WrongUse('Geef het token met --token, --token-file of, met --token -, op standaardinvoer.');
}
