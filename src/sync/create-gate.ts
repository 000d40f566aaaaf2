/**
 * The gate that every call of an export's sending passes: so many at once, and no create any more once the run has to stop.
 * What the database does for one work order happens outside it, while the call of another is under way.
 */
import { Fault, isFault } from '../kernel/fault.ts';
import { Slots } from '../kernel/slots.ts';
import type { MaySend } from '../model/accounting.ts';
import type { Intent } from '../store/intents.ts';
import { SYSTEM_WATCHES, sendWithin, type Watches } from './send-within.ts';

/** After so many unclear answers in a row the system is taken to be down, and the rest waits for the next run. */
const UNCLEAR_IN_A_ROW_MAX = 3;
/** An intent that waited for its slot for longer is begun anew, so that its call is not too late when it can go at last. */
const WAIT_FOR_SLOT_MS = 3_000;

/** One create, in the parts that the gate puts in order. */
export interface Creating<T> {
  /** Commits the intent; null when it may not begin. */
  begin(): Promise<Intent | null>;
  call(intent: Intent, maySend: MaySend): Promise<T>;
  /** Takes back an intent whose call never left. */
  unsend(intent: Intent): Promise<void>;
}

/** What became of a create: its answer, or the fault that came instead; the intent stands and is the caller's to settle. */
export type Passed<T> =
  | { readonly intent: Intent; readonly created: T; readonly fault: null }
  | { readonly intent: Intent; readonly created: null; readonly fault: Fault };

interface Begun {
  readonly intent: Intent;
  readonly maySend: MaySend;
  readonly at: number;
}

export class CreateGate {
  readonly #slots: Slots;
  readonly #signal: AbortSignal;
  readonly #watches: Watches;
  #why: { readonly error: unknown } | null = null;
  #unclearInARow = 0;

  /** `signal` is the one that breaks off the calls. */
  constructor(callsAtOnce: number, signal: AbortSignal, watches: Watches = SYSTEM_WATCHES) {
    this.#slots = new Slots(callsAtOnce);
    this.#signal = signal;
    this.#watches = watches;
  }

  get isClosed(): boolean {
    return this.#why !== null;
  }

  /** From now on no create begins; the first reason is the one that counts. What is on its way goes on. */
  close(error: unknown): void {
    this.#why ??= { error };
  }

  /** Throws what the gate was closed for. */
  assertOpen(): void {
    if (this.#why) throw this.#why.error;
  }

  /**
   * Commits the intent, waits for a slot and makes the call. Null when the intent may not begin. What a fault means for the
   * others is decided before anybody else gets the slot. Throws what closed the gate, and anything that is no Fault.
   */
  async create<T>(creating: Creating<T>): Promise<Passed<T> | null> {
    this.assertOpen();
    const begun = await this.#begin(creating);
    if (begun === null) return null;
    return this.#slots.run(async () => {
      const ready = await this.#stillReady(begun, creating);
      if (ready === null) return null;
      const { intent, maySend } = ready;
      try {
        const created = await creating.call(intent, maySend);
        this.#unclearInARow = 0;
        return { intent, created, fault: null };
      } catch (error) {
        if (!isFault(error)) throw error;
        this.#closeIfNeeded(error);
        return { intent, created: null, fault: error };
      }
    });
  }

  /** Tells OutSmart of one invoice, also after the gate was closed: what is stored should be known there. */
  acknowledge<T>(call: () => Promise<T>): Promise<T> {
    return this.#slots.run(call);
  }

  async #begin({ begin }: Creating<unknown>): Promise<Begun | null> {
    // Both clocks start before the intent stands: frozen between its commit and the word of it, a process must not send
    // any more when it wakes, for somebody else may have looked since.
    const maySend = sendWithin(this.#signal, this.#watches);
    const at = this.#watches.timer.elapsedMs();
    const intent = await begin();
    return intent && { intent, maySend, at };
  }

  async #stillReady(begun: Begun, creating: Creating<unknown>): Promise<Begun | null> {
    const isTimely = this.#watches.timer.elapsedMs() - begun.at < WAIT_FOR_SLOT_MS;
    if (isTimely && !this.isClosed) return begun;
    await creating.unsend(begun.intent);
    this.assertOpen();
    return this.#begin(creating);
  }

  #closeIfNeeded(fault: Fault): void {
    // A call that we broke off ourselves says nothing about the system.
    if (this.#signal.aborted) return;
    this.#unclearInARow = fault.retry === 'after-lookup' ? this.#unclearInARow + 1 : 0;
    if (this.#unclearInARow >= UNCLEAR_IN_A_ROW_MAX)
      this.close(new Fault('asperion.unreachable', { retry: 'later', system: 'asperion' }));
    if (fault.retry === 'after-reconnect' || fault.code === 'asperion.wrong_administration') this.close(fault);
  }
}
