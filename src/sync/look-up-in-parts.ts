/**
 * Looks up what mapping needs for all work orders at once, and in ever smaller parts when Asperion refuses that, so that a
 * code it will not look up is the trouble of its own work order alone.
 */
import { type Fault, isFault } from '../kernel/fault.ts';
import type { Knowledge } from '../mapping/knowledge.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { lookUpKnowledge } from './look-up-knowledge.ts';
import type { RunContext } from './run-context.ts';

export interface LookedUp {
  readonly knowledge: Knowledge;
  /** Work orders for which nothing could be looked up, and why. */
  readonly refused: ReadonlyMap<WorkOrderRowId, Fault>;
}

/** Look-ups without a single success, after which the trouble is not in the work orders. */
const WITHOUT_SUCCESS_MAX = 12;

/** Faults that concern the whole account are thrown: also a refusal of what no work order asked for, or of nearly everything. */
export async function lookUpInParts(
  context: RunContext,
  settings: Settings,
  workOrders: readonly WorkOrder[],
): Promise<LookedUp> {
  const refused = new Map<WorkOrderRowId, Fault>();
  const whole = await lookUpKnowledge(context, settings, context.choices, workOrders).catch(faultOfWhatWasAsked);
  if (!isFault(whole)) return { knowledge: whole, refused };
  let knowledge = await lookUpKnowledge(context, settings, context.choices, []);
  let failures = 0;
  const parts = halves(workOrders);
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    await context.meter.tick();
    const found = await lookUpKnowledge(context, settings, context.choices, part).catch(faultOfWhatWasAsked);
    if (!isFault(found)) {
      failures = Number.NEGATIVE_INFINITY;
      knowledge = together(knowledge, found);
      continue;
    }
    failures += 1;
    if (failures >= WITHOUT_SUCCESS_MAX) throw found;
    if (part.length > 1) {
      parts.unshift(...halves(part));
      continue;
    }
    for (const { rowId } of part) refused.set(rowId, found);
    await context.account.foreignFaults.keep(found);
  }
  return { knowledge, refused };
}

function halves(workOrders: readonly WorkOrder[]): (readonly WorkOrder[])[] {
  if (workOrders.length <= 1) return [workOrders];
  const middle = Math.ceil(workOrders.length / 2);
  return [workOrders.slice(0, middle), workOrders.slice(middle)];
}

/** The fault when it may be about one of the records that were asked for; anything else is thrown on. */
function faultOfWhatWasAsked(error: unknown): Fault {
  if (isFault(error, 'asperion.refused') || isFault(error, 'asperion.contract_broken')) return error;
  throw error;
}

function together(some: Knowledge, more: Knowledge): Knowledge {
  return {
    ...more,
    debtors: new Map([...some.debtors, ...more.debtors]),
    articles: new Map([...some.articles, ...more.articles]),
    hourTypes: new Map([...some.hourTypes, ...more.hourTypes]),
  };
}
