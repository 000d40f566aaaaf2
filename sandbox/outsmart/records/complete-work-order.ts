// Makes a whole work order out of what a seed, the office or a post gives: every documented field is there, with the
// empty values that OutSmart has, and lines and periods get their own empties. Given values are kept as they are.

import { createHash } from 'node:crypto';
import { Big } from 'big.js';
import type { FieldSet } from './record-check.ts';
import { isRecord } from './record-check.ts';
import { readDecimal, type WireValue, wireText, writeDecimal } from './wire-values.ts';
import {
  materialFields,
  type WireMaterial,
  type WireStatusChange,
  type WireWorkOrder,
  type WireWorkPeriod,
  type WorkOrderStatus,
  workOrderFields,
  workOrderLists,
  workOrderStatuses,
  workPeriodFields,
} from './work-order-fields.ts';

/** A work order of which only some fields are given, by their wire names. Numbers and booleans become text. */
export interface PartialWorkOrder {
  Materials?: Record<string, unknown>[] | undefined;
  Workperiods?: Record<string, unknown>[] | undefined;
  [field: string]: unknown;
}

/** What OutSmart adds by itself. */
export interface CompletionFacts {
  token: string;
  id: string;
  orderNr: string;
  /** The present, as Dutch local time. */
  timestamp: string;
  /** Who set the work status, when there is one. */
  user: string;
  nextPeriodId: () => string;
}

/** The whole work order. Throws a RangeError, naming the field, for one that no documentation knows. */
export function completeWorkOrder(given: PartialWorkOrder, facts: CompletionFacts): WireWorkOrder {
  const scalars = completeScalars('work order', workOrderFields, given, workOrderLists);
  const status = workOrderStatus(given.status ?? 'Klaargezet');
  const isDone = status === 'Compleet' || status === 'Afgehandeld';
  const filled = (name: string, fallback: WireValue): WireValue =>
    (given[name] === undefined ? fallback : scalars[name]) ?? null;
  const workStatus = filled('WorkStatus', '');
  const worksheetCode = filled('WorksheetCode', sheetCode(facts));
  const change: WireStatusChange = { status: workStatus, timestamp: facts.timestamp, user: facts.user };
  return {
    ...scalars,
    id: facts.id,
    WorkorderNo: filled('WorkorderNo', ''),
    OrderNr: filled('OrderNr', facts.orderNr),
    CreationDate: filled('CreationDate', facts.timestamp),
    MutationDate: filled('MutationDate', facts.timestamp),
    status,
    WorkStatus: workStatus,
    WorkFinished: filled('WorkFinished', isDone ? '1' : '0'),
    Archived: filled('Archived', '0'),
    WorksheetCode: worksheetCode,
    // Addresses on this server begin with a slash; its own address is put before them when they are served.
    PdfUrl: filled('PdfUrl', `/mailpdf.php?action=display&sheet_id=${worksheetCode}`),
    WordUrl: filled('WordUrl', `/mailpdf.php?action=word&sheet_id=${worksheetCode}`),
    Employees: employeesOf(given),
    Materials: (given.Materials ?? []).map(completeMaterial),
    Workperiods: (given.Workperiods ?? []).map((period) => completeWorkPeriod(period, facts.nextPeriodId)),
    StatusChanges: (given.StatusChanges as WireStatusChange[] | undefined) ?? (workStatus ? [change] : []),
    Photos: listOf(given.Photos),
    Documents: listOf(given.Documents),
    Forms: listOf(given.Forms),
    WorkObjects: listOf(given.WorkObjects),
    FreeFields: isRecord(given.FreeFields) ? (given.FreeFields as Record<string, WireValue>) : {},
  };
}

/** The line with all its fields; the total is quantity times price, with the decimal sign of the price. */
export function completeMaterial(given: Record<string, unknown>): WireMaterial {
  const line = completeScalars('material', materialFields, given);
  if (given.MaterialTotalPrice !== undefined) return line;
  const price = line.MaterialPrice ?? '';
  const [quantity, unitPrice] = [readDecimal(line.MaterialNr ?? ''), readDecimal(price)];
  if (quantity === undefined || unitPrice === undefined) return line;
  const total = quantity.times(unitPrice).round(2, Big.roundHalfUp);
  return { ...line, MaterialTotalPrice: writeDecimal(total, price.includes(',') ? ',' : '.') };
}

/** The period with all its fields; when `TotalTime` is not given it is end - begin - break, past midnight allowed. */
function completeWorkPeriod(given: Record<string, unknown>, nextId: () => string): WireWorkPeriod {
  const period = completeScalars('work period', workPeriodFields, given);
  if (given.Id === undefined) period.Id = nextId();
  if (given.TotalTime !== undefined) return period;
  const [begin, end] = [minutesOf(period.BeginTime), minutesOf(period.EndTime)];
  if (begin === undefined || end === undefined) return period;
  const span = (end - begin + 1_440) % 1_440;
  const minutes = Math.max(0, span - Number.parseInt(period.Break || '0', 10));
  const two = (value: number): string => String(value).padStart(2, '0');
  return { ...period, TotalTime: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** One of the four statuses, whatever its letter case. Throws a RangeError for anything else. */
export function workOrderStatus(text: unknown): WorkOrderStatus {
  const found = workOrderStatuses.find((status) => status.toLowerCase() === String(text).toLowerCase());
  if (found === undefined) throw new RangeError(`a work order has no status "${String(text)}"`);
  return found;
}

function completeScalars(
  what: string,
  fields: FieldSet,
  given: Record<string, unknown>,
  elsewhere: ReadonlySet<string> = new Set(),
): Record<string, WireValue> {
  const complete = { ...fields.initial };
  for (const [name, value] of Object.entries(given)) {
    if (elsewhere.has(name) || value === undefined) continue;
    if (!fields.byName.has(name)) throw new RangeError(`a ${what} has no field "${name}"`);
    const text = wireText(value);
    if (text === undefined) throw new RangeError(`field "${name}" of a ${what} is no text`);
    complete[name] = text;
  }
  return complete;
}

function sheetCode(facts: CompletionFacts): string {
  return createHash('md5').update(`${facts.token}:${facts.id}`).digest('hex');
}

function employeesOf(given: PartialWorkOrder): string[] {
  if (Array.isArray(given.Employees)) return given.Employees.map(String);
  return given.EmployeeNr ? [String(given.EmployeeNr)] : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function minutesOf(time: WireValue | undefined): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time ?? '');
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}
