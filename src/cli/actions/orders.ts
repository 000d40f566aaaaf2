/**
 * The command `orders`: how many work orders there are in each state, what waits by cause, what is asked about drafts, and those
 * that are open.
 */
import { decimalText } from '../../kernel/decimal.ts';
import type { WorkOrderState } from '../../model/work-order-state.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import type { AccountStore } from '../../store/store.ts';
import { counted, dutchDate, dutchDateTime, euro } from '../../usecases/sentences-numbers.ts';
import { stateWord } from '../../usecases/sentences-reasons.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { causeDocument, causesOf, causesText } from '../show/causes.ts';
import { nameOf, workOrderDocument } from '../show/documents.ts';
import { questionsDocument, questionsOfOrders, questionsText } from '../show/questions.ts';
import { table } from '../show/table.ts';

export interface OrdersOptions {
  readonly accountName: string | undefined;
  /** Null: everything that still has to happen. */
  readonly state: WorkOrderState | 'all' | null;
  readonly limit: number;
}

type Totals = Awaited<ReturnType<AccountStore['workOrders']['totals']>>;

/** Those that wait for a person, by cause. */
const WAITING_STATES: readonly WorkOrderState[] = ['waiting', 'deleted'];
/** Open, besides those that wait, which people are shown under their cause. */
const OPEN_STATES: readonly WorkOrderState[] = ['ready', 'sending', 'uncertain', 'misplaced'];
/** Enough to group by cause; a company with more has another problem. */
const WAITING_MAX = 10_000;

export async function showOrders(session: Session, { accountName, state, limit }: OrdersOptions): Promise<ExitCode> {
  const { terminal, isJson } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const states = statesFor(state, isJson);
  const waitingStates = waitingFor(state);
  const [totals, orders, waiting, questions] = await Promise.all([
    store.workOrders.totals(),
    store.workOrders.list({ ...(states ? { states } : {}), limit, offset: 0 }),
    waitingStates.length > 0 ? store.workOrders.list({ states: waitingStates, limit: WAITING_MAX, offset: 0 }) : [],
    questionsOfOrders(session, store, state),
  ]);
  if (isJson) {
    const causes = causesOf(waiting).map(causeDocument);
    terminal.printJson(
      {
        account: named,
        totals: totals.map(totalDocument),
        causes,
        ...questionsDocument(questions),
        orders: orders.map(workOrderDocument),
      },
      'indented',
    );
    return EXIT.done;
  }
  tellTotals(session, totals);
  if (waiting.length > 0) {
    terminal.print('\nWacht op u, per oorzaak:');
    terminal.print(causesText(causesOf(waiting), terminal.columns));
  }
  for (const text of questionsText(questions, terminal.columns)) terminal.print(`\n${text}`);
  if (orders.length > 0) terminal.print(`\n${ordersTable(orders, session)}`);
  const isCut = orders.length === limit && limit < countIn(totals, states);
  if (isCut) terminal.print(`\nDit zijn de nieuwste ${limit}; meer met --limit.`);
  return EXIT.done;
}

function statesFor(state: OrdersOptions['state'], isJson: boolean): readonly WorkOrderState[] | undefined {
  if (state === 'all') return undefined;
  if (state !== null) return [state];
  return isJson ? [...OPEN_STATES, ...WAITING_STATES] : OPEN_STATES;
}

/** Those whose causes are shown. */
function waitingFor(state: OrdersOptions['state']): readonly WorkOrderState[] {
  if (state === null) return WAITING_STATES;
  return WAITING_STATES.filter((one) => one === state);
}

function totalDocument({ state, count, amount }: Totals[number]) {
  return { state, count, amount: decimalText(amount) };
}

function countIn(totals: Totals, states: readonly WorkOrderState[] | undefined): number {
  return totals.filter(({ state }) => states?.includes(state) ?? true).reduce((sum, { count }) => sum + count, 0);
}

const TOTAL_COLUMNS = [
  { title: 'Stand' },
  { title: 'Werkbonnen', align: 'right' },
  { title: 'Bedrag excl. btw', align: 'right' },
] as const;

function tellTotals({ terminal }: Session, totals: Totals): void {
  if (totals.length === 0) {
    terminal.print(
      'Nog geen werkbonnen gezien. Zet in OutSmart een complete werkbon op 1 – Naar Asperion en voer uit: koppeling sync --job export',
    );
    return;
  }
  const rows = totals.map(({ state, count, amount }) => [totalWord(state), String(count), euro(amount)]);
  terminal.print(table(TOTAL_COLUMNS, rows, terminal.columns));
}

/** The page has one word for both; here the difference is what somebody may be looking for. */
function totalWord(state: WorkOrderState): string {
  return state === 'invoiced' ? `${stateWord(state)}, OutSmart weet het nog niet` : stateWord(state);
}

const ORDER_COLUMNS = [
  { title: 'Werkbon' },
  { title: 'Datum' },
  { title: 'Klant', isFlexible: true },
  { title: 'Bedrag', align: 'right' },
  { title: 'Stand' },
  { title: 'Bijzonderheden' },
] as const;

function ordersTable(orders: readonly KnownWorkOrder[], { terminal, parts }: Session): string {
  const now = parts.clock.now();
  const rows = orders.map((order) => {
    const day = order.workDate === null ? '' : dutchDate(order.workDate);
    return [
      nameOf(order),
      day,
      order.customerName,
      euro(order.amount),
      stateWord(order.state),
      particulars(order, now),
    ];
  });
  return table(ORDER_COLUMNS, rows, terminal.columns);
}

function particulars(
  { state, invoiceId, invoiceNumber, findings, decidedBy, deadline }: KnownWorkOrder,
  now: Date,
): string {
  if (state === 'deleted') return `concept ${invoiceId} is verwijderd`;
  if (invoiceId !== null) return `concept ${invoiceId}${invoiceNumber ? `, factuur ${invoiceNumber}` : ''}`;
  if (state === 'waiting') return counted(findings.length, 'reden', 'redenen');
  if (state === 'skipped' && decidedBy !== null)
    return decidedBy === 'start-date' ? 'van voor de startdatum' : `door ${decidedBy}`;
  if (deadline === null) return '';
  return state === 'uncertain'
    ? `wordt ${dutchDateTime(deadline, now)} opgezocht`
    : `tot ${dutchDateTime(deadline, now)}`;
}
