/**
 * The commands `skip`, `unskip`, `decide` and `resolve`: a person's word about work orders.
 */
import { decideAboutMany } from '../../usecases/decide-about-many.ts';
import { knownWorkOrder, resolveMisplaced, skipWorkOrder, unskipWorkOrder } from '../../usecases/decide-work-order.ts';
import { refusal } from '../../usecases/sentences-refusals.ts';
import { decideUncertain } from '../../usecases/uncertain-questions.ts';
import type { Decision } from '../decisions.ts';
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

const DECIDED: Readonly<Record<Decision, (number: string) => string>> = {
  'is-there': (number) => `Het concept hoort nu bij werkbon ${number}.`,
  'make-again': (number) =>
    `Het concept van werkbon ${number} wordt opnieuw gemaakt met de volgende export. Met: koppeling sync --job export`,
  'keep-invoice': (number) => `De factuur van werkbon ${number} blijft zoals die is.`,
};

/** Refusals work-order.unknown, work-order.state, work-order.still-looking. */
export async function decide(
  session: Session,
  workOrder: string,
  decision: Decision,
  accountName: string | undefined,
): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  const order = await knownWorkOrder(store, workOrder);
  const isUncertain = order.state === 'uncertain' && decision !== 'keep-invoice';
  if (decision === 'is-there' || isUncertain) await decideUncertain(store, order.rowId, decision, session.person);
  else {
    const { done } = await decideAboutMany(store, [order.rowId], decision, session.person, 'nl');
    if (done === 0) throw refusal('work-order.state', { number: nameOf(order), state: order.state });
  }
  return tell(session, DECIDED[decision](nameOf(order)), {
    account: named,
    orderNumber: order.orderNumber,
    rowId: order.rowId,
    decision,
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
