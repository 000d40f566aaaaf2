/**
 * The commands `links`, `link` and `unlink`: a person's word about which record in Asperion a code of OutSmart is.
 */
import type { ChoiceKind } from '../../model/record-choices.ts';
import { layLink, listLinks, type NewLink, removeLink } from '../../usecases/record-choices.ts';
import { dutchDate } from '../../usecases/sentences-numbers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { table } from '../show/table.ts';

const COLUMNS = [
  { title: 'Soort' },
  { title: 'Code in OutSmart' },
  { title: 'In Asperion' },
  { title: 'Naam', isFlexible: true },
  { title: 'Gekozen' },
] as const;

const KINDS: Readonly<Record<ChoiceKind, string>> = { debtor: 'debiteur', article: 'artikel' };

export async function showLinks(session: Session, accountName: string | undefined): Promise<ExitCode> {
  const { terminal, isJson } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const links = await listLinks(store);
  if (isJson) terminal.printJson({ account: named, links }, 'indented');
  else if (links.length === 0)
    terminal.print('Er zijn geen koppelingen. Leg er een met: koppeling link SOORT CODE DOEL');
  else {
    const rows = links.map(({ kind, code, targetCode, targetName, by, at }) => [
      ...[KINDS[kind], code, targetCode, targetName, `${dutchDate(at)} door ${by}`],
    ]);
    terminal.print(table(COLUMNS, rows, terminal.columns));
  }
  return EXIT.done;
}

export async function link(session: Session, wanted: NewLink, accountName: string | undefined): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  await layLink(session.parts, store, wanted, session.person);
  const { kind, code, targetCode } = wanted;
  const sentence = `${code} is voortaan ${KINDS[kind]} ${targetCode} in Asperion; wat daarop wachtte gaat met de volgende export mee.`;
  return tell(session, sentence, { account: named, kind, code, targetCode });
}

export async function unlink(
  session: Session,
  kind: ChoiceKind,
  code: string,
  accountName: string | undefined,
): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  await removeLink(store, kind, code, session.person);
  return tell(session, `${code} is niet meer gekoppeld.`, { account: named, kind, code });
}

function tell({ terminal, isJson }: Session, sentence: string, document: object): ExitCode {
  if (isJson) terminal.printJson(document, 'indented');
  else terminal.print(sentence);
  return EXIT.done;
}
