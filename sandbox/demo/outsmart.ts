// The demo company as OutSmart knows it before anything was synchronised: its own lists, part of Asperion's debtors and
// articles from earlier days, a few that Asperion never had, and the work orders. It knows nothing of the server.

import { materialsOf } from './materials.ts';
import { unknownParties } from './named-parties.ts';
import { demoEmployees, demoFreeFields, demoHourTypes, demoWorkStatusses, demoWorkTypes } from './outsmart-lists.ts';
import type { OutSmartSeed } from './outsmart-shapes.ts';
import { demoParties } from './parties.ts';
import { demoProducts } from './products.ts';
import { relationsOf } from './relations.ts';
import { demoWorkOrders } from './work-orders.ts';

/** Everything OutSmart holds on `today` (YYYY-MM-DD); the same day gives the same content. */
export function demoOutSmart(today: string): OutSmartSeed {
  const workOrders = demoWorkOrders(today).map(({ order }) => order);
  const seenNumbers = new Set(
    workOrders.flatMap((order) => [order.CustomerDebtorNr, order.CustomerDebtorNrInvoice]).map(comparable),
  );
  return {
    employees: demoEmployees(),
    freeFields: demoFreeFields(),
    workStatusses: demoWorkStatusses(),
    worktypes: demoWorkTypes(),
    hourTypes: demoHourTypes(),
    relations: relationsOf(demoParties(), Object.values(unknownParties), seenNumbers),
    materials: materialsOf(demoProducts()),
    workOrders,
  };
}

/** Work orders spell debtor numbers with blanks and in another case now and then. */
function comparable(number: string): string {
  return number.trim().toLowerCase();
}
