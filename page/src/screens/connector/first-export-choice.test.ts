import { describe, expect, test } from 'vitest';
import {
  type Choice,
  confirmationOf,
  goingOf,
  monthsOf,
  type OfferedOrder,
  offeredBy,
  oldestMonth,
} from './first-export-choice.ts';

function order(rowId: string, workDate: string | null, place: OfferedOrder['place'] = 'ready'): OfferedOrder {
  return {
    rowId,
    orderNumber: rowId,
    customerName: '',
    debtorNumber: '',
    workDate,
    amount: '10',
    place,
    state: place,
    stateSince: '',
    causes: [],
    invoiceId: null,
    invoiceNumber: null,
    invoiceStage: null,
    decidedBy: null,
    looksAgainAt: null,
  } as OfferedOrder;
}

const ORDERS = [
  order('new', '2026-11-24'),
  order('waits', '2026-11-03', 'waiting'),
  order('first day', '2026-11-01'),
  order('old', '2026-09-30'),
  order('undated', null),
];
const choice = (of: Partial<Choice>): Choice => ({ mode: 'all', from: null, unticked: new Set(), ...of });

describe('choosing what goes at the first export', () => {
  test('only new ones leaves everything that stands there now', () => {
    expect(offeredBy(choice({ mode: 'new' }), ORDERS)).toEqual([]);
    expect(confirmationOf(choice({ mode: 'new' }), ORDERS)).toEqual({
      startDate: null,
      leaveBehind: ['new', 'waits', 'first day', 'old', 'undated'],
    });
  });

  test('a start date takes that day itself, and one without a day of work', () => {
    const from = choice({ mode: 'from', from: '2026-11-01', unticked: new Set(['new', 'old']) });
    expect(offeredBy(from, ORDERS).map(({ rowId }) => rowId)).toEqual(['new', 'waits', 'first day', 'undated']);
    expect(confirmationOf(from, ORDERS)).toEqual({ startDate: '2026-11-01', leaveBehind: ['new'] });
    const { ready, waiting, staying } = goingOf(from, ORDERS);
    expect([ready.length, waiting.length, staying]).toEqual([2, 1, 2]);
  });

  test('without a day nothing is offered yet', () => {
    expect(goingOf(choice({ mode: 'from' }), ORDERS).staying).toBe(5);
  });

  test('all of them go but those without a tick', () => {
    expect(confirmationOf(choice({ unticked: new Set(['old']) }), ORDERS)).toEqual({
      startDate: null,
      leaveBehind: ['old'],
    });
  });
});

describe('the months of the first export', () => {
  const months = [
    { month: '2026-11', count: 3, amount: '30' },
    { month: '2026-09', count: 1, amount: '10' },
    { month: '', count: 1, amount: '10' },
  ];

  test('the oldest month is told of those that have one', () => {
    expect(oldestMonth(months)).toBe('2026-09');
    expect(oldestMonth([])).toBeNull();
  });

  test('a month in between without work orders has its place', () => {
    expect(monthsOf({ months, orders: ORDERS }, choice({ mode: 'from', from: '2026-11-02' }))).toEqual([
      { month: '2026-09', goes: 0, stays: 1 },
      { month: '2026-10', goes: 0, stays: 0 },
      { month: '2026-11', goes: 2, stays: 1 },
    ]);
  });

  test('of many years the last months are shown, across the turn of the year', () => {
    const long = [
      { month: '2020-01', count: 1, amount: '1' },
      { month: '2026-01', count: 1, amount: '1' },
    ];
    expect(monthsOf({ months: long, orders: [] }, choice({}), 2).map(({ month }) => month)).toEqual([
      '2025-12',
      '2026-01',
    ]);
  });
});
