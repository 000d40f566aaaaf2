/**
 * The commands `skip`, `unskip` and `resolve`: a person's word about work orders.
 */
import { resolveMisplaced, skipWorkOrder, unskipWorkOrder } from '../../usecases/decide-work-order.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { nameOf } from '../show/documents.ts';

export async function skip(session: Session, workOrder: string, accountName: string | undefined): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  const order = await skipWorkOrder(store, workOrder, session.person);
  return tell(
    session,
    `Werkbon ${nameOf(order)} is zelf afgehandeld en gaat niet naar Asperion. Terug: koppeling unskip ${nameOf(order)}`,
    {
      account: named,
      orderNumber: order.orderNumber,
      rowId: order.rowId,
      skipped: true,
    },
  );
}

export async function unskip(session: Session, workOrder: string, accountName: string | undefined): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  const order = await unskipWorkOrder(store, workOrder, session.person);
  return tell(session, `Werkbon ${nameOf(order)} doet weer mee: de volgende export beoordeelt die opnieuw.`, {
    account: named,
    orderNumber: order.orderNumber,
    rowId: order.rowId,
    skipped: false,
  });
}

export async function resolve(
  session: Session,
  decision: 'keep' | 'delete',
  accountName: string | undefined,
): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  await resolveMisplaced(session.parts, store, decision, session.person);
  const what =
    decision === 'keep' ? 'Het concept blijft waar het staat' : 'Het concept is verwijderd en de werkbon gaat opnieuw';
  return tell(session, `${what}. ${named.name} gaat weer verder.`, { account: named, decision });
}

function tell({ terminal, isJson }: Session, sentence: string, document: object): ExitCode {
  if (isJson) terminal.printJson(document, 'indented');
  else terminal.print(sentence);
  return EXIT.done;
}
