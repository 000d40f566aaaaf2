/**
 * The shapes of OutSmart's answers, member names as on the wire. Tolerant by design: every member may be text or number,
 * null or absent, and one odd member never spoils the record around it. Decides nothing.
 */
import { z } from 'zod';
import { amountOf, durationOf, listOf, type Misshapen, minutesOf, textOf, timeOfDayOf } from './wire-values.ts';
import { isFreeFieldMember, type ScalarFieldId, scalarFields } from './work-order-fields.ts';

const member = z.unknown().optional();
const text = member.transform(textOf);
const list = member.transform(listOf);
const amount = member.transform(amountOf);

/** Free-field values by member name; an account without free fields may send `[]`, PHP's empty array. */
const freeFields = member.transform((value): Readonly<Record<string, string | Misshapen>> | Misshapen => {
  if (value === null || value === undefined || value === '' || value === false) return {};
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return { found: String(textOrFound(value)) };
  const values = Object.entries(value).filter(([name]) => isFreeFieldMember(name));
  return Object.fromEntries(values.map(([name, found]) => [name, textOf(found)]));
});

function textOrFound(value: unknown): string {
  const read = textOf(value);
  return typeof read === 'string' ? read : read.found;
}

const scalarShape = Object.fromEntries(scalarFields.map((field) => [field.id, text])) as Record<
  ScalarFieldId,
  typeof text
>;

/** What every answer is wrapped in. `code` decides; the HTTP status of documented errors is 200. */
export const envelopeRecord = z.object({
  /** @assumed (API notes 3) A number; digits as text are taken too. */
  code: z.union([z.number().int(), z.string().trim().regex(/^\d+$/).transform(Number)]),
  messages: member.transform((value) => {
    const all = Array.isArray(value) ? value : [value];
    return all.map(textOrFound).filter((message) => message !== '');
  }),
  response: member,
});

/** A work order. The field table writes `Id` and `Status`, the samples `id` and `status`; both are read. */
export const workOrderRecord = z.object({
  ...scalarShape,
  id: text,
  Id: text,
  status: text,
  Status: text,
  WorkStatus: text,
  Archived: text,
  MutationDate: text,
  Materials: list,
  Workperiods: list,
  FreeFields: freeFields,
});
export type WorkOrderRecord = z.output<typeof workOrderRecord>;

export const materialLineRecord = z.object({
  MaterialCode: text,
  MaterialName: text,
  MaterialUnit: text,
  MaterialNr: amount,
  MaterialPrice: amount,
});

export const workPeriodRecord = z.object({
  WorkDate: text,
  HourType: text,
  WorkRemark: text,
  EmployeeNr: text,
  TotalTime: member.transform(durationOf),
  BeginTime: member.transform(timeOfDayOf),
  EndTime: member.transform(timeOfDayOf),
  Break: member.transform(minutesOf),
});

export const workStatusRecord = z.object({ sta_code: text, sta_name: text });

export const hourTypeRecord = z.object({ code: text, name: text, sale_price: amount, active: text });

export const freeFieldRecord = z.object({
  fld_entity: text,
  fld_name: text,
  fld_reference_name: text,
  fld_order: text,
});
