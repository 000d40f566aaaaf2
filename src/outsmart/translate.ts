/**
 * OutSmart's records to the model's and back. Pure; decides nothing, trims nothing, and reads a work order so that one
 * odd member is reported instead of losing the order. Knows no HTTP.
 */
import { type IsoDate, readDutchDate, readIsoDate } from '../kernel/dates.ts';
import { cutText, isBlank } from '../kernel/text.ts';
import type { HourTypeRecord, MaterialRecord, RelationRecord, UnreadableRow } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { MaterialLine, Party, WorkOrder, WorkPeriod } from '../model/work-order.ts';
import { materialLineRecord, type WorkOrderRecord, workOrderRecord, workPeriodRecord } from './records.ts';
import { excerpt, isYes, type Misshapen } from './wire-values.ts';
import { freeFieldId, type ScalarFieldId, scalarFields } from './work-order-fields.ts';

/** Takes texts out of a record and notes the members that are none. */
interface Reading {
  readonly unreadable: WorkOrder['unreadable'];
  /** The text; empty when the member has another shape, which is noted under that field name. */
  text(field: string, value: string | Misshapen): string;
  /** Notes a member that cannot be read. */
  note(field: string, found: string): void;
}

function startReading(): Reading {
  const unreadable = new Map<string, { readonly field: string; readonly text: string }>();
  const note = (field: string, found: string): void => void unreadable.set(field, { field, text: found });
  return {
    get unreadable() {
      return [...unreadable.values()];
    },
    text(field, value) {
      if (typeof value === 'string') return value;
      note(field, value.found);
      return '';
    },
    note,
  };
}

/**
 * Reads one row of GetWorkorders, or the answer of GetWorkorder. An UnreadableRow only when it cannot be told which work
 * order it is or in which status; any other odd member is named in `unreadable` of the work order. Never throws.
 */
export function workOrderFromWire(row: unknown): WorkOrder | UnreadableRow {
  const parsed = workOrderRecord.safeParse(row);
  if (!parsed.success) return { rowId: null, orderNumber: null, field: 'response', text: excerpt(row) };
  const record = parsed.data;
  const rowId = filled(record.id, record.Id);
  const orderNumber = typeof record.OrderNr === 'string' && record.OrderNr !== '' ? record.OrderNr : null;
  if (typeof rowId !== 'string' || isBlank(rowId)) {
    return { rowId: null, orderNumber, field: 'id', text: typeof rowId === 'string' ? rowId : rowId.found };
  }
  const status = filled(record.status, record.Status);
  if (typeof status !== 'string') return { rowId, orderNumber, field: 'status', text: status.found };
  const workStatus = record.WorkStatus;
  if (typeof workStatus !== 'string') return { rowId, orderNumber, field: 'WorkStatus', text: workStatus.found };
  return readableWorkOrder(record, rowId as WorkOrderRowId, status, workStatus);
}

/** Tells the two outcomes of `workOrderFromWire` apart. */
export function isUnreadableRow(row: WorkOrder | UnreadableRow): row is UnreadableRow {
  return !('materials' in row);
}

function filled(first: string | Misshapen, second: string | Misshapen): string | Misshapen {
  return first === '' ? second : first;
}

function readableWorkOrder(
  record: WorkOrderRecord,
  rowId: WorkOrderRowId,
  status: string,
  workStatus: string,
): WorkOrder {
  const reading = startReading();
  const periods = rowsRead(reading, 'Workperiods', record.Workperiods, workPeriodFromWire);
  const createdOn = dayOf(reading.text('CreationDate', record.CreationDate));
  return {
    rowId,
    orderNumber: reading.text('OrderNr', record.OrderNr),
    status,
    workStatus,
    isArchived: isYes(reading.text('Archived', record.Archived)),
    workParty: partyFromWire(reading, record, ''),
    invoiceParty: partyFromWire(reading, record, 'Invoice'),
    materials: rowsRead(reading, 'Materials', record.Materials, materialLineFromWire),
    workPeriods: periods.map((period) => period.workPeriod),
    fields: fieldsFromWire(reading, record),
    workDate:
      dayOf(reading.text('WorkDate', record.WorkDate)) ??
      periods.find((period) => period.day !== null)?.day ??
      createdOn,
    createdOn,
    changedAt: reading.text('MutationDate', record.MutationDate),
    unreadable: reading.unreadable,
  };
}

/** Reads the rows of a list; a list or row of another shape is noted and left out. */
function rowsRead<T>(
  reading: Reading,
  field: string,
  rows: readonly unknown[] | Misshapen,
  readRow: (reading: Reading, row: unknown, index: number) => T | null,
): readonly T[] {
  if ('found' in rows) {
    reading.note(field, rows.found);
    return [];
  }
  return rows.flatMap((row, index) => {
    const read = readRow(reading, row, index);
    if (read === null) reading.note(`${field}[${index}]`, excerpt(row));
    return read === null ? [] : [read];
  });
}

function materialLineFromWire(reading: Reading, row: unknown, index: number): MaterialLine | null {
  const parsed = materialLineRecord.safeParse(row);
  if (!parsed.success) return null;
  const record = parsed.data;
  return {
    index,
    code: reading.text(`Materials[${index}].MaterialCode`, record.MaterialCode),
    name: reading.text(`Materials[${index}].MaterialName`, record.MaterialName),
    unit: reading.text(`Materials[${index}].MaterialUnit`, record.MaterialUnit),
    quantity: record.MaterialNr,
    price: record.MaterialPrice,
  };
}

interface DatedWorkPeriod {
  readonly workPeriod: WorkPeriod;
  readonly day: IsoDate | null;
}

function workPeriodFromWire(reading: Reading, row: unknown, index: number): DatedWorkPeriod | null {
  const parsed = workPeriodRecord.safeParse(row);
  if (!parsed.success) return null;
  const record = parsed.data;
  const workPeriod: WorkPeriod = {
    index,
    hourType: reading.text(`Workperiods[${index}].HourType`, record.HourType),
    remark: reading.text(`Workperiods[${index}].WorkRemark`, record.WorkRemark),
    employeeNumber: reading.text(`Workperiods[${index}].EmployeeNr`, record.EmployeeNr),
    totalMinutes: record.TotalTime,
    beginMinutes: record.BeginTime,
    endMinutes: record.EndTime,
    breakMinutes: record.Break,
  };
  return { workPeriod, day: typeof record.WorkDate === 'string' ? dayOf(record.WorkDate) : null };
}

function partyFromWire(reading: Reading, record: WorkOrderRecord, suffix: '' | 'Invoice'): Party {
  const text = (name: PartyMember): string => reading.text(`${name}${suffix}`, record[`${name}${suffix}`]);
  return {
    debtorNumber: text('CustomerDebtorNr'),
    name: text('CustomerName'),
    street: text('CustomerStreet'),
    houseNumber: text('CustomerStreetNo'),
    postalCode: text('CustomerZIP'),
    city: text('CustomerCity'),
    country: text('CustomerCountry'),
    contactPerson: text('CustomerContactPerson'),
    phone: text('CustomerPhone'),
    email: text('CustomerEmail'),
  };
}

/** The names that exist twice: plain for the place of work, with `Invoice` for the party to invoice. */
type PartyMember = {
  [Id in ScalarFieldId]: `${Id}Invoice` extends ScalarFieldId ? Id : never;
}[ScalarFieldId];

function fieldsFromWire(reading: Reading, record: WorkOrderRecord): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const { id } of scalarFields) fields[id] = reading.text(id, record[id]);
  if (isMisshapen(record.FreeFields)) {
    reading.note('FreeFields', record.FreeFields.found);
    return fields;
  }
  for (const [member, value] of Object.entries(record.FreeFields)) {
    fields[freeFieldId(member)] = reading.text(freeFieldId(member), value);
  }
  return fields;
}

/** Free-field values have names of their own, none of which is `found`. */
function isMisshapen(values: WorkOrderRecord['FreeFields']): values is Misshapen {
  return 'found' in values;
}

/** OutSmart writes work dates as `d-m-Y` and moments as `Y-m-d H:i[:s]`, in Dutch local time. */
function dayOf(text: string): IsoDate | null {
  return readDutchDate(text) ?? readIsoDate(text);
}

/** OutSmart's `Varchar(255)`, `Varchar(55)` and `Text(64kb)`. */
const TEXT_CHARACTERS_MAX = 255;
const EAN_CHARACTERS_MAX = 55;
const LONG_TEXT_BYTES_MAX = 65_535;

/**
 * A text cut to what the field holds.
 *
 * @assumed (API notes 5) What OutSmart does with a longer one is unknown, so that it is never sent.
 */
function fitting(text: string): string {
  return cutText(text, TEXT_CHARACTERS_MAX);
}

function fittingLongText(text: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= LONG_TEXT_BYTES_MAX) return text;
  // A character takes up to 4 bytes and a cut one becomes U+FFFD, which must not be sent.
  const cut = Buffer.from(text).subarray(0, LONG_TEXT_BYTES_MAX).toString('utf8');
  return cut.replace(/\uFFFD+$/, '');
}

/**
 * A relation as it is posted: the fields Asperion leads in, and no other, so that what the office keeps beside them in
 * OutSmart (remark, address for work orders, free fields) stays.
 *
 * @assumed (API notes 14) Fields left out are kept; an empty text clears the field.
 */
export function relationToWire(relation: RelationRecord): Readonly<Record<string, string>> {
  return {
    debtor_number: relation.debtorNumber,
    name: fitting(relation.name),
    street: fitting(relation.street),
    house_number: fitting(relation.houseNumber),
    postal_code: fitting(relation.postalCode),
    city: fitting(relation.city),
    country: fitting(relation.country),
    contact: fitting(relation.contactPerson),
    phone_number: fitting(relation.phone),
    mobile: fitting(relation.mobile),
    email: fitting(relation.email),
    kvk_number: fitting(relation.kvkNumber),
    vat_number: fitting(relation.vatNumber),
    external_id: fitting(relation.externalId),
    active: flag(relation.isActive),
  };
}

/** A material as it is posted. */
export function materialToWire(material: MaterialRecord): Readonly<Record<string, string>> {
  return {
    code: material.code,
    description: fittingLongText(material.description),
    price: material.price,
    unit: fitting(material.unit),
    eancode: cutText(material.eanCode, EAN_CHARACTERS_MAX),
  };
}

/**
 * An hour type as it is posted.
 *
 * @assumed (API notes 10) The flags mean bookable as cost and as sale; OutSmart's own connectors send 0 and 1.
 */
export function hourTypeToWire(hourType: HourTypeRecord): Readonly<Record<string, string>> {
  return {
    code: hourType.code,
    name: fitting(hourType.name),
    cost_booking: '0',
    sale_booking: '1',
    sale_price: hourType.salePrice,
    active: flag(hourType.isActive),
  };
}

function flag(isOn: boolean): '1' | '0' {
  return isOn ? '1' : '0';
}
