/**
 * Takes a failing history apart: leaves deeds out of its plan, one after the other, as long as the same promise breaks
 * without them. What remains is what somebody has to read.
 */
import type { History } from './history.ts';
import type { PromiseBroken } from './ledger.ts';
import type { Plan } from './plan.ts';

/** The shortest history found that breaks the same promise. `tell` tells the history of a plan. */
export async function shortenPlan(
  plan: Plan,
  kind: PromiseBroken['kind'],
  tell: (plan: Plan) => Promise<History>,
): Promise<History> {
  let shortest = plan;
  let history = await tell(plan);
  for (let place = plan.deeds.length - 1; place >= 0; place--) {
    const shorter = { ...shortest, deeds: shortest.deeds.filter((_, index) => index !== place) };
    const told = await tell(shorter);
    if (told.broken?.kind !== kind) continue;
    shortest = shorter;
    history = told;
  }
  for (let firstOrders = 1; firstOrders < shortest.firstOrders; firstOrders++) {
    const told = await tell({ ...shortest, firstOrders });
    if (told.broken?.kind === kind) return told;
  }
  return history;
}
