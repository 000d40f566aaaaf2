// PostWorkorders: an external package makes work orders (docs section 7.5). There is no key to match on; a repeated
// number makes a second order unless `skip_duplicate_workorder_no=true` is sent.

import type { PartialWorkOrder } from '../records/complete-work-order.ts';
import { type FieldSet, isRecord, judgeRecord, type Verdict } from '../records/record-check.ts';
import { comparedKey } from '../records/record-list.ts';
import { materialFields, workOrderFields, workPeriodFields } from '../records/work-order-fields.ts';
import { apiUser, type Call, postedRecords } from './call.ts';
import { type Answer, codes, refusal, success } from './envelope.ts';
import { singleValue } from './php-query.ts';

const postedLists: ReadonlySet<string> = new Set(['Materials', 'Workperiods', 'Employees']);

/** POST PostWorkorders: answers number and row id of each order made, in the order in which they were sent. */
export function postWorkOrders(call: Call): Answer {
  const posted = postedRecords(call.body);
  if (posted === undefined) return refusal(codes.bodyUnreadable, 'Unable to parse body');
  const good: PartialWorkOrder[] = [];
  let problem: readonly string[] | undefined;
  for (const order of posted) {
    const judged = judgeOrder(call, order);
    if (Array.isArray(judged)) problem ??= judged;
    else good.push(judged);
  }
  const saves = problem === undefined || call.settings.badBatch === 'save-the-rest';
  const made = saves ? makeOrders(call, good) : [];
  return problem === undefined ? success(made) : refusal(codes.workOrderIncomplete, ...problem);
}

function makeOrders(call: Call, orders: readonly PartialWorkOrder[]): { workorder_no: string; row_id: number }[] {
  const { account } = call;
  const skips = singleValue(call.query, 'skip_duplicate_workorder_no')?.toLowerCase() === 'true';
  const taken = new Set<string>();
  if (skips) for (const { order } of account.workOrders.all()) taken.add(comparedKey(order.WorkorderNo ?? ''));
  const made: { workorder_no: string; row_id: number }[] = [];
  account.together(() => {
    for (const given of orders) {
      const number = String(given.WorkorderNo);
      if (skips && taken.has(comparedKey(number))) continue;
      taken.add(comparedKey(number));
      const facts = { createdMs: call.nowMs, timestamp: call.timestamp, user: apiUser };
      const { order } = account.workOrders.add(given, facts);
      made.push({ workorder_no: number, row_id: Number(order.id) });
    }
  });
  return made;
}

/** The order as it will be stored, or the messages that say what is wrong with it. */
function judgeOrder(call: Call, posted: unknown): PartialWorkOrder | string[] {
  const verdict = judgeRecord(workOrderFields, posted, call.settings, postedLists);
  if (verdict.kind !== 'good') return verdict.messages;
  const order: PartialWorkOrder = { ...verdict.fields };
  if (!isRecord(posted)) return order;
  const materials = judgeLines(call, 'Materials', materialFields, posted.Materials);
  if ('problem' in materials) return materials.problem;
  const periods = judgeLines(call, 'Workperiods', workPeriodFields, posted.Workperiods);
  if ('problem' in periods) return periods.problem;
  if (posted.Employees !== undefined && !Array.isArray(posted.Employees)) return ['Employees must be a list'];
  return { ...order, Materials: materials.lines, Workperiods: periods.lines, Employees: posted.Employees };
}

type Lines = { lines: Record<string, unknown>[] } | { problem: string[] };

function judgeLines(call: Call, name: string, fields: FieldSet, posted: unknown): Lines {
  if (posted === undefined || posted === null) return { lines: [] };
  if (!Array.isArray(posted)) return { problem: [`${name} must be a list`] };
  const lines: Record<string, unknown>[] = [];
  for (const line of posted) {
    const verdict: Verdict = judgeRecord(fields, line, call.settings);
    if (verdict.kind !== 'good') return { problem: verdict.messages };
    lines.push(verdict.fields);
  }
  return { lines };
}
