/**
 * Judges what is left after an attack: what each system holds of every work order, against what the program says of it.
 * Looks into the sandboxes and the database itself, and believes no run's own account.
 */
import type { AccountId, WorkOrderRowId } from '#src/model/ids.ts';
import type { Store } from '#src/store/store.ts';
import { ADMINISTRATION, NEW_ARTICLE, NEW_DEBTOR, OUTSMART_TOKEN, type Systems } from './company.ts';

export interface Verdict {
  /** Made more than once, in Asperion: `W2: 2 invoices`. */
  readonly doubles: readonly string[];
  /** Handled by the word of the program or of OutSmart, and not there. */
  readonly lost: readonly string[];
  /** Neither done nor open with a reason. */
  readonly unsettled: readonly string[];
  /** Open, with a reason and a next look. */
  readonly uncertain: readonly string[];
  /** Found after all, and kept. */
  readonly adopted: number;
  /** Certainly not there, and made. */
  readonly madeAnew: number;
}

const LINES_MAX = 1_000;
const RUNS_MAX = 100;

/** What is so now. */
export async function judge(
  systems: Systems,
  store: Store,
  accountId: AccountId,
  rowIds: readonly string[],
): Promise<Verdict> {
  const account = store.forAccount(accountId);
  const known = await account.workOrders.find(rowIds as readonly WorkOrderRowId[]);
  const doubles: string[] = [];
  const lost: string[] = [];
  const unsettled: string[] = [];
  const uncertain: string[] = [];
  for (const rowId of rowIds) {
    const order = known.get(rowId as WorkOrderRowId);
    const state = order?.state ?? 'unknown';
    const { OrderNr, status } = systems.outsmart.control.workOrder(OUTSMART_TOKEN, rowId);
    const drafts = draftsOf(systems, rowId);
    const words = `${OrderNr}: ${drafts.length} invoices, ${state} here, ${status} in OutSmart`;
    const isTold = state === 'acknowledged' && status === 'Afgehandeld';
    const isOpen =
      (state === 'uncertain' && order?.deadline !== null) || (state === 'waiting' && order?.findings.length !== 0);
    if (drafts.length > 1) doubles.push(words);
    else if (drafts.length === 0 && (isTold || state === 'invoiced' || status === 'Afgehandeld')) lost.push(words);
    else if (isTold && String(drafts[0]?.id) === order?.invoiceId) continue;
    else if (isOpen) uncertain.push(words);
    else unsettled.push(words);
  }
  doubles.push(...doubleRecords(systems));
  for (const { id, state } of await account.runs.list(RUNS_MAX))
    if (state === 'running' || state === 'queued') unsettled.push(`run ${id} is ${state}`);
  const lines = await account.log.read({ limit: LINES_MAX });
  return {
    doubles,
    lost,
    unsettled,
    uncertain,
    adopted: lines.filter(({ result }) => result === 'adopted').length,
    madeAnew: lines.filter(({ code }) => code === 'export.certainly-absent').length,
  };
}

function draftsOf({ asperion }: Systems, rowId: string) {
  return asperion.control.drafts(ADMINISTRATION).filter(({ description }) => description?.includes(`-${rowId})`));
}

/** Asperion refuses a number that it has, so what counts is what it was asked: in these attacks every create that arrives is carried out. */
function doubleRecords({ asperion }: Systems): string[] {
  return [
    { path: '/v1/debtors', what: `debtor ${NEW_DEBTOR}` },
    { path: '/v1/articles', what: `article ${NEW_ARTICLE}` },
  ].flatMap(({ path, what }) => {
    const times = asperion.control.journal.entries({ method: 'POST', path }).length;
    return times > 1 ? [`${what}: asked for ${times} times`] : [];
  });
}
