// All work orders of the demo, numbered and dated, each with what should become of it. Numbers run up with the working
// days and skip some, as in an account that has been in use for a while.

import { workOrderOf } from './order-on-the-wire.ts';
import type { Expected, OrderSpec } from './order-spec.ts';
import { otherOrders } from './orders-not-qualifying.ts';
import { plainOrders } from './orders-plain.ts';
import { specialOrders } from './orders-special.ts';
import { waitingOrders } from './orders-waiting.ts';
import type { OutSmartWorkOrder } from './outsmart-shapes.ts';

export type DemoExpectation = {
  orderNr: string;
  /** Row id of the work order in OutSmart. */
  rowId: string;
  /** The rule the order shows; `plain`, `old` and a few others occur more than once. */
  kind: string;
} & Expected;

const NEWEST_NUMBER = 1204;
const SKIPPED_PER_WORKDAY = 3;

/** The work orders on `today` (YYYY-MM-DD), oldest first, each with its expectation under `demoSettings`. */
export function demoWorkOrders(today: string): { order: OutSmartWorkOrder; expectation: DemoExpectation }[] {
  return numbered([...plainOrders(), ...specialOrders(), ...waitingOrders(), ...otherOrders()]).map(
    ({ spec, number }) => {
      const order = workOrderOf(spec, number, today);
      const expectation = { orderNr: order.OrderNr, rowId: order.id, kind: spec.kind, ...spec.expected };
      return { order, expectation };
    },
  );
}

/** What should become of each work order of `demoWorkOrders(today)` under `demoSettings`, in the same order. */
export function demoExpectations(today: string): DemoExpectation[] {
  return demoWorkOrders(today).map(({ expectation }) => expectation);
}

function numbered(specs: readonly OrderSpec[]): { spec: OrderSpec; number: number }[] {
  const newestFirst = specs.toSorted((left, right) => left.workdaysAgo - right.workdaysAgo);
  let number = NEWEST_NUMBER;
  let workdaysAgo = newestFirst[0]?.workdaysAgo ?? 0;
  const result = newestFirst.map((spec) => {
    number -= 1 + SKIPPED_PER_WORKDAY * (spec.workdaysAgo - workdaysAgo);
    workdaysAgo = spec.workdaysAgo;
    return { spec, number };
  });
  return result.reverse();
}
