/**
 * Runs one job of one account in this process and shows how far it is. A running server does not get in its way: the
 * account's lease lets one of them work at a time. Knows nothing of what comes before and after.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { JobName } from '../../store/records.ts';
import type { Run } from '../../store/runs.ts';
import { runJob } from '../../sync/run-job.ts';
import { EXIT } from '../exit-codes.ts';
import type { ChosenAccount, Session } from '../session.ts';
import { type ProgressDisplay, progressDisplay } from '../show/progress-display.ts';

export interface RunHere {
  /** As it is stored at the end. */
  readonly run: Run;
  /** Somebody else worked on the account for too long; the run still waits for its turn. */
  readonly isBusyElsewhere: boolean;
  readonly isInterrupted: boolean;
}

const BUSY_MINUTES_MAX = 15;
const LOOK_EVERY_MS = 250;
/** Longer than it takes to begin when nobody is in the way. */
const QUEUED_IS_BUSY_AFTER_MS = 1_500;

/** Asks for the job, runs it and answers how it ended. A bug is thrown on. */
export async function runHere(session: Session, chosen: ChosenAccount, job: JobName): Promise<RunHere> {
  const { parts, terminal, isJson } = session;
  const { runs } = chosen.store;
  const { run: asked } = await runs.ask(job, 'person', session.person);
  const display = isJson ? null : progressDisplay(terminal);
  const stopping = new Stopping(session, () => runs.askCancel(asked.id));
  try {
    const options = { waitMs: BUSY_MINUTES_MAX * 60_000, signal: stopping.signal };
    const ending = runJob(parts, chosen.account.id, asked.id, options);
    await watch(chosen, asked, { ending, display, stopping });
    const end = await ending;
    const run = (await runs.find(asked.id)) ?? asked;
    const isLeft = run.state === 'queued';
    if (!isLeft || !stopping.isAsked)
      return { run, isBusyElsewhere: isLeft && end.kind === 'busy', isInterrupted: stopping.isAsked };
    await forget(chosen, run);
    return { run: (await runs.find(asked.id)) ?? run, isBusyElsewhere: false, isInterrupted: true };
  } finally {
    display?.end();
    stopping.end();
  }
}

interface Watching {
  readonly ending: Promise<unknown>;
  readonly display: ProgressDisplay | null;
  readonly stopping: Stopping;
}

/** Shows the run until the job is over, however it ended. */
async function watch(
  { account, store }: ChosenAccount,
  asked: Run,
  { ending, display, stopping }: Watching,
): Promise<void> {
  let isOver = false;
  const over = ending
    .catch(() => undefined)
    .then(() => {
      isOver = true;
    });
  const busyAt = performance.now() + QUEUED_IS_BUSY_AFTER_MS;
  let isBusyTold = false;
  while (!isOver) {
    await Promise.race([over, wait(LOOK_EVERY_MS)]);
    const run = await store.runs.find(asked.id);
    if (!run || isOver) continue;
    if (run.state !== 'queued') {
      stopping.hasBegun = true;
      display?.show(run);
    } else if (!isBusyTold && !stopping.hasBegun && performance.now() > busyAt) {
      isBusyTold = true;
      display?.say(
        `Er loopt al een synchronisatie voor ${account.name}; we wachten daarop, hoogstens ${BUSY_MINUTES_MAX} minuten.`,
      );
    }
  }
}

/** A run that was stopped before its turn came, or handed over: left waiting, it would stop the next one that is asked for. */
async function forget({ store }: ChosenAccount, run: Run): Promise<void> {
  const progress = { phase: run.phase ?? 'starting', counts: run.counts, calls: run.calls };
  await store.runs.finish(run.id, { state: 'cancelled', progress, faultCode: 'sync.cancelled', faultParameters: null });
}

/** What Ctrl-C means meanwhile: first an orderly stop between two records, then an end to calls under way, then the end. */
class Stopping {
  readonly #aborting = new AbortController();
  readonly #giveBack: () => void;
  #presses = 0;
  /** Until then there is nothing to finish first. */
  hasBegun = false;

  constructor({ terminal, takeInterrupts }: Session, askCancel: () => Promise<void>) {
    this.#giveBack = takeInterrupts(() => {
      this.#presses += 1;
      if (this.#presses > 2) return terminal.endNow(EXIT.interrupted);
      if (this.#presses === 2 || !this.hasBegun) this.#aborting.abort();
      else terminal.tell('\nWe stoppen na wat nu bezig is. Nog eens Ctrl-C breekt af.');
      // The run itself looks for this; that it cannot be written shows up there too.
      askCancel().catch(() => undefined);
    });
  }

  get signal(): AbortSignal {
    return this.#aborting.signal;
  }

  get isAsked(): boolean {
    return this.#presses > 0;
  }

  end(): void {
    this.#giveBack();
  }
}
