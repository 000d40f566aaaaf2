/**
 * The first export of an account needs a person's word (product.md 4.9). Here that word is asked for, or taken from the
 * command itself.
 */
import { readIsoDate } from '../../kernel/dates.ts';
import { type Decimal, ZERO } from '../../kernel/decimal.ts';
import type { JobName } from '../../store/records.ts';
import type { AccountStore } from '../../store/store.ts';
import { confirmFirstExport, isFirstExportConfirmed } from '../../usecases/confirm-first-export.ts';
import { counted, dutchDate, euro } from '../../usecases/sentences-numbers.ts';
import type { ChosenAccount, Session } from '../session.ts';
import { nameOf } from '../show/documents.ts';
import { table } from '../show/table.ts';

/** True when this job would send work orders and nobody ever said that they may go. */
export async function isConfirmationNeeded(store: AccountStore, job: JobName): Promise<boolean> {
  if (job !== 'full' && job !== 'export') return false;
  const settings = (await store.settings.current())?.value;
  // Without these the run says itself what is missing, and there is nothing to confirm.
  if (!settings?.exportOn || settings.administrationId === null) return false;
  return !(await isFirstExportConfirmed(store));
}

/** Nobody to ask, or --yes: the command is the confirmation, and that is said. */
export async function confirmByCommand({ terminal, person, isJson }: Session, { store }: ChosenAccount): Promise<void> {
  await confirmFirstExport(store, person, null);
  if (!isJson) terminal.print('Dit is de eerste export; deze opdracht geldt als bevestiging.');
}

const READY_SHOWN_MAX = 1_000;
const COLUMNS = [
  { title: 'Werkbon' },
  { title: 'Datum' },
  { title: 'Klant', isFlexible: true },
  { title: 'Bedrag', align: 'right' },
] as const;

/** Shows what would go and asks. True when it may, which is remembered then. */
export async function askFirstExport(session: Session, { store }: ChosenAccount): Promise<boolean> {
  const { terminal, person } = session;
  const ready = await store.workOrders.list({ states: ['ready'], limit: READY_SHOWN_MAX, offset: 0 });
  const rows = ready.map((order) => [
    nameOf(order),
    order.workDate === null ? '' : dutchDate(order.workDate),
    order.customerName,
    euro(order.amount),
  ]);
  const amount = ready.reduce<Decimal>((sum, order) => sum.plus(order.amount), ZERO);
  // With --json standard output is not for people; the question is on standard error anyway.
  terminal.tell(table(COLUMNS, rows, terminal.columns));
  terminal.tell(
    `Dit is de eerste export: ${counted(ready.length, 'werkbon wordt een conceptfactuur', 'werkbonnen worden conceptfacturen')}, samen ${euro(amount)} excl. btw.`,
  );
  const answer = (
    await terminal.ask('Doorgaan? Typ ja, of een startdatum (JJJJ-MM-DD) om oudere niet te laten gaan: ')
  ).trim();
  const startDate = readIsoDate(answer);
  if (startDate === null && !/^ja?$/i.test(answer)) {
    terminal.tell('Er is niets naar Asperion gegaan. Bevestig later met: koppeling confirm');
    return false;
  }
  await confirmFirstExport(store, person, startDate);
  return true;
}
