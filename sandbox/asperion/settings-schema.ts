// Judges changes of the settings that come from another process: known names and sensible values only.
import { z } from 'zod';
import { dayOf } from './books/dates.ts';
import { type AsperionSettings, COMPARISONS } from './settings.ts';

const count = z.number().int().min(0);
const positive = z.number().int().min(1);
const day = z.string().refine((text) => dayOf(text) === text, 'not a day (YYYY-MM-DD)');

const all = {
  latencyMs: count,
  lateVisibilityMs: count,
  tenantHeaders: z.array(z.string().min(1)),
  unknownTenant: z.enum(['forbidden', 'default']),
  pageSizeDefault: positive,
  pageSizeMax: positive,
  pageBase: count,
  pageLinks: z.enum(['relative', 'absolute']),
  defaultComparison: z.enum(COMPARISONS),
  createdStatus: z.union([z.literal(200), z.literal(201)]),
  validateOnlyStatus: z.union([z.literal(200), z.literal(204)]),
  errorContentType: z.enum(['application/json', 'application/problem+json']),
  draftsPath: z.string().min(1).nullable(),
  duplicateInvoiceNumber: z.enum(['refused', 'accepted']),
  closedUntil: day.nullable(),
  checkDebtorFormats: z.boolean(),
  scopes: z.array(z.string().min(1)).min(1),
  defaultScope: z.string().nullable(),
  apiScope: z.string().nullable(),
  pkceRequired: z.boolean(),
  anyLoopbackRedirect: z.boolean(),
  accessTokenLifetimeSeconds: positive,
  authorizationCodeLifetimeSeconds: positive,
  refreshTokenSlidingSeconds: positive,
  refreshTokenAbsoluteSeconds: positive,
  rotateRefreshTokens: z.boolean(),
} satisfies Record<keyof AsperionSettings, z.ZodType>;

type Optional = { [K in keyof typeof all]: z.ZodExactOptional<(typeof all)[K]> };

/** Any of the settings. */
export const settingsSchema = z.strictObject(
  Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, schema.exactOptional()])) as Optional,
);
