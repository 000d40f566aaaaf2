/**
 * The command `faults`: what the foreign systems answered when it went wrong. For the operator; masked where it was stored.
 */
import { dutchDateTime } from '../../usecases/sentences-numbers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { indented } from '../show/table.ts';

export async function showFaults(session: Session, accountName: string | undefined, limit: number): Promise<ExitCode> {
  const { terminal, isJson, parts } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const faults = await store.foreignFaults.list(limit);
  if (isJson) {
    terminal.printJson(
      {
        account: named,
        faults: faults.map(({ at, code, system, call, field, maskedBody }) => ({
          at,
          code,
          system,
          call,
          field,
          maskedBody,
        })),
      },
      'indented',
    );
    return EXIT.done;
  }
  if (faults.length === 0) terminal.print('Geen fouten van OutSmart of Asperion bewaard.');
  for (const { at, code, call, field, maskedBody } of faults) {
    const where = [call, field].filter((part) => part !== null).join(', ');
    terminal.print(`${dutchDateTime(at, parts.clock.now())}  ${code}${where === '' ? '' : `  ${where}`}`);
    if (maskedBody) terminal.print(indented(maskedBody.trim(), 4));
  }
  return EXIT.done;
}
