/**
 * The licence manager (L1-L3).
 */
import { z } from 'zod';
import { defineRoutes } from './route.ts';
import { accountParams, amount, isoDate } from './shapes.ts';

export const licences = z
  .object({
    /** Last day of the trial; null when it is over. */
    trialUntil: isoDate.nullable(),
    connectors: z.array(
      z.object({
        connector: z.string(),
        name: z.string(),
        description: z.string(),
        once: amount,
        perYear: amount,
        perMonth: amount,
        vatPercentage: z.string(),
        vatPerYear: amount,
        perYearWithVat: amount,
        /** What an order of today would come to. */
        offer: z.object({ startsOn: isoDate, paidFrom: isoDate, firstInvoiceOn: isoDate, firstInvoice: amount }),
        licence: z
          .object({
            state: z.enum(['trial', 'running', 'cancelled', 'ended']),
            orderedBy: z.string(),
            orderedOn: isoDate,
            /** Last day of the paid year, or of the trial. */
            runsUntil: isoDate,
            cancelledBy: z.string().nullable(),
            cancelledOn: isoDate.nullable(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'Licences' });

const connectorParams = accountParams.extend({ connector: z.string().max(40) });

export const licenceRoutes = defineRoutes({
  'GET /api/accounts/:accountId/licences': {
    access: 'reader',
    summary: 'Connectors that can be ordered, their price, and the licences of this company',
    tag: 'licences',
    params: accountParams,
    response: licences,
  },
  'POST /api/accounts/:accountId/licences/:connector': {
    access: 'manager',
    summary: 'Order a connector, after the person saw price, VAT and start date',
    tag: 'licences',
    params: connectorParams,
    body: z.object({ isAgreed: z.literal(true) }),
    response: licences,
  },
  'DELETE /api/accounts/:accountId/licences/:connector': {
    access: 'manager',
    summary: 'Cancel: it ends with the paid year',
    tag: 'licences',
    params: connectorParams,
    response: licences,
  },
  'POST /api/accounts/:accountId/licences/:connector/resumption': {
    access: 'manager',
    summary: 'Take a cancellation back, until the licence has ended',
    tag: 'licences',
    params: connectorParams,
    response: licences,
  },
});
