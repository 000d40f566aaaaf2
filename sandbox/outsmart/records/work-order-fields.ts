// Every documented field of a work order and of its lines and work periods (docs section 7.6), with the shapes in
// which they are served. It holds no rules.

import { type FieldSpec, optional, reply, required } from './field-spec.ts';
import { type FieldSet, fieldSet } from './record-check.ts';
import type { WireValue } from './wire-values.ts';

export const workOrderStatuses = ['Klaargezet', 'Opgehaald', 'Compleet', 'Afgehandeld'] as const;
export type WorkOrderStatus = (typeof workOrderStatuses)[number];

export type WireMaterial = Record<string, WireValue>;
export type WireWorkPeriod = Record<string, WireValue>;
export interface WireStatusChange {
  status: WireValue;
  timestamp: string;
  user: string;
}

/** A work order with the names of the wire; every scalar is text or null. */
export interface WireWorkOrder {
  id: string;
  WorkorderNo: WireValue;
  OrderNr: WireValue;
  status: WorkOrderStatus;
  WorkStatus: WireValue;
  Archived: WireValue;
  MutationDate: WireValue;
  WorksheetCode: WireValue;
  Materials: WireMaterial[];
  Workperiods: WireWorkPeriod[];
  StatusChanges: WireStatusChange[];
  Employees: string[];
  Photos: unknown[];
  Documents: unknown[];
  Forms: unknown[];
  WorkObjects: unknown[];
  /** An account without free fields is served an empty list here: PHP's empty array. */
  FreeFields: Record<string, WireValue> | never[];
  [field: string]: unknown;
}

/** Each customer field twice: the work location, and the party to invoice. */
function customer(name: string, make: (name: string) => FieldSpec): FieldSpec[] {
  return [make(name), make(`${name}Invoice`)];
}

const texts = (make: (name: string) => FieldSpec, ...names: string[]): FieldSpec[] => names.map((name) => make(name));
const replyText = (name: string): FieldSpec => reply(name);
const optionalText = (name: string): FieldSpec => optional(name);
const requiredText = (name: string): FieldSpec => required(name);

export const workOrderFields: FieldSet = fieldSet(
  replyText('id'),
  required('WorkorderNo'),
  optional('OrderNr'),
  ...texts(replyText, 'JobNr', 'Reference', 'ExternalReference', 'ContractNumber', 'SlaCode'),
  ...texts(optionalText, 'ProjectNr', 'ExternProjectNr'),
  replyText('ProjectActivityNr'),
  ...['CustomerName', 'CustomerDebtorNr', 'CustomerStreet'].flatMap((name) => customer(name, requiredText)),
  ...customer('CustomerStreetNo', optionalText),
  ...['CustomerZIP', 'CustomerCity'].flatMap((name) => customer(name, requiredText)),
  ...customer('CustomerCountry', replyText),
  ...customer('CustomerContactPerson', requiredText),
  ...['CustomerPhone', 'CustomerEmail'].flatMap((name) => customer(name, optionalText)),
  ...customer('CustomerRemark', (name) => optional(name, 'long')),
  optional('CustomerLatitude', 'float'),
  optional('CustomerLongitude', 'float'),
  ...customer('CpnCode', optionalText),
  optional('AdrCode'),
  required('TypeOfWork'),
  required('PaymentMethod'),
  optional('ShortWorkDescription'),
  optional('WorkDescription', 'long'),
  optional('InternalWorkDescription', 'long'),
  reply('WorkInstruction', 'long'),
  optional('Comment'),
  optional('EmployeeNr'),
  ...['WorkDate', 'WorkEndDate', 'WorkDeadline'].map((name) => optional(name, 'day')),
  ...['WorkTime', 'WorkEndTime'].map((name) => optional(name, 'time')),
  optional('WorkDuration', 'integer'),
  optional('MinimumHours', 'decimal', '0.00'),
  optional('RoundingAmount', 'text', '0.00'),
  ...texts(replyText, 'CreationDate', 'MutationDate', 'status'),
  optional('WorkStatus'),
  reply('WorkFinished', 'flag', '0'),
  reply('Archived', 'flag', '0'),
  optional('PickupPlanning', 'flag', '0'),
  optional('WebPlanning', 'flag', '0'),
  ...texts(optionalText, 'ErrorCode', 'ErrorMessage', 'SolutionCode', 'SolutionMessage', 'PriorityCode'),
  optional('PriorityMessage'),
  ...texts(replyText, 'PgpCode', 'Accountmanager', 'UDID', 'Signature', 'SignatureUrl', 'SignatureContactperson'),
  ...texts(replyText, 'PdfUrl', 'WordUrl', 'WorksheetCode'),
);

export const materialFields: FieldSet = fieldSet(
  required('MaterialCode'),
  required('MaterialName'),
  required('MaterialNr', 'decimal'),
  optional('MaterialUnit'),
  required('MaterialPrice', 'decimal'),
  reply('MaterialTotalPrice', 'decimal'),
  optional('MaterialType', 'nullable'),
  ...[1, 2, 3, 4, 5].map((number) => optional(`MaterialFreeField${number}`, 'nullable')),
  optional('MaterialDiscountPercentage', 'decimal'),
  optional('MaterialOriginalPrice', 'decimal'),
  optional('MaterialWarehouseCode'),
  optional('MaterialWarrantyCode'),
);

export const workPeriodFields: FieldSet = fieldSet(
  replyText('Id'),
  required('WorkDate', 'day'),
  required('BeginTime', 'time'),
  required('EndTime', 'time'),
  optional('Break', 'integer', '0'),
  required('TotalTime', 'duration'),
  optional('Travel', 'integer', '0'),
  optional('WorkRemark', 'long'),
  optional('HourType', 'short'),
  optional('EmployeeNr', 'short'),
  replyText('ObjCode'),
  replyText('ExternalId'),
);

/** The members of a work order that are lists or objects. */
export const workOrderLists: ReadonlySet<string> = new Set([
  'Materials',
  'Workperiods',
  'StatusChanges',
  'Employees',
  'Photos',
  'Documents',
  'Forms',
  'WorkObjects',
  'FreeFields',
]);
