/**
 * A person asks for a run, or asks to stop one. Who did is remembered in the audit trail.
 */
import type { RunId } from '../model/ids.ts';
import type { Queue } from '../queue/queue.ts';
import type { JobName } from '../store/records.ts';
import type { Run } from '../store/runs.ts';
import type { AccountStore } from '../store/store.ts';
import { refusal } from './sentences-refusals.ts';

/** Asks for a run; one of the same job that waits already is answered instead of a second one. */
export async function startRun(
  queue: Pick<Queue, 'ask'>,
  account: AccountStore,
  job: JobName,
  startedBy: string,
): Promise<Run> {
  const run = await queue.ask(account.accountId, job, 'person', startedBy);
  await account.audit.add({ by: startedBy, action: 'run.started', parameters: { job, runId: run.id } });
  return run;
}

/** A run that waits ends at once, one that goes on between two records. Refusals: run.unknown, run.over. */
export async function cancelRun(account: AccountStore, runId: RunId, askedBy: string): Promise<void> {
  const run = await knownRun(account, runId);
  if (run.finishedAt !== null) throw refusal('run.over');
  await account.runs.askCancel(runId);
  await account.audit.add({ by: askedBy, action: 'run.cancelled', parameters: { job: run.job, runId } });
}

/** Refusal run.unknown. */
export async function knownRun(account: AccountStore, runId: RunId): Promise<Run> {
  const run = await account.runs.find(runId);
  if (run === null) throw refusal('run.unknown');
  return run;
}
