/**
 * Runs as the API tells them: queued, going on, finished.
 */
import { z } from 'zod';
import { count, isoMoment } from './shapes.ts';

export const job = z.enum(['full', 'debtors', 'articles', 'hourtypes', 'export']);

export const run = z
  .object({
    runId: z.uuid(),
    job,
    trigger: z.enum(['schedule', 'person']),
    /** Who pressed; empty for the schedule. */
    startedBy: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    /** What it is doing, for programs; null before it begins. */
    phase: z.string().nullable(),
    /** The same for people. */
    phaseText: z.string(),
    /** How it went, in a sentence. */
    sentence: z.string(),
    /** What came of it, a sentence each: "3 conceptfacturen gemaakt". */
    results: z.array(z.string()),
    /** As the log shows it; null where it does not apply to the job. */
    columns: z.object({
      new: count.nullable(),
      changed: count.nullable(),
      unchanged: count.nullable(),
      exported: count.nullable(),
      waiting: count.nullable(),
      failed: count.nullable(),
    }),
    uncertain: count,
    /** Of all records this phase will pass; null when not known beforehand. */
    progress: z.object({ done: count, total: count.nullable() }).nullable(),
    calls: count,
    queuedAt: isoMoment,
    startedAt: isoMoment.nullable(),
    finishedAt: isoMoment.nullable(),
    faultCode: z.string().nullable(),
    isCancelAsked: z.boolean(),
  })
  .meta({ id: 'Run' });

export const logLine = z
  .object({
    lineId: z.string(),
    runId: z.uuid().nullable(),
    at: isoMoment,
    subjectKind: z.string(),
    /** Order number, debtor number or code. */
    subjectKey: z.string(),
    subjectName: z.string(),
    /** `invoiced`, `waiting`, … */
    result: z.string(),
    resultText: z.string(),
    /** What happened and why, in a sentence. */
    text: z.string(),
    /** The page of the record in this product; null when there is none. */
    workOrderRowId: z.string().nullable(),
  })
  .meta({ id: 'LogLine' });
