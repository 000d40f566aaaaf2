/**
 * The gate that every call of an export's sending passes: so many at once, and no create any more once the run has to stop.
 * Storing what came of one work order happens outside it, while the call of another is under way.
 */
import { Fault, isFault } from '../kernel/fault.ts';
import { Slots } from '../kernel/slots.ts';
import type { Intent } from '../store/intents.ts';

/** After so many unclear answers in a row the system is taken to be down, and the rest waits for the next run. */
const UNCLEAR_IN_A_ROW_MAX = 3;

/** What became of a create: its answer, or the fault that came instead; the intent stands and is the caller's to settle. */
export type Passed<T> =
  | { readonly intent: Intent; readonly created: T; readonly fault: null }
  | { readonly intent: Intent; readonly created: null; readonly fault: Fault };

export class CreateGate {
  readonly #slots: Slots;
  readonly #signal: AbortSignal;
  #why: { readonly error: unknown } | null = null;
  #unclearInARow = 0;

  constructor(callsAtOnce: number, signal: AbortSignal) {
    this.#slots = new Slots(callsAtOnce);
    this.#signal = signal;
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
   * Commits the intent and makes the call, in one slot: an intent that waited for its slot would be too old to send. Null
   * when the intent may not begin. What a fault means for the others is decided here, before anybody else gets the slot.
   * Throws what closed the gate, and anything that is no Fault.
   */
  create<T>(begin: () => Promise<Intent | null>, call: (intent: Intent) => Promise<T>): Promise<Passed<T> | null> {
    return this.#slots.run(async () => {
      this.assertOpen();
      const intent = await begin();
      if (!intent) return null;
      try {
        const created = await call(intent);
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

  #closeIfNeeded(fault: Fault): void {
    // A call that we broke off ourselves says nothing about the system.
    if (this.#signal.aborted) return;
    this.#unclearInARow = fault.retry === 'after-lookup' ? this.#unclearInARow + 1 : 0;
    if (this.#unclearInARow >= UNCLEAR_IN_A_ROW_MAX)
      this.close(new Fault('asperion.unreachable', { retry: 'later', system: 'asperion' }));
    if (fault.retry === 'after-reconnect' || fault.code === 'asperion.wrong_administration') this.close(fault);
  }
}
