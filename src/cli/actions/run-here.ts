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
import { progressDisplay } from '../show/progress-display.ts';

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
export async function runHere(session: Session, { account, store }: ChosenAccount, job: JobName): Promise<RunHere> {
  const { parts, terminal, isJson } = session;
  const { run: asked } = await store.runs.ask(job, 'person', session.person);
  const display = isJson ? null : progressDisplay(terminal);
  const stopping = new Stopping(session, () => store.runs.askCancel(asked.id));
  let run = asked;
  try {
    const ending = runJob(parts, account.id, asked.id, { waitMs: BUSY_MINUTES_MAX * 60_000, signal: stopping.signal });
    let isOver = false;
    const over = ending.then(
      () => undefined,
      () => undefined,
    );
    void over.then(() => {
      isOver = true;
    });
    const askedAt = performance.now();
    let isBusyTold = false;
    while (!isOver) {
      await Promise.race([over, wait(LOOK_EVERY_MS)]);
      run = (await store.runs.find(asked.id)) ?? run;
      stopping.isWaiting = run.state === 'queued';
      if (run.state !== 'queued') display?.show(run);
      else if (!isBusyTold && performance.now() - askedAt > QUEUED_IS_BUSY_AFTER_MS) {
        isBusyTold = true;
        display?.say(
          `Er loopt al een synchronisatie voor ${account.name}; we wachten daarop, hoogstens ${BUSY_MINUTES_MAX} minuten.`,
        );
      }
    }
    const end = await ending;
    if (end.kind === 'busy' && stopping.isAsked) await forget(store, run);
    return {
      run: (await store.runs.find(asked.id)) ?? run,
      isBusyElsewhere: end.kind === 'busy',
      isInterrupted: stopping.isAsked,
    };
  } finally {
    display?.end();
    stopping.end();
  }
}

/** A run that was stopped before its turn came: left waiting, it would stop the next one that is asked for. */
async function forget({ runs }: ChosenAccount['store'], run: Run): Promise<void> {
  const progress = { phase: run.phase ?? 'starting', counts: run.counts, calls: run.calls };
  await runs.finish(run.id, { state: 'cancelled', progress, faultCode: 'sync.cancelled', faultParameters: null });
}

/** What Ctrl-C means meanwhile: first an orderly stop between two records, then an end to calls under way, then the end. */
class Stopping {
  readonly #aborting = new AbortController();
  readonly #giveBack: () => void;
  #presses = 0;
  isWaiting = true;

  constructor({ terminal, takeInterrupts }: Session, askCancel: () => Promise<void>) {
    this.#giveBack = takeInterrupts(() => {
      this.#presses += 1;
      if (this.#presses > 2) return terminal.endNow(EXIT.interrupted);
      if (this.#presses === 2 || this.isWaiting) this.#aborting.abort();
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
