/**
 * The overview, the lists of work orders, one work order beside its invoice, and what a person can do about those that wait.
 */
import { z } from 'zod';
import { defineRoutes } from './route.ts';
import { run } from './run-shapes.ts';
import { accountParams, count, done, isoMoment, pageOf, pageQuery, tally } from './shapes.ts';
import { cause, overview, place, workOrderDetail, workOrderRow } from './work-order-shapes.ts';

const orderParams = accountParams.extend({ rowId: z.string().min(1).max(100) });

/** With those whose state did not allow it, and the reason. */
const decidedAboutMany = z.object({
  done: count,
  refused: z.array(z.object({ rowId: z.string(), text: z.string() })),
});

const listFilter = {
  place: place.optional(),
  search: z.string().trim().max(100).default(''),
  causeId: z.string().max(300).default(''),
  /** `2026-11`: the month of the work. */
  month: z
    .string()
    .regex(/^(\d{4}-\d{2})?$/)
    .default(''),
};

export const workOrderRoutes = defineRoutes({
  'GET /api/accounts/:accountId/overview': {
    access: 'reader',
    summary: 'How things stand, in one answer',
    tag: 'work orders',
    params: accountParams,
    response: overview,
  },
  'GET /api/accounts/:accountId/work-orders': {
    access: 'reader',
    summary: 'Work orders, newest work first',
    tag: 'work orders',
    params: accountParams,
    query: z.object({ ...pageQuery, ...listFilter }),
    response: pageOf(workOrderRow).extend({ totals: z.record(place, tally), found: tally }),
  },
  'GET /api/accounts/:accountId/causes': {
    access: 'reader',
    summary: 'Waiting work orders by cause, most money first',
    tag: 'work orders',
    params: accountParams,
    response: z.object({ causes: z.array(cause) }),
  },
  'GET /api/accounts/:accountId/work-orders/:rowId': {
    access: 'reader',
    summary: 'One work order beside its invoice, every value with its origin',
    tag: 'work orders',
    params: orderParams,
    response: workOrderDetail,
  },
  'POST /api/accounts/:accountId/work-orders/skip': {
    access: 'office',
    summary: 'Handled by hand: these are not exported any more',
    tag: 'work orders',
    params: accountParams,
    body: z.object({ rowIds: z.array(z.string().max(100)).min(1).max(500) }),
    response: decidedAboutMany,
  },
  'POST /api/accounts/:accountId/work-orders/unskip': {
    access: 'office',
    summary: 'Back again: the next export judges these afresh',
    tag: 'work orders',
    params: accountParams,
    body: z.object({ rowIds: z.array(z.string().max(100)).min(1).max(500) }),
    response: decidedAboutMany,
  },
  'POST /api/accounts/:accountId/work-orders/make-again': {
    access: 'office',
    summary: 'Drafts that were deleted in Asperion are made again, and exported at once',
    tag: 'work orders',
    params: accountParams,
    body: z.object({ rowIds: z.array(z.string().max(100)).min(1).max(500) }),
    response: decidedAboutMany.extend({ run: run.nullable() }),
  },
  'POST /api/accounts/:accountId/work-orders/keep-invoice': {
    access: 'office',
    summary: 'The invoice stays as it is, though the work order was changed after it',
    tag: 'work orders',
    params: accountParams,
    body: z.object({ rowIds: z.array(z.string().max(100)).min(1).max(500) }),
    response: decidedAboutMany,
  },
  'POST /api/accounts/:accountId/work-orders/:rowId/uncertain': {
    access: 'office',
    summary: 'A person says whether the draft of an uncertain work order is there, once looking it up could not tell',
    tag: 'work orders',
    params: orderParams,
    /** `is-there`: the one that was found, or one that only the person can see. `make-again`: there is none. */
    body: z.object({ decision: z.enum(['is-there', 'make-again']) }),
    response: z.object({ run: run }),
  },
  'POST /api/accounts/:accountId/work-orders/retry': {
    access: 'office',
    summary: 'Try now: an export in which all that wait are judged again',
    tag: 'work orders',
    params: accountParams,
    response: run,
  },
  'POST /api/accounts/:accountId/causes/creation': {
    access: 'office',
    summary: 'Create this one debtor or article in Asperion although creating is off, and export what waited for it',
    tag: 'work orders',
    params: accountParams,
    body: z.object({ causeId: z.string().max(300) }),
    response: run,
  },
  'POST /api/accounts/:accountId/links': {
    access: 'office',
    summary: 'Lay a lasting link from a code in OutSmart to a record in Asperion, and export what waited for it',
    tag: 'links',
    params: accountParams,
    body: z.object({
      kind: z.enum(['debtor', 'article']),
      /** The code on the work order. */
      code: z.string().trim().min(1).max(100),
      /** Customer number or article code in Asperion. */
      targetCode: z.string().trim().min(1).max(100),
    }),
    response: run,
  },
  'GET /api/accounts/:accountId/links': {
    access: 'reader',
    summary: 'Lasting links of the administration of the settings',
    tag: 'links',
    params: accountParams,
    response: z.object({
      links: z.array(
        z.object({
          kind: z.enum(['debtor', 'article']),
          code: z.string(),
          targetCode: z.string(),
          targetName: z.string(),
          by: z.string(),
          at: isoMoment,
        }),
      ),
    }),
  },
  'DELETE /api/accounts/:accountId/links/:kind/:code': {
    access: 'office',
    summary: 'Remove a lasting link',
    tag: 'links',
    params: accountParams.extend({ kind: z.enum(['debtor', 'article']), code: z.string().max(100) }),
    response: done,
  },
  'GET /api/accounts/:accountId/asperion-records': {
    access: 'reader',
    summary: 'Debtors or articles in Asperion to choose from, by number, code or name',
    tag: 'links',
    params: accountParams,
    query: z.object({ kind: z.enum(['debtor', 'article']), search: z.string().trim().max(100).default('') }),
    response: z.object({
      records: z.array(z.object({ code: z.string(), name: z.string(), note: z.string() })),
      /** There are more than are answered. */
      isCut: z.boolean(),
    }),
  },
  'POST /api/accounts/:accountId/misplaced': {
    access: 'manager',
    summary: 'What to do with a draft that landed in another administration than meant; lifts the stop',
    tag: 'work orders',
    params: accountParams,
    body: z.object({ decision: z.enum(['keep', 'delete']) }),
    response: done,
  },
});
