/**
 * Everything one run works with. Made once by run-job.ts, handed to every step.
 */
import type { Clock, Timer } from '../kernel/clock.ts';
import type { Accounting, Books } from '../model/accounting.ts';
import type { FieldService } from '../model/field-service.ts';
import type { AdministrationId, RunId } from '../model/ids.ts';
import type { RecordChoices } from '../model/record-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { Lease } from '../store/lease.ts';
import type { AccountStore } from '../store/store.ts';
import type { RunMeter } from './run-progress.ts';

/** Limits and waiting times of the installation. */
export interface SyncLimits {
  /** Creates and acknowledgements on their way at once, per account. */
  readonly sendConcurrency: number;
  /** How long after an unclear answer to look again: longer than any request can live. */
  readonly uncertainWaitMs: number;
  /** How often drafts that were made are looked at. */
  readonly followEveryMs: number;
  /** Foreign calls that the automatic runs of an account may bring it to in a day; null without a bound. */
  readonly callsPerDay: number | null;
}

export interface RunContext {
  readonly account: AccountStore;
  readonly lease: Lease;
  readonly runId: RunId;
  /** A person asked for this run. */
  readonly isByHand: boolean;
  readonly settings: Settings;
  /** People's word about single codes, as it was when the run began. */
  readonly choices: RecordChoices;
  readonly administrationId: AdministrationId;
  readonly fieldService: FieldService;
  readonly accounting: Accounting;
  readonly books: Books;
  readonly meter: RunMeter;
  readonly limits: SyncLimits;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Ends calls when the lease is lost or the program stops. */
  readonly signal: AbortSignal;
}
