/**
 * The one hand that lets anything happen in a simulated history: every exchange, statement and waiting time is an event here,
 * and only the earliest goes, alone, once the program has nothing left to do by itself. Knows nothing of what the events are.
 */
import { EventHeap } from './event-heap.ts';
import type { Trace } from './trace.ts';

/** Something that events happen to: a simulated process. */
export interface Host {
  readonly name: string;
  readonly isAlive: boolean;
  /** Nothing reaches it before this moment. */
  readonly pausedUntilMs: number;
}

export interface ScheduledEvent {
  readonly dueMs: number;
  readonly order: number;
  /** As the trace tells it; empty: not told. */
  readonly name: string;
  /** Null: it happens to the world, whatever becomes of the processes. */
  readonly host: Host | null;
  readonly act: () => void | Promise<void>;
  isCancelled: boolean;
}

/** Turns of the event loop without a new event after which the program is taken to wait for one. */
const QUIET_TURNS = 4;
/** Far more than any history takes; a program that never comes to rest is stopped here. */
const TURNS_MAX = 10_000;

export class Scheduler {
  readonly #events = new EventHeap();
  readonly #trace: Trace;
  #nowMs: number;
  #lastOrder = 0;
  #steps = 0;

  constructor(startMs: number, trace: Trace) {
    this.#nowMs = startMs;
    this.#trace = trace;
  }

  /** The simulated time in milliseconds since 1970. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Events that happened so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Looks at the time. No two looks see the same millisecond, so that nothing is ordered by chance afterwards. */
  readMs(): number {
    this.#nowMs += 1;
    return this.#nowMs;
  }

  /** Lets `act` happen after `inMs`, in order of time and then of asking. */
  after(inMs: number, name: string, host: Host | null, act: ScheduledEvent['act']): ScheduledEvent {
    this.#lastOrder += 1;
    const event = { dueMs: this.#nowMs + inMs, order: this.#lastOrder, name, host, act, isCancelled: false };
    this.#events.push(event);
    return event;
  }

  /** At once when the host can be reached, when it wakes if it is paused, and never when it is dead. */
  deliver(host: Host, act: () => void): void {
    if (!host.isAlive) return;
    if (host.pausedUntilMs <= this.#nowMs) act();
    else this.after(host.pausedUntilMs - this.#nowMs, '', host, act);
  }

  /** Lets the next event happen and waits until the program has come to rest. False when there is none before `untilMs`. */
  async step(untilMs: number): Promise<boolean> {
    const event = this.#events.peek();
    if (!event || event.dueMs > untilMs) {
      this.#nowMs = Math.max(this.#nowMs, untilMs);
      return false;
    }
    this.#events.pop();
    this.#nowMs = Math.max(this.#nowMs, event.dueMs);
    const { host } = event;
    if (event.isCancelled || host?.isAlive === false) return true;
    if (host && host.pausedUntilMs > this.#nowMs) {
      this.after(host.pausedUntilMs - this.#nowMs, event.name, host, event.act);
      return true;
    }
    this.#steps += 1;
    if (event.name !== '') this.#trace.tell(this.#nowMs, event.name);
    await event.act();
    await this.rest();
    return true;
  }

  /** Resolves when everything the program could do without a further event is done. */
  async rest(): Promise<void> {
    let lastOrder = this.#lastOrder;
    for (let turns = 0, quiet = 0; quiet < QUIET_TURNS; turns++) {
      if (turns > TURNS_MAX) throw new Error('the program never comes to rest');
      await new Promise<void>((resolve) => setImmediate(resolve));
      quiet = this.#lastOrder === lastOrder ? quiet + 1 : 0;
      lastOrder = this.#lastOrder;
    }
  }
}
