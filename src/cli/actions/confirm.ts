/**
 * The command `confirm`: the first export may go, from now on by itself.
 */
import { confirmFirstExport } from '../../usecases/confirm-first-export.ts';
import { dutchDate } from '../../usecases/sentences-numbers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';

export async function confirm(
  session: Session,
  accountName: string | undefined,
  from: string | null,
): Promise<ExitCode> {
  const { terminal, isJson, person } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const { startDate } = await confirmFirstExport(store, person, from);
  if (isJson) terminal.printJson({ account: named, confirmed: true, startDate }, 'indented');
  else {
    const since = startDate === null ? '' : ` Werkbonnen van voor ${dutchDate(startDate)} gaan niet.`;
    terminal.print(
      `De eerste export van ${named.name} is bevestigd.${since} Werkbonnen gaan nu vanzelf, of meteen met: koppeling sync --job export`,
    );
  }
  return EXIT.done;
}
