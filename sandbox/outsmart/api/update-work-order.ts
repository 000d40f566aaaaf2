// UpdateWorkorder: by GET the planning and the work status of one order, by POST its material lines (docs 7.3, 7.4).
// It cannot change the process status; nothing in the API can.

import { completeMaterial, type PartialWorkOrder } from '../records/complete-work-order.ts';
import { isDay } from '../records/field-spec.ts';
import { judgeRecord } from '../records/record-check.ts';
import { comparedKey } from '../records/record-list.ts';
import type { WireValue } from '../records/wire-values.ts';
import { materialFields, type WireMaterial } from '../records/work-order-fields.ts';
import { apiUser, type Call, postedRecords } from './call.ts';
import { type Answer, codes, refusal, success } from './envelope.ts';
import { singleValue } from './php-query.ts';
import { namedWorkOrder } from './read-work-orders.ts';

const workStatusMax = 255;

/** GET UpdateWorkorder. Empty parameters count as absent, so a work status cannot be cleared. */
export function updateWorkOrder(call: Call): Answer {
  const stored = namedWorkOrder(call);
  if (stored === undefined) return refusal(codes.workOrderNotFound);
  const given = (name: string): string | undefined => singleValue(call.query, name) || undefined;
  const patch: PartialWorkOrder = {};
  const put = (field: string, value: WireValue | undefined): void => {
    if (value !== undefined) patch[field] = value;
  };
  put('WorkDate', given('workdate'));
  put('WorkTime', given('worktime'));
  put('EmployeeNr', given('employee_nr'));
  put('WorkStatus', given('workstatus'));
  if (Object.keys(patch).length === 0) return refusal(codes.nothingToUpdate);
  const problem = problemIn(call, patch);
  if (problem !== undefined) return problem;
  if (Object.entries(patch).every(([field, value]) => stored.order[field] === value)) {
    return refusal(codes.nothingChanged);
  }
  if (patch.EmployeeNr !== undefined) patch.Employees = [patch.EmployeeNr];
  call.account.workOrders.change(stored.order.id, patch, { timestamp: call.timestamp, user: apiUser });
  return success(null);
}

function problemIn(call: Call, patch: PartialWorkOrder): Answer | undefined {
  if (patch.WorkDate !== undefined && !isDay(String(patch.WorkDate))) {
    return refusal(codes.updateUnreadable, 'Date invalid. Format: 20-02-2016');
  }
  if (patch.WorkTime !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(String(patch.WorkTime))) {
    return refusal(codes.updateUnreadable, 'Time invalid. Format: 07:08');
  }
  if (String(patch.WorkStatus ?? '').length > workStatusMax) {
    return refusal(codes.updateUnreadable, `workstatus is longer than ${workStatusMax} characters`);
  }
  if (patch.EmployeeNr === undefined) return undefined;
  const wanted = comparedKey(String(patch.EmployeeNr));
  const isKnown = call.account
    .list('employees')
    .all()
    .some(({ fields }) => comparedKey(fields.number ?? '') === wanted);
  return isKnown ? undefined : refusal(codes.nothingChanged, 'Employee not updated');
}

/** POST UpdateWorkorder: adds material lines; with `ClearMaterials=true` they take the place of those there are. */
export function updateMaterials(call: Call): Answer {
  const stored = namedWorkOrder(call);
  if (stored === undefined) return refusal(codes.workOrderNotFound);
  const posted = postedRecords(call.body);
  if (posted === undefined) return refusal(codes.updateUnreadable, 'Unable to parse body');
  const lines: WireMaterial[] = [];
  for (const line of posted) {
    const verdict = judgeRecord(materialFields, line, call.settings);
    if (verdict.kind !== 'good') return refusal(codes.updateUnreadable, ...verdict.messages);
    lines.push(completeMaterial(verdict.fields));
  }
  const clears = singleValue(call.query, 'ClearMaterials')?.toLowerCase() === 'true';
  const Materials = clears ? lines : [...stored.order.Materials, ...lines];
  call.account.workOrders.change(stored.order.id, { Materials }, { timestamp: call.timestamp, user: apiUser });
  return success(null);
}
