/**
 * Runs one job of one account from begin to end: lease, preconditions, the job's steps, and an end that is always stored.
 */
import { type Clock, systemTimer, type Timer } from '../kernel/clock.ts';
import { Fault, isFault } from '../kernel/fault.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Accounting } from '../model/accounting.ts';
import type { FieldService } from '../model/field-service.ts';
import type { AccountId, RunId } from '../model/ids.ts';
import type { Lease } from '../store/lease.ts';
import type { Run } from '../store/runs.ts';
import type { AccountStore, Store } from '../store/store.ts';
import { allowanceOf } from './allowance.ts';
import type { Doors } from './doors.ts';
import { exportWorkOrders } from './export-work-orders.ts';
import { holdLease } from './hold-lease.ts';
import { type ArticleImport, importArticles } from './import-articles.ts';
import { importDebtors } from './import-debtors.ts';
import { type Preconditions, preconditionsOf } from './preconditions.ts';
import type { RunContext, SyncLimits } from './run-context.ts';
import { RunMeter } from './run-progress.ts';

export interface SyncParts {
  readonly store: Store;
  readonly doors: Doors;
  readonly limits: SyncLimits;
  readonly clock: Clock;
  /** Sets the clock by the database's, before each run; left out where no machine's clock can be wrong. */
  readonly alignClock?: () => Promise<void>;
  /** The real one when left out. */
  readonly timer?: Timer;
  readonly logger: Logger;
  /** Names this process among the holders of leases. */
  readonly holder: string;
}

/**
 * `busy`: somebody else works on this account and did not finish within the waiting time; the run stays queued.
 * `handed-over`: this process was told to stop; the run is queued again. `gone`: there was nothing (left) to do, or another
 * worker took the run over.
 */
export type JobEnd =
  | { readonly kind: 'finished'; readonly run: Run }
  | { readonly kind: 'busy' | 'handed-over' | 'gone' };

export interface RunJobOptions {
  readonly waitMs: number;
  /** Ends everything at once, calls on their way included: what became of those has to be looked up later. */
  readonly signal: AbortSignal;
  /** Ends it between two records: what is on its way still gets its answer. */
  readonly windDown?: AbortSignal;
}

/**
 * Runs a queued run. Waits up to `waitMs` for another worker on the same account. Faults end the run as failed and are
 * stored with it; a bug is stored as failed too and then thrown on.
 */
export async function runJob(
  parts: SyncParts,
  accountId: AccountId,
  runId: RunId,
  options: RunJobOptions,
): Promise<JobEnd> {
  const account = parts.store.forAccount(accountId);
  const held = await holdLease(account.leases, parts.holder, options, parts.timer);
  if (held === null) return { kind: 'busy' };
  try {
    await parts.alignClock?.();
    await account.runs.closeAbandoned(runId);
    const run = await account.runs.find(runId);
    if (!run || !(await account.runs.begin(runId, held.lease))) return { kind: 'gone' };
    await runHeld(parts, account, run, held.lease, { ...options, lease: held.signal });
    const ended = await account.runs.find(runId);
    if (!ended || !(await account.runs.isUnder(runId, held.lease))) return { kind: 'gone' };
    return ended.state === 'queued' ? { kind: 'handed-over' } : { kind: 'finished', run: ended };
  } finally {
    await held.release();
  }
}

interface RunSignals {
  /** Aborted when the lease is lost or the program stops. */
  readonly lease: AbortSignal;
  /** Aborted when the program stops. */
  readonly signal: AbortSignal;
  readonly windDown?: AbortSignal;
}

async function runHeld(
  parts: SyncParts,
  account: AccountStore,
  run: Run,
  lease: Lease,
  signals: RunSignals,
): Promise<void> {
  const signal = signals.lease;
  const opened: { fieldService?: FieldService; accounting?: Accounting } = {};
  const meter = new RunMeter(
    { runs: account.runs, runId: run.id, lease },
    () => (opened.fieldService?.callCount ?? 0) + (opened.accounting?.callCount ?? 0),
    signals.windDown,
    parts.timer,
  );
  const finish = (state: 'done' | 'failed' | 'cancelled', fault: Fault | null) => {
    const parameters = fault ? faultParameters(fault) : null;
    const end = { state, progress: meter.snapshot(), faultCode: fault?.code ?? null, faultParameters: parameters };
    return account.runs.finish(run.id, end, lease);
  };
  try {
    if (run.isCancelAsked) throw new Fault('sync.cancelled', { retry: 'never' });
    const preconditions = await preconditionsOf(account, run.job);
    meter.allow(await allowanceOf(parts, account, run));
    opened.fieldService = await parts.doors.openFieldService(account, signal);
    opened.accounting = await parts.doors.openAccounting(account, signal);
    const context: RunContext = {
      account,
      lease,
      runId: run.id,
      isByHand: run.trigger === 'person',
      settings: preconditions.settings,
      choices: await account.recordChoices(preconditions.administrationId).current(),
      administrationId: preconditions.administrationId,
      fieldService: opened.fieldService,
      accounting: opened.accounting,
      books: opened.accounting.books(preconditions.administrationId),
      meter,
      limits: parts.limits,
      clock: parts.clock,
      timer: parts.timer ?? systemTimer,
      signal,
    };
    const isConfirmed = await runSteps(context, run, preconditions);
    await account.connections.markOutSmart('connected', null);
    await account.circuits.succeeded();
    await finish('done', isConfirmed ? null : new Fault('sync.first_export_unconfirmed', { retry: 'never' }));
  } catch (error) {
    const fault = isFault(error) ? error : null;
    // Whoever took it over says how it ends.
    if (fault && !(await account.runs.isUnder(run.id, lease))) return;
    const isStopping = signals.signal.aborted || signals.windDown?.aborted === true;
    if (isStopping && fault && (await account.runs.handOver(run.id, lease))) return;
    if (fault) await rememberFault(account, run, fault);
    await finish(fault?.code === 'sync.cancelled' ? 'cancelled' : 'failed', fault);
    parts.logger[fault ? 'warn' : 'error'](
      { accountId: account.accountId, runId: run.id, job: run.job, err: error },
      'run ended early',
    );
    if (!fault) throw error;
  }
}

/** Answers false when the export found work orders but nobody confirmed the first export yet. */
async function runSteps(context: RunContext, run: Run, preconditions: Preconditions): Promise<boolean> {
  const { settings } = context;
  const isFull = run.job === 'full';
  if (run.job === 'debtors' || (isFull && settings.importDebtors)) await importDebtors(context);
  const wanted: ArticleImport[] = [];
  if (run.job === 'articles' || (isFull && settings.importArticles)) wanted.push('materials');
  if (run.job === 'hourtypes' || (isFull && settings.hourTypesOn)) wanted.push('hour-types');
  if (wanted.length > 0) await importArticles(context, wanted);
  if (!(run.job === 'export' || (isFull && settings.exportOn))) return true;
  if (preconditions.workStatusCode === null)
    throw new Fault('sync.not_configured', { retry: 'never', field: 'workStatusCode' });
  return (await exportWorkOrders(context, preconditions.workStatusCode, preconditions.outsmartKey)) === 'done';
}

/** More than can wait at once: one of each job. */
const RECENT_RUNS = 10;

async function rememberFault(account: AccountStore, run: Run, fault: Fault): Promise<void> {
  if (fault.code === 'outsmart.token_refused') await account.connections.markOutSmart('refused', fault.code);
  const { system } = fault.detail;
  if (system) await account.foreignFaults.keep(fault);
  // What only a person can mend needs no waiting: it is found out with one call.
  if (system && fault.retry === 'later') await account.circuits.failed(system, fault.code);
  if (fault.code === 'sync.cancelled') return;
  const previous = (await account.runs.list(RECENT_RUNS)).find(({ id, finishedAt }) => id !== run.id && finishedAt);
  const isKnown = run.trigger === 'schedule' && previous?.faultCode === fault.code;
  // The run itself keeps what happened; the log tells it once as long as it stays the same.
  if (isKnown) return;
  await account.log.add(run.id, [
    {
      subjectKind: 'account',
      subjectKey: '',
      subjectName: '',
      result: 'failed',
      code: fault.code,
      parameters: faultParameters(fault),
    },
  ]);
}

/** What a sentence about the fault needs; never a body, an address or a token. */
function faultParameters(fault: Fault): Record<string, string> {
  const { system, call, field, messages, parameters } = fault.detail;
  return {
    ...parameters,
    ...(system ? { system } : {}),
    ...(call ? { call } : {}),
    ...(field ? { field } : {}),
    ...(messages?.length ? { messages: messages.join(' ').slice(0, 1_000) } : {}),
  };
}
