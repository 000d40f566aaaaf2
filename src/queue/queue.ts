/**
 * Paces the work of all accounts over all processes. Knows a job's account and run, not what a run means.
 * pg-boss underneath, set as docs/decisions/0004-queue.md says: one running job per account, fair between accounts, and a
 * job of a dead process is given out again within seconds.
 */
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Logger } from '../kernel/logger.ts';
import type { AccountId, RunId } from '../model/ids.ts';
import { watchForLaterMigrations } from '../store/migrate.ts';
import type { JobName, RunTrigger } from '../store/records.ts';
import type { Run } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import { ElasticWorkers } from './elastic-workers.ts';

/** Exports do not wait for imports: those take long, and nobody counts on the minute for them. */
const EXPORTS = 'account.run';
const IMPORTS = 'account.import';
const LANES = [EXPORTS, IMPORTS] as const;
const TICK = 'schedule.tick';
const RETENTION = 'store.retention';

/** The shortest that pg-boss allows: the job of a dead process is free again after it. */
const HEARTBEAT_SECONDS = 10;
/** Only a bound: a living process prolongs by heartbeat, and no import takes this long. */
const EXPIRE_SECONDS = 12 * 60 * 60;
/** How often a job is tried: while its account is busy elsewhere the tick goes on after that, after crashes nobody does. */
const RETRIES_MAX = 40;
const RETRY_DELAY_SECONDS = 15;
/** With NOTIFY the default is 30 s between polls, which lets backlogs crawl. */
const POLL_SECONDS = 1;
const ACCOUNTS_PER_TAKE_MAX = 500;
/** A run older than this without a job had its process die between the two, or was a command's that was killed. */
const FORGOTTEN_AFTER_MS = 60_000;

/** At night, once over all processes. */
const RETENTION_CRON = '17 3 * * *';
const RETENTION_POLL_SECONDS = 30;
/** Of one that died with its process; the next night does what it left. */
const RETENTION_EXPIRE_SECONDS = 6 * 60 * 60;

interface RunJob {
  readonly accountId: AccountId;
  readonly runId: RunId;
}

function laneOf(job: JobName): (typeof LANES)[number] {
  return job === 'export' ? EXPORTS : IMPORTS;
}

/** How many accounts one process works on at once; exports become more while slow ones keep them all busy. */
export interface WorkerCounts {
  readonly exports: number;
  readonly exportsMax: number;
  readonly imports: number;
}

/** Does the run, or throws to have it tried again later. */
export type RunHandler = (job: RunJob) => Promise<void>;

export interface QueueOptions {
  readonly store: Store;
  readonly connection: pg.PoolConfig;
  readonly logger: Logger;
  /** Time between automatic exports of one account. */
  readonly everyMs: number;
}

export interface Queue {
  /** Asks for a run; when the same job of the account already waits, answers that one. */
  ask(accountId: AccountId, job: JobName, trigger: RunTrigger, startedBy: string): Promise<Run>;
  /** Begins to work: so many runs at once in this process, of different accounts; and at night what is old is removed. */
  work(workers: WorkerCounts, handle: RunHandler): Promise<void>;
  /** Asks for the exports of all accounts that are due, and gives forgotten runs a job. Answers how many were asked. */
  tick(): Promise<number>;
  /** Migrations of a newer program beside this one; while there are any this process takes no work. */
  laterMigrations(): Promise<readonly string[]>;
  /** Takes no new jobs, waits for those at work up to `timeoutMs`, and closes. */
  stop(timeoutMs: number): Promise<void>;
}

/** Opens the queue; its tables live in a schema of their own in the same database. */
export async function openQueue({ store, connection, logger, everyMs }: QueueOptions): Promise<Queue> {
  const boss = await openBoss(connection, logger);
  const stopping = new AbortController();
  const lanes: ElasticWorkers<RunJob>[] = [];
  const laterMigrations = await watchForLaterMigrations(store.pool);
  let isLeftToNewer = false;
  /** Whether a newer program changed the database: what that means for a run, only that program knows. */
  const leavesToNewer = async (): Promise<boolean> => {
    const later = await laterMigrations();
    if (later.length === 0 || isLeftToNewer) return later.length > 0;
    isLeftToNewer = true;
    logger.error({ migrations: later }, 'a newer program upgraded the database: this one takes no work any more');
    for (const elastic of lanes) elastic.stop();
    for (const name of [...LANES, TICK, RETENTION]) await boss.offWork(name, { wait: false });
    return true;
  };
  const send = ({ accountId, runId, job }: RunJob & { readonly job: JobName }) =>
    boss.insert(laneOf(job), [{ id: runId, data: { accountId, runId }, singletonKey: accountId }]);

  const tick = async (): Promise<number> => {
    let asked = 0;
    if (await leavesToNewer()) return asked;
    for (;;) {
      const due = await store.schedule.takeDue(everyMs, ACCOUNTS_PER_TAKE_MAX);
      for (const accountId of due) {
        const { run, isNew } = await store.forAccount(accountId).runs.ask('export', 'schedule', 'schedule');
        if (isNew) await send({ accountId, runId: run.id, job: 'export' });
      }
      asked += due.length;
      if (due.length < ACCOUNTS_PER_TAKE_MAX) break;
    }
    for (const forgotten of await store.schedule.forgottenRuns(new Date(Date.now() - FORGOTTEN_AFTER_MS))) {
      // The job's id is the run's, so a run that still has its job does not get a second one.
      await send(forgotten);
      // A job that was given up because the account was busy for too long would keep a new one out.
      if (!forgotten.hasBegun) await boss.retry(laneOf(forgotten.job), forgotten.runId);
    }
    return asked;
  };

  return {
    tick,
    laterMigrations,
    async ask(accountId, job, trigger, startedBy) {
      const { run, isNew } = await store.forAccount(accountId).runs.ask(job, trigger, startedBy);
      if (isNew) await send({ accountId, runId: run.id, job });
      return run;
    },
    async work(workers, handle) {
      const work = async (job: RunJob) => {
        if (await leavesToNewer()) throw new Error('left to the newer program');
        await handle(job);
      };
      const lane = (queue: string, count: number, countMax: number) =>
        new ElasticWorkers(
          boss,
          {
            ...{ queue, workers: count, workersMax: countMax, pollSeconds: POLL_SECONDS },
            onTrouble: (error) => logger.error({ err: error }, 'workers could not be added or taken away'),
          },
          work,
        );
      lanes.push(lane(EXPORTS, workers.exports, workers.exportsMax), lane(IMPORTS, workers.imports, workers.imports));
      for (const elastic of lanes) await elastic.start();
      await boss.work(TICK, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
        await tick();
      });
      await boss.schedule(TICK, '* * * * *');
      await boss.work(RETENTION, { pollingIntervalSeconds: RETENTION_POLL_SECONDS }, async () => {
        if (await leavesToNewer()) return;
        logger.info({ removed: await store.retention.removeOld(stopping.signal) }, 'what is older than its time');
      });
      await boss.schedule(RETENTION, RETENTION_CRON, null, { tz: 'Europe/Amsterdam' });
    },
    async stop(timeoutMs) {
      stopping.abort();
      for (const elastic of lanes) elastic.stop();
      await boss.stop({ graceful: true, timeout: timeoutMs, close: true });
    },
  };
}

/** The library with its queues, made where they are missing. */
async function openBoss(connection: pg.PoolConfig, logger: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    ...databaseOptions(connection),
    schema: 'pgboss',
    max: 5,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'queue'));
  await boss.start();
  for (const lane of LANES) {
    await boss.createQueue(lane, {
      policy: 'singleton',
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: EXPIRE_SECONDS,
      retryLimit: RETRIES_MAX,
      retryDelay: RETRY_DELAY_SECONDS,
    });
  }
  await boss.createQueue(TICK, { policy: 'exclusive', retryLimit: 0 });
  await boss.createQueue(RETENTION, {
    policy: 'exclusive',
    retryLimit: 0,
    expireInSeconds: RETENTION_EXPIRE_SECONDS,
  });
  return boss;
}

function databaseOptions({ host, port, user, password, database, connectionString, ssl }: pg.PoolConfig) {
  return {
    ...(connectionString ? { connectionString } : {}),
    ...(host ? { host } : {}),
    ...(port ? { port } : {}),
    ...(user ? { user } : {}),
    ...(typeof password === 'string' ? { password } : {}),
    ...(database ? { database } : {}),
    ...(ssl === undefined ? {} : { ssl }),
  };
}
