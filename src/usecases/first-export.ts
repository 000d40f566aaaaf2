/**
 * What would go at the first export, for a person to look at before they say that it may (product.md 4.9).
 */
import type { IsoDate } from '../kernel/dates.ts';
import { decimalText, ZERO } from '../kernel/decimal.ts';
import type { AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import type { Queue } from '../queue/queue.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { AccountStore } from '../store/store.ts';
import { confirmFirstExport } from './confirm-first-export.ts';
import { startRun } from './start-run.ts';

export interface FirstExportState {
  readonly isConfirmed: boolean;
  readonly confirmedBy: string | null;
  /** Work orders from before this day stay behind. */
  readonly startDate: IsoDate | null;
  /** What is ready or waits, newest work first. */
  readonly orders: readonly KnownWorkOrder[];
  /** By month of the work, `2026-11`, oldest first; without a day under an empty month. */
  readonly months: readonly { readonly month: string; readonly count: number; readonly amount: string }[];
  /** When OutSmart was last asked what there is; null when it was not yet, for this administration. */
  readonly lookedAt: Date | null;
}

/** As many as may be left behind at once. */
const ORDERS_MAX = 5_000;
/** Looked back over for an export; an import or two may lie between. */
const RUNS_LOOKED_AT = 100;

/** What is so now; reads neither system. An export that is not confirmed does the looking. */
export async function readFirstExport(account: AccountStore): Promise<FirstExportState> {
  const saved = await account.settings.current();
  const administrationId = (saved?.value.administrationId ?? null) as AdministrationId | null;
  const [confirmed, all, lookedAt] = await Promise.all([
    administrationId === null ? null : account.settings.firstExport(administrationId),
    account.workOrders.list({ states: ['ready', 'waiting'], limit: ORDERS_MAX, offset: 0 }),
    lastLook(account),
  ]);
  const orders = all.filter((order) => order.administrationId === administrationId);
  return {
    isConfirmed: confirmed !== null,
    confirmedBy: confirmed?.confirmedBy ?? null,
    startDate: confirmed?.startDate ?? null,
    orders,
    months: monthsOf(orders),
    // Those of another administration were judged before this one was chosen.
    lookedAt: orders.length === all.length ? lookedAt : null,
  };
}

/** End of the newest run that read what OutSmart offers. */
async function lastLook(account: AccountStore): Promise<Date | null> {
  const runs = await account.runs.list(RUNS_LOOKED_AT);
  return runs.find(({ state, counts }) => state === 'done' && 'offered' in counts)?.finishedAt ?? null;
}

function monthsOf(orders: readonly KnownWorkOrder[]): FirstExportState['months'] {
  const months = new Map<string, { count: number; amount: KnownWorkOrder['amount'] }>();
  for (const { workDate, amount } of orders) {
    const month = workDate?.slice(0, 'YYYY-MM'.length) ?? '';
    const sum = months.get(month) ?? { count: 0, amount: ZERO };
    months.set(month, { count: sum.count + 1, amount: sum.amount.plus(amount) });
  }
  return [...months]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, { count, amount }]) => ({ month, count, amount: decimalText(amount) }));
}

export interface FirstExportWord {
  readonly confirmedBy: string;
  /** `2026-11-24`; null: all may go. */
  readonly startDate: string | null;
  readonly leaveBehind: readonly WorkOrderRowId[];
}

/** Confirms, and asks for the export that then sends. Refusals: first-export.no-settings, first-export.date. */
export async function startFirstExport(
  queue: Pick<Queue, 'ask'>,
  account: AccountStore,
  { confirmedBy, startDate, leaveBehind }: FirstExportWord,
): Promise<void> {
  await confirmFirstExport(account, confirmedBy, startDate, leaveBehind);
  await startRun(queue, account, 'export', confirmedBy);
}
