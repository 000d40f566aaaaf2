/**
 * Both connections, the settings and their choices, and the first export.
 */
import { z } from 'zod';
import { defineRoutes } from './route.ts';
import { settingsValue } from './settings-value.ts';
import { accountParams, amount, count, done, isoDate, isoMoment, problem } from './shapes.ts';
import { workOrderRow } from './work-order-shapes.ts';

const choice = z.object({ value: z.string(), label: z.string() });

export const connections = z
  .object({
    outsmart: z
      .object({
        state: z.enum(['connected', 'refused']),
        tokenEnding: z.string(),
        connectedAt: isoMoment,
        /** When it was found to be in this state. */
        stateSince: isoMoment,
        text: z.string(),
        /** The work status for export that was found or made when connecting; null when one has to be chosen (E2). */
        workStatusCode: z.string().nullable(),
      })
      .nullable(),
    asperion: z
      .object({
        state: z.enum(['connected', 'ended', 'disconnected']),
        connectedBy: z.string(),
        connectedAt: isoMoment,
        stateSince: isoMoment,
        text: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Connections' });

/** What the drop-downs of the settings offer, as both systems say now. */
export const choices = z
  .object({
    readAt: isoMoment,
    administrations: z.array(choice),
    /** Of the administration asked for; empty lists without one. */
    salesTypes: z.array(choice),
    vatCodes: z.array(choice),
    /** Name of the default VAT code of the administration, which then is used; null: one has to be chosen (E4). */
    defaultVatCode: z.string().nullable(),
    debtorKinds: z.array(choice),
    paymentConditions: z.array(choice),
    /** Articles of the sales type of hour types. */
    hourTypes: z.array(choice),
    workStatuses: z.array(choice),
    /** Fields of a work order by their Dutch label, free fields included (E8, E9). */
    workOrderFields: z.array(choice),
    /** Systems that could not be asked, `asperion` or `outsmart`, and why; their lists are empty. */
    problems: z.array(problem),
  })
  .meta({ id: 'Choices' });

export const savedSettings = z
  .object({
    /** Null before the first save. */
    saved: z
      .object({
        version: z.number().int(),
        value: settingsValue,
        savedBy: z.string(),
        savedAt: isoMoment,
      })
      .nullable(),
    /** Chosen codes that are not in Asperion any more, by field, and what to do. */
    vanished: z.array(problem),
    /** What is so though it makes work orders wait. */
    warnings: z.array(problem),
  })
  .meta({ id: 'SavedSettings' });

export const firstExport = z
  .object({
    isConfirmed: z.boolean(),
    confirmedBy: z.string().nullable(),
    startDate: isoDate.nullable(),
    /** What stands ready or waits now; empty when a look has not been taken yet. */
    orders: z.array(workOrderRow),
    months: z.array(z.object({ month: z.string(), count, amount })),
    lookedAt: isoMoment.nullable(),
  })
  .meta({ id: 'FirstExport' });

export const settingsRoutes = defineRoutes({
  'GET /api/accounts/:accountId/connections': {
    access: 'reader',
    summary: 'State of both connections',
    tag: 'connections',
    params: accountParams,
    response: connections,
  },
  'POST /api/accounts/:accountId/connections/check': {
    access: 'office',
    summary: 'Try both connections now',
    tag: 'connections',
    params: accountParams,
    response: connections,
  },
  'PUT /api/accounts/:accountId/connections/outsmart': {
    access: 'manager',
    summary: 'Connect OutSmart with its token, or with the address that its back office opened',
    tag: 'connections',
    params: accountParams,
    body: z.object({ token: z.string().trim().min(1).max(2000) }),
    response: z.object({
      tokenEnding: z.string(),
      /** The work status for export; null when one has to be chosen in the settings. */
      workStatus: z.object({ code: z.string(), name: z.string(), isCreated: z.boolean() }).nullable(),
    }),
  },
  'POST /api/accounts/:accountId/connections/asperion': {
    access: 'manager',
    summary: 'Begin connecting Asperion: where the browser has to go; bound to this session',
    tag: 'connections',
    params: accountParams,
    isForSessionsOnly: true,
    response: z.object({ url: z.string() }),
  },
  'DELETE /api/accounts/:accountId/connections/asperion': {
    access: 'manager',
    summary: 'Disconnect Asperion and revoke its tokens there',
    tag: 'connections',
    params: accountParams,
    response: z.object({ isRevoked: z.boolean() }),
  },
  'GET /api/accounts/:accountId/settings': {
    access: 'reader',
    summary: 'The settings as last saved',
    tag: 'settings',
    params: accountParams,
    response: savedSettings,
  },
  'PUT /api/accounts/:accountId/settings': {
    access: 'manager',
    summary: 'Save the settings, after checking every chosen code; refused when somebody else saved meanwhile',
    tag: 'settings',
    params: accountParams,
    body: z.object({
      /** As in GET; checked by the server field by field. */
      value: z.record(z.string(), z.unknown()),
      /** The version that was looked at; 0 before the first save. */
      basedOn: z.number().int().min(0),
      mayChangeAdministration: z.boolean().default(false),
    }),
    response: savedSettings,
  },
  'GET /api/accounts/:accountId/choices': {
    access: 'reader',
    summary: 'What the drop-downs of the settings offer',
    tag: 'settings',
    params: accountParams,
    query: z.object({
      administrationId: z.string().regex(/^\d*$/).default(''),
      hourSalesTypeId: z.string().max(255).default(''),
    }),
    response: choices,
  },
  'GET /api/accounts/:accountId/first-export': {
    access: 'reader',
    summary: 'What would go at the first export, and whether it was confirmed',
    tag: 'first export',
    params: accountParams,
    response: firstExport,
  },
  'POST /api/accounts/:accountId/first-export': {
    access: 'manager',
    summary: 'Confirm the first export; what may not go is handled by hand from now on',
    tag: 'first export',
    params: accountParams,
    body: z.object({
      /** Work orders from before this day stay behind; null: all may go. */
      startDate: isoDate.nullable(),
      /** Of those that stand there now, these stay behind. */
      leaveBehind: z.array(z.string().max(100)).max(5000).default([]),
    }),
    response: done,
  },
});
