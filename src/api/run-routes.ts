/**
 * Runs, the log, and what goes on right now.
 */
import { z } from 'zod';
import { defineRoutes } from './route.ts';
import { job, logLine, run } from './run-shapes.ts';
import { accountParams, done, isoDate, pageOf, pageQuery } from './shapes.ts';

const runParams = accountParams.extend({ runId: z.uuid() });

const logFilter = {
  /** Order number, customer, debtor number, code or name. */
  search: z.string().trim().max(100).default(''),
  result: z.string().max(40).default(''),
  from: isoDate.optional(),
  until: isoDate.optional(),
};

export const runRoutes = defineRoutes({
  'GET /api/accounts/:accountId/runs': {
    access: 'reader',
    summary: 'Runs, newest first',
    tag: 'runs',
    params: accountParams,
    query: z.object({ ...pageQuery, job: job.optional(), from: isoDate.optional(), until: isoDate.optional() }),
    response: pageOf(run),
  },
  'POST /api/accounts/:accountId/runs': {
    access: 'office',
    summary: 'Start a run; one that waits already is answered instead of a second one',
    tag: 'runs',
    params: accountParams,
    body: z.object({ job }),
    response: run,
  },
  'GET /api/accounts/:accountId/runs/:runId': {
    access: 'reader',
    summary: 'One run',
    tag: 'runs',
    params: runParams,
    response: run,
  },
  'POST /api/accounts/:accountId/runs/:runId/cancellation': {
    access: 'office',
    summary: 'Stop a run between two records',
    tag: 'runs',
    params: runParams,
    response: done,
  },
  'GET /api/accounts/:accountId/runs/:runId/lines': {
    access: 'reader',
    summary: 'What a run did, record by record',
    tag: 'log',
    params: runParams,
    query: z.object(pageQuery),
    response: pageOf(logLine),
  },
  'GET /api/accounts/:accountId/log': {
    access: 'reader',
    summary: 'Lines of all runs, newest first',
    tag: 'log',
    params: accountParams,
    query: z.object({ ...pageQuery, ...logFilter }),
    response: pageOf(logLine),
  },
  'GET /api/accounts/:accountId/log.csv': {
    access: 'reader',
    summary: 'The same lines as CSV (semicolons, UTF-8 with byte order mark, as Dutch spreadsheets read it)',
    tag: 'log',
    params: accountParams,
    query: z.object(logFilter),
  },
  'GET /api/accounts/:accountId/events': {
    access: 'reader',
    summary:
      'Server-sent events: `run` with a Run whenever one changes, `changed` when lists should be read again; a comment every 15 s',
    tag: 'runs',
    params: accountParams,
    /** A stream sends no header of its own choosing. */
    query: z.object({ language: z.enum(['nl', 'en']).optional() }),
  },
});
