/**
 * Which of the work orders that stand ready may go, from what a person chose. Decides nothing by itself and knows no screen.
 */
import type { AnswerOf, CallInput } from '../../api/client.ts';

export type FirstExport = AnswerOf<'GET /api/accounts/:accountId/first-export'>;
export type OfferedOrder = FirstExport['orders'][number];
type Confirmation = CallInput<'POST /api/accounts/:accountId/first-export'>['body'];

export interface Choice {
  readonly mode: 'new' | 'from' | 'all';
  /** `2026-11-01`; null while no day was chosen. Counts for `from` only. */
  readonly from: string | null;
  /** Row ids without their tick. */
  readonly unticked: ReadonlySet<string>;
}

/** Those that are up for ticking. One without a day of work is never too old, as the export sees it too. */
export function offeredBy({ mode, from }: Choice, orders: readonly OfferedOrder[]): readonly OfferedOrder[] {
  if (mode === 'new' || (mode === 'from' && from === null)) return [];
  if (mode === 'all' || from === null) return orders;
  return orders.filter(({ workDate }) => workDate === null || workDate >= from);
}

/** Those that go: what becomes a draft now, and what goes once it no longer waits. */
export function goingOf(choice: Choice, orders: readonly OfferedOrder[]) {
  const going = offeredBy(choice, orders).filter(({ rowId }) => !choice.unticked.has(rowId));
  return {
    going,
    ready: going.filter(({ place }) => place === 'ready'),
    waiting: going.filter(({ place }) => place !== 'ready'),
    staying: orders.length - going.length,
  };
}

/** What the server is told. Those from before the start date need no naming. */
export function confirmationOf(choice: Choice, orders: readonly OfferedOrder[]): Confirmation {
  if (choice.mode === 'new') return { startDate: null, leaveBehind: orders.map(({ rowId }) => rowId) };
  const offered = offeredBy(choice, orders);
  return {
    startDate: choice.mode === 'from' ? choice.from : null,
    leaveBehind: offered.filter(({ rowId }) => choice.unticked.has(rowId)).map(({ rowId }) => rowId),
  };
}

export interface MonthSplit {
  /** `2026-11`. */
  readonly month: string;
  readonly goes: number;
  readonly stays: number;
}

/** The month of the oldest work; null when none has a day. */
export function oldestMonth(months: FirstExport['months']): string | null {
  return (
    months
      .map(({ month }) => month)
      .filter((month) => month !== '')
      .sort()[0] ?? null
  );
}

/** Every month from the first to the last, those without a work order too; of a long row the last `monthsMax`. */
export function monthsOf(
  { months, orders }: Pick<FirstExport, 'months' | 'orders'>,
  choice: Choice,
  monthsMax = 24,
): MonthSplit[] {
  const counts = new Map(months.filter(({ month }) => month !== '').map(({ month, count }) => [month, count]));
  const going = new Map<string, number>();
  for (const { workDate } of goingOf(choice, orders).going) {
    const month = workDate?.slice(0, 7) ?? '';
    going.set(month, (going.get(month) ?? 0) + 1);
  }
  const named = [...counts.keys()].sort();
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return [];
  const row: MonthSplit[] = [];
  for (let month = last; month >= first && row.length < monthsMax; month = before(month)) {
    const goes = going.get(month) ?? 0;
    row.unshift({ month, goes, stays: Math.max(0, (counts.get(month) ?? 0) - goes) });
  }
  return row;
}

function before(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
