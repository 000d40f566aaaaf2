/**
 * The settings as the API answers them. What may be sent is more forgiving (model/settings.ts): a number for a code, what is
 * left out; here every member stands, as it was saved.
 */
import { z } from 'zod';
import type { Settings } from '../model/settings.ts';

const code = z.string().nullable();

export const settingsValue = z
  .object({
    /** I1. */
    administrationId: z.number().int().nullable(),
    /** I2, I3. */
    importDebtors: z.boolean(),
    importArticles: z.boolean(),
    hourTypesOn: z.boolean(),
    hourSalesTypeId: code,
    /** E1. */
    exportOn: z.boolean(),
    /** E2; null: the one found or created at connection time. */
    workStatusCode: code,
    /** E4. */
    vatCode: code,
    /** E5. */
    createRelations: z.boolean(),
    debtorKindId: code,
    paymentConditionId: z.number().int().nullable(),
    createMaterials: z.boolean(),
    salesTypeId: code,
    defaultHourType: code,
    /** E6, minutes. */
    roundMinutes: z.number().int().nullable(),
    /** E7, as typed. */
    fixedText: z.string().nullable(),
    /** E8. */
    referenceField: code,
    /** E9. */
    extraLines: z.array(z.object({ prefix: z.string(), fields: z.array(z.string()) })),
  })
  .meta({ id: 'Settings' }) satisfies z.ZodType<Settings>;
