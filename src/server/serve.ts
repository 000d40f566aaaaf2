/**
 * The running service: web and workers in one process, started and stopped in order.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Queue, WorkerCounts } from '../queue/queue.ts';
import { type RunJobOptions, runJob } from '../sync/run-job.ts';
import type { Installation } from '../usecases/installation.ts';
import type { ApiParts } from './api/api-parts.ts';
import type { ApiLimits } from './api/create-api.ts';
import { type LiveChanges, openLiveChanges } from './api/live-changes.ts';
import { apiByPath } from './api/open-api.ts';
import { createHttpServer } from './http-server.ts';
import { answerWhetherReady } from './readiness.ts';
import { tellOfConnections } from './tell-of-connections.ts';

/** A worker whose account is busy elsewhere gives the job back after this; the queue tries again. */
const BUSY_WAIT_MS = 5_000;
/** SIGTERM finishes or hands over within this. */
const STOP_WITHIN_MS = 15_000;
/** How long what is on its way is waited for; after it, its outcome is a question for the next run. */
const LET_FINISH_MS = 10_000;
/** Far within the cycle in which a connection that ended is noticed. */
const TELL_EVERY_MS = 60_000;

export interface RunningService {
  readonly address: string;
  readonly queue: Queue;
  stop(): Promise<void>;
}

/** The port is taken by another program. The text says what to do. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(
      `Port ${port} is taken by another program (is the service running already?). Stop it, or choose another port with KOPPELING_PORT.`,
    );
    this.name = 'PortTaken';
  }
}

/** Starts answering and, with workers, working. Throws PortTaken. */
export async function startService(
  installation: Installation,
  workers: WorkerCounts | null,
  limits?: ApiLimits,
): Promise<RunningService> {
  const { config, parts, identity } = installation;
  const { publicUrl } = config;
  const queueOpened = Promise.withResolvers<Queue>();
  const changes = openLiveChanges(parts.store, parts.logger);
  const app = await createHttpServer(parts, {
    publicUrl,
    sessionOf: async (headers) => (await identity.personOf(headers))?.sessionId ?? null,
    apiFor: apiByPath(apiParts(installation, queueOpened.promise, changes), publicUrl, parts.logger, limits),
  });
  answerWhetherReady(app, queueOpened.promise);
  const address = await app
    .listen({ port: config.port, host: listenHost(publicUrl) })
    .catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new PortTaken(config.port) : error;
    });
  const [windingDown, stopping] = [new AbortController(), new AbortController()];
  const signals = { windDown: windingDown.signal, signal: stopping.signal };
  const queue = await openWorkingQueue(installation, workers, signals).catch(async (error: unknown) => {
    queueOpened.reject(error);
    await app.close();
    throw error;
  });
  queueOpened.resolve(queue);
  const telling = workers ? tellFromTimeToTime(installation) : null;
  return {
    address,
    queue,
    async stop() {
      // Streams end first: they would keep the server from closing in order.
      await changes.close();
      clearInterval(telling ?? undefined);
      const closed = app.close();
      const drained = queue.stop(STOP_WITHIN_MS);
      // Creates on their way get their answer; what has not begun is handed over.
      windingDown.abort();
      await Promise.race([drained, wait(LET_FINISH_MS, undefined, { ref: false })]);
      stopping.abort();
      await drained;
      await closed;
    },
  };
}

/** Mails about connections; one that takes long is not overtaken by the next. */
function tellFromTimeToTime({ config, parts, identity, mailer }: Installation): NodeJS.Timeout {
  let isTelling = false;
  return setInterval(() => {
    if (isTelling) return;
    isTelling = true;
    tellOfConnections({
      news: parts.store.connectionNews,
      peopleOf: (accountId) => identity.companies.members(accountId),
      mailer,
      publicUrl: config.publicUrl,
      logger: parts.logger,
    })
      .catch((error: unknown) => parts.logger.error({ err: error }, 'people could not be told of connections'))
      .finally(() => {
        isTelling = false;
      });
  }, TELL_EVERY_MS).unref();
}

/** What the API works with, once the queue is open. */
async function apiParts(
  { config, parts, identity, demoAccounts }: Installation,
  queue: Promise<Queue>,
  changes: LiveChanges,
): Promise<ApiParts> {
  return { config, parts, identity, demoAccounts, changes, queue: await queue };
}

/** The queue, with `workers` at work on it until the signals end what they do. */
async function openWorkingQueue(
  installation: Installation,
  workers: WorkerCounts | null,
  signals: Pick<RunJobOptions, 'signal' | 'windDown'>,
): Promise<Queue> {
  const queue = await installation.openQueue();
  if (!workers) return queue;
  await queue.work(workers, async ({ accountId, runId }) => {
    const end = await runJob(installation.parts, accountId, runId, { waitMs: BUSY_WAIT_MS, ...signals });
    if (end.kind === 'busy' || end.kind === 'handed-over') {
      throw new Error(`run ${runId} is ${end.kind}; tried again later`);
    }
  });
  return queue;
}

/** Used from this machine alone, it is reachable from this machine alone. */
function listenHost(publicUrl: string): string {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname) ? '127.0.0.1' : '0.0.0.0';
}
