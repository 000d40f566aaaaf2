/**
 * OutSmart behind the program's first door: one method per question or wish, each one call of the API or a few. Every
 * read of work orders tells OutSmart not to change them; acknowledging is the one call that does.
 */

import { Breath } from '../kernel/breath.ts';
import { type Exchange, exchange } from '../kernel/http.ts';
import { foldCode } from '../kernel/text.ts';
import type { FieldService, UnreadableRow, WorkOrderList, WriteResult } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { type RecordKind, type WireRecord, writeInBatches } from './batches.ts';
import { type Call, type Caller, createCaller, type OutSmartConnection, realWaiting, type Waiting } from './call.ts';
import { contractBroken } from './faults.ts';
import { assertSuccess, recordsFrom, rowsFrom, workOrderFrom } from './payloads.ts';
import { freeFieldRecord, hourTypeRecord, workStatusRecord } from './records.ts';
import { hourTypeToWire, isUnreadableRow, materialToWire, relationToWire, workOrderFromWire } from './translate.ts';
import { isNo } from './wire-values.ts';
import { fieldsOnOffer } from './work-order-fields.ts';

const STATUS_COMPLETE = 'Compleet';
/** OutSmart's filter value for every status. */
const STATUS_ALL = 'Alle';
/** Must be said: left out, OutSmart moves every work order it hands over to Afgehandeld. */
const CHANGING_NOTHING = { update_status: 'false' } as const;
const CHANGING_STATUS = { update_status: 'true' } as const;

const RELATIONS: RecordKind = {
  ...postOf('relations'),
  keyMember: 'debtor_number',
  keyCharactersMax: 255,
  required: ['debtor_number', 'name', 'street', 'postal_code', 'city'],
};
const MATERIALS: RecordKind = {
  ...postOf('materials'),
  keyMember: 'code',
  keyCharactersMax: 255,
  required: ['code', 'description', 'price', 'unit'],
};
const HOUR_TYPES: RecordKind = {
  ...postOf('hourtypes'),
  keyMember: 'code',
  // A longer code fits the hour type but not the work period that is to name it.
  keyCharactersMax: 55,
  required: ['code', 'name', 'sale_price'],
};

/**
 * Opens the door for one connection; nothing is sent until a method is called. When the signal is aborted, calls under
 * way and later ones end with sync.cancelled (or outsmart.unclear, for a create that may have been carried out).
 */
export function openOutSmart(
  connection: OutSmartConnection,
  signal?: AbortSignal,
  waiting: Waiting = realWaiting,
  send: Exchange = exchange,
): FieldService {
  const caller = createCaller(connection, signal, waiting, send);
  const write = (kind: RecordKind, records: readonly WireRecord[]): Promise<WriteResult> =>
    writeInBatches(kind, records, (body) => caller.call({ ...kind, method: 'POST', query: {}, body, isLong: true }));
  return {
    get callCount() {
      return caller.exchangeCount;
    },
    checkCredentials: () => checkCredentials(caller),
    readReadyWorkOrders: (workStatusCode) => readReadyWorkOrders(caller, workStatusCode),
    readWorkOrder: async (rowId) => {
      const call = get('GetWorkorder', { row_id: rowId, ...CHANGING_NOTHING });
      return workOrderFrom(call, await caller.call(call), rowId);
    },
    findWorkOrders: (orderNumber) => findWorkOrders(caller, orderNumber),
    acknowledgeWorkOrder: (rowId) => acknowledgeWorkOrder(caller, rowId),
    readWorkStatuses: () => readWorkStatuses(caller),
    createWorkStatus: (status) => createWorkStatus(caller, { sta_code: status.code, sta_name: status.name }),
    readHourTypes: () => readHourTypes(caller),
    readWorkOrderFields: async () => {
      const call = getList('freefields');
      return fieldsOnOffer(recordsFrom(call, await caller.call(call), freeFieldRecord));
    },
    writeRelations: (records) => write(RELATIONS, records.map(relationToWire)),
    writeMaterials: (records) => write(MATERIALS, records.map(materialToWire)),
    writeHourTypes: (records) => write(HOUR_TYPES, records.map(hourTypeToWire)),
  };
}

/** A call that may be done twice. */
function get(endpoint: string, query: Readonly<Record<string, string>> = {}): Call {
  return { name: `GET ${endpoint}`, method: 'GET', endpoint, query, body: null, isLong: false, isRepeatable: true };
}

function getList(endpoint: string, query: Readonly<Record<string, string>> = {}): Call {
  return { ...get(endpoint, query), isLong: true };
}

/**
 * @assumed (API notes 14) Posting relations, materials and hour types inserts or updates by their key, so that posting
 * twice is posting once.
 */
function postOf(endpoint: string) {
  return { name: `POST ${endpoint}`, endpoint, isRepeatable: true };
}

/** The cheapest call that says whether the tokens are good, as OutSmart's own former adapter did it. */
async function checkCredentials(caller: Caller): Promise<void> {
  const call = get('employees');
  assertSuccess(call, await caller.call(call));
}

async function readReadyWorkOrders(caller: Caller, workStatusCode: string): Promise<WorkOrderList> {
  const query = { status: STATUS_COMPLETE, ...CHANGING_NOTHING, workstatus: workStatusCode };
  const call = getList('GetWorkorders', query);
  const workOrders: WorkOrder[] = [];
  const unreadable: UnreadableRow[] = [];
  const breath = new Breath();
  for (const row of rowsFrom(call, await caller.call(call))) {
    await breath.take();
    const workOrder = workOrderFromWire(row);
    if (isUnreadableRow(workOrder)) unreadable.push(workOrder);
    else if (isReady(workOrder, workStatusCode)) workOrders.push(workOrder);
  }
  return { workOrders, unreadable };
}

/**
 * @assumed (API notes 6.2, 17.2) The filters on status and work status combine as AND and match exactly. Were they
 * ignored, nothing would be invoiced that should not: the rows are judged here again.
 */
function isReady(workOrder: WorkOrder, workStatusCode: string): boolean {
  return (
    foldCode(workOrder.status) === foldCode(STATUS_COMPLETE) &&
    foldCode(workOrder.workStatus) === foldCode(workStatusCode) &&
    !workOrder.isArchived
  );
}

/**
 * @assumed (API notes 4, 6.1) GetWorkorders can be filtered on `OrderNr` with status `Alle`. Rows with another number
 * are left out here, so that an ignored filter costs time and nothing else.
 */
async function findWorkOrders(caller: Caller, orderNumber: string): Promise<readonly WorkOrder[]> {
  const wanted = orderNumber.trim();
  if (wanted === '') return [];
  const filter = { key: 'OrderNr', value: wanted, operator: 'eq' };
  const call = getList('GetWorkorders', { status: STATUS_ALL, ...CHANGING_NOTHING, ...filter });
  const answer = await caller.call(call);
  const found: WorkOrder[] = [];
  for (const [index, row] of rowsFrom(call, answer).entries()) {
    const workOrder = workOrderFromWire(row);
    if (workOrder.orderNumber?.trim() !== wanted) continue;
    if (isUnreadableRow(workOrder)) {
      throw contractBroken(call, `response[${index}].${workOrder.field}`, answer.maskedBody());
    }
    found.push(workOrder);
  }
  return found;
}

/**
 * @assumed (API notes 6.1, 15.1, 17.1) Handing over with `update_status=true` makes Afgehandeld of Compleet and changes
 * no other status, so that it may be repeated. The status in that very answer can still be the old one.
 */
async function acknowledgeWorkOrder(caller: Caller, rowId: WorkOrderRowId): Promise<WorkOrder | null> {
  const call = get('GetWorkorder', { row_id: rowId, ...CHANGING_STATUS });
  return workOrderFrom(call, await caller.call(call), rowId);
}

async function readWorkStatuses(caller: Caller) {
  const call = getList('workstatusses');
  const records = recordsFrom(call, await caller.call(call), workStatusRecord);
  const statuses = records.map((record) => ({ code: record.sta_code, name: record.sta_name }));
  return statuses.filter((status) => status.code.trim() !== '');
}

/**
 * Not repeated by itself, unlike the other posts.
 *
 * @assumed (API notes 14) Posting a code that exists changes its name; until that is known, a second post could make a
 * second status of one code, or rename one of the customer's.
 */
async function createWorkStatus(caller: Caller, record: WireRecord): Promise<void> {
  const endpoint = 'workstatusses';
  const body = JSON.stringify([record]);
  const name = `POST ${endpoint}`;
  const call: Call = { name, method: 'POST', endpoint, query: {}, body, isLong: false, isRepeatable: false };
  assertSuccess(call, await caller.call(call));
}

async function readHourTypes(caller: Caller) {
  const call = getList('hourtypes');
  const records = recordsFrom(call, await caller.call(call), hourTypeRecord);
  const hourTypes = records.map((record) => ({
    code: record.code,
    name: record.name,
    salePrice: record.sale_price,
    isActive: !isNo(record.active),
  }));
  return hourTypes.filter((hourType) => hourType.code.trim() !== '');
}
