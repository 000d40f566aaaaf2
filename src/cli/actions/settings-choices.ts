/**
 * The command `settings choices`: what the drop-downs of the page hold, read from both systems now.
 */
import { decimalText } from '../../kernel/decimal.ts';
import type { Accounting, Books } from '../../model/accounting.ts';
import type { AdministrationId } from '../../model/ids.ts';
import { dutchNumber } from '../../usecases/sentences-numbers.ts';
import { WrongUse } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type ChosenAccount, chooseAccount, type Session } from '../session.ts';
import { indented, table } from '../show/table.ts';

export async function showChoices(
  session: Session,
  accountName: string | undefined,
  administration: string | undefined,
): Promise<ExitCode> {
  const { parts, terminal, isJson } = session;
  const chosen = await chooseAccount(session, accountName);
  const { signal } = new AbortController();
  const accounting = await parts.doors.openAccounting(chosen.store, signal);
  const administrations = await accounting.readAdministrations();
  const administrationId = await administrationFor(chosen, administrations, administration);
  const choices = {
    administrations,
    administrationId,
    ...(await asperionChoices(accounting, administrationId)),
    ...(await outsmartChoices(session, chosen)),
  };
  if (isJson) {
    const vatCodes = choices.vatCodes.map((code) => ({ ...code, percentage: decimalText(code.percentage) }));
    terminal.printJson({ account: chosen.named, ...choices, vatCodes }, 'indented');
  } else tellChoices(session, choices);
  return EXIT.done;
}

/** The one asked for, else the one in the settings, else the only one; null when there is something to choose first. */
async function administrationFor(
  { store }: ChosenAccount,
  administrations: Awaited<ReturnType<Accounting['readAdministrations']>>,
  asked: string | undefined,
): Promise<AdministrationId | null> {
  if (asked !== undefined) {
    const found = administrations.find(({ id }) => String(id) === asked);
    if (found) return found.id;
    const names = administrations.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new WrongUse(`Administratie ${asked} bestaat niet of is niet toegankelijk. Wel: ${names || 'geen'}.`);
  }
  const inSettings = (await store.settings.current())?.value.administrationId ?? null;
  const known = administrations.find(({ id }) => id === inSettings);
  return known?.id ?? (administrations.length === 1 ? (administrations[0]?.id ?? null) : null);
}

async function asperionChoices(accounting: Accounting, administrationId: AdministrationId | null) {
  if (administrationId === null) return { salesTypes: [], vatCodes: [], debtorKinds: [], paymentConditions: [] };
  const books: Books = accounting.books(administrationId);
  const [salesTypes, vatCodes, debtorKinds, paymentConditions] = await Promise.all([
    books.readSalesTypes(),
    books.readVatCodes(),
    books.readDebtorKinds(),
    books.readPaymentConditions(),
  ]);
  return { salesTypes, vatCodes: vatCodes.filter(({ isForSales }) => isForSales), debtorKinds, paymentConditions };
}

/** Empty while OutSmart is not connected. */
async function outsmartChoices({ parts }: Session, { store }: ChosenAccount) {
  if (!(await store.connections.outsmart())) return { workStatuses: [], workOrderFields: [] };
  const fieldService = await parts.doors.openFieldService(store, new AbortController().signal);
  const [workStatuses, workOrderFields] = await Promise.all([
    fieldService.readWorkStatuses(),
    fieldService.readWorkOrderFields(),
  ]);
  return { workStatuses, workOrderFields };
}

type Choices = Pick<Awaited<ReturnType<typeof outsmartChoices>>, 'workStatuses' | 'workOrderFields'> &
  Awaited<ReturnType<typeof asperionChoices>> & {
    readonly administrations: Awaited<ReturnType<Accounting['readAdministrations']>>;
    readonly administrationId: AdministrationId | null;
  };

function tellChoices({ terminal }: Session, choices: Choices): void {
  const { administrationId } = choices;
  const list = (title: string, key: string, rows: readonly (readonly string[])[]) => {
    terminal.print(`${title} (${key})`);
    if (rows.length === 0) terminal.print('  geen');
    else
      terminal.print(indented(table([{ title: 'Kies' }, { title: 'Naam', isFlexible: true }], rows, terminal.columns)));
  };
  list(
    'Administraties',
    'administrationId',
    choices.administrations.map(({ id, name }) => [String(id), name]),
  );
  if (administrationId === null) terminal.print('Kies een administratie met --administration om de rest te zien.');
  else {
    terminal.print(`Van administratie ${administrationId}:`);
    const described = (records: readonly { readonly id: string | number; readonly description: string }[]) =>
      records.map(({ id, description }) => [String(id), description]);
    list('Verkoopsoorten', 'hourSalesTypeId, salesTypeId', described(choices.salesTypes));
    const vatRows = choices.vatCodes.map(({ id, description, percentage }) => [
      id,
      `${description} (${dutchNumber(percentage)} %)`,
    ]);
    list('Btw-codes voor verkoop', 'vatCode', vatRows);
    list('Debiteursoorten', 'debtorKindId', described(choices.debtorKinds));
    list('Betalingscondities', 'paymentConditionId', described(choices.paymentConditions));
  }
  list(
    'Werkbonstatussen',
    'workStatusCode',
    choices.workStatuses.map(({ code, name }) => [code, name]),
  );
  list(
    'Velden van de werkbon',
    'referenceField, extraLines',
    choices.workOrderFields.map(({ id, label }) => [id, label]),
  );
}
