// The time inside a sandbox: real time moved by an offset, so that a test can make a licence expire or a
// record age without waiting. It knows nothing of the sandbox that reads it.

/** A clock that keeps running after it was set; only the distance to real time changes. */
export class SandboxClock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Makes it the given moment now; time goes on from there. Throws a RangeError for a text that is no date. */
  set(iso: string): void {
    const moment = Date.parse(iso);
    if (Number.isNaN(moment)) throw new RangeError(`not a moment in time: ${iso}`);
    this.#offsetMs = moment - Date.now();
  }

  /** Moves the clock by this many milliseconds; negative moves it back. */
  advance(ms: number): void {
    if (!Number.isFinite(ms)) throw new RangeError('a clock moves by a finite number of milliseconds');
    this.#offsetMs += ms;
  }

  /** Back to real time. */
  reset(): void {
    this.#offsetMs = 0;
  }
}
