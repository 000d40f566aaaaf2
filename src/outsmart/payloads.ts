/**
 * Takes what was asked for out of an answer: a list, or the one work order. Tells "nothing there" from "not what the
 * documentation says". Sends nothing.
 */
import type { z } from 'zod';
import type { Fault } from '../kernel/fault.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { Answer, Call } from './call.ts';
import { contractBroken, isNotFound, isSuccess, refusedFault } from './faults.ts';
import { isUnreadableRow, workOrderFromWire } from './translate.ts';
import type { Misshapen } from './wire-values.ts';

/** Passes when OutSmart did what was asked; else throws outsmart.refused. */
export function assertSuccess(call: Call, answer: Answer): void {
  if (!isSuccess(answer.code)) throw refusedFault(call, answer);
}

/** The rows of a list. Faults: outsmart.refused, outsmart.contract_broken. */
export function rowsFrom(call: Call, answer: Answer): readonly unknown[] {
  if (isNotFound(answer.code)) return [];
  assertSuccess(call, answer);
  if (Array.isArray(answer.response)) return answer.response;
  if (answer.response === null || answer.response === '') return [];
  throw contractBroken(call, 'response', answer.maskedBody());
}

/** The members of a small record as text; a Fault names the one that is none. */
type AsText<T> = { [Member in keyof T]: Exclude<T[Member], Misshapen> };

/** The rows of a list of small records, all of which must be readable. Faults as `rowsFrom`. */
export function recordsFrom<Schema extends z.ZodType<object>>(
  call: Call,
  answer: Answer,
  schema: Schema,
): readonly AsText<z.output<Schema>>[] {
  const broken = (field: string): Fault => contractBroken(call, field, answer.maskedBody());
  return rowsFrom(call, answer).map((row, index) => {
    const parsed = schema.safeParse(row);
    if (!parsed.success) throw broken(`response[${index}]`);
    const odd = Object.entries(parsed.data).find(([, value]) => isMisshapen(value));
    if (odd) throw broken(`response[${index}].${odd[0]}`);
    return parsed.data as AsText<z.output<Schema>>;
  });
}

function isMisshapen(value: unknown): value is Misshapen {
  return typeof value === 'object' && value !== null && 'found' in value;
}

/**
 * The one work order that was asked for; null when OutSmart knows none. Faults: outsmart.refused, and
 * outsmart.contract_broken when it cannot be read or is another one.
 *
 * @assumed (API notes 7.2) The answer is the work order itself; a list of one is taken for it, and an empty answer with
 * success for 1500, not found.
 */
export function workOrderFrom(call: Call, answer: Answer, rowId: WorkOrderRowId): WorkOrder | null {
  if (isNotFound(answer.code)) return null;
  assertSuccess(call, answer);
  const row = onlyRow(answer.response);
  if (row === null || row === '') return null;
  const workOrder = workOrderFromWire(row);
  if (isUnreadableRow(workOrder)) {
    const field = workOrder.field === 'response' ? 'response' : `response.${workOrder.field}`;
    throw contractBroken(call, field, answer.maskedBody());
  }
  if (workOrder.rowId !== rowId) throw contractBroken(call, 'response.id', answer.maskedBody());
  return workOrder;
}

function onlyRow(response: unknown): unknown {
  if (!Array.isArray(response) || response.length > 1) return response;
  return response.length === 0 ? null : response[0];
}
