/**
 * The settings of one account, as the page and `settings set` write them. The schema is the one definition of their shape;
 * whether the chosen codes exist is checked against both systems by usecases/check-settings.ts, and what is wrong is told
 * by usecases/save-settings.ts.
 */
import { z } from 'zod';

/** Free texts go to an invoice line; Asperion's limit is unknown, this one is ours. */
const TEXT_CHARACTERS_MAX = 4_000;

const code = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .pipe(z.string().max(255));

/** A chosen code, or null for not chosen. An empty text is not chosen. */
const optionalCode = code
  .nullable()
  .default(null)
  .transform((value) => (value === '' ? null : value));

/** Field ids as in the work order; the internal description never leaves OutSmart (product.md section 3). */
const fieldId = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((field) => field.toLowerCase() !== 'internalworkdescription');

const extraLine = z.strictObject({
  prefix: z.string().max(255).default(''),
  fields: z.array(fieldId).max(3).default([]),
});

export const settingsSchema = z.strictObject({
  /** I1. */
  administrationId: z
    .union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)])
    .nullable()
    .default(null),
  /** I2. */
  importDebtors: z.boolean().default(false),
  importArticles: z.boolean().default(false),
  hourTypesOn: z.boolean().default(false),
  hourSalesTypeId: optionalCode,
  /** E1. */
  exportOn: z.boolean().default(false),
  /** E2. Null: the one found or created at connection time. */
  workStatusCode: optionalCode,
  /** E4. */
  vatCode: optionalCode,
  /** E5. */
  createRelations: z.boolean().default(false),
  debtorKindId: optionalCode,
  paymentConditionId: z
    .union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)])
    .nullable()
    .default(null),
  createMaterials: z.boolean().default(false),
  salesTypeId: optionalCode,
  /** Standaard uursoort. */
  defaultHourType: optionalCode,
  /** E6, minutes. */
  roundMinutes: z.number().int().min(1).max(60).nullable().default(null),
  /** E7, kept as typed. */
  fixedText: z.string().max(TEXT_CHARACTERS_MAX).nullable().default(null),
  /** E8. */
  referenceField: z
    .union([z.literal(''), fieldId])
    .nullable()
    .default(null)
    .transform((value) => (value === '' ? null : value)),
  /** E9. */
  extraLines: z.array(extraLine).max(3).default([]),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
