/**
 * The clock of the database, for machines whose own clocks disagree. What one of them writes down as the moment to look again,
 * another one reads; with clocks minutes apart it would look while the first one's call may still be on its way.
 */
import type pg from 'pg';
import type { Clock } from '../kernel/clock.ts';

/** A good answer: nothing kept it up on the way. */
const SOON_MS = 250;
/** The process may be frozen in the middle of one look, and hardly ever in the middle of each. */
const LOOKS_MAX = 3;

export class DatabaseClock implements Clock {
  readonly #own: Clock;
  #offMs = 0;

  /** `own` is the machine's; it is taken to be right until the first `align`. */
  constructor(own: Clock) {
    this.#own = own;
  }

  now(): Date {
    return new Date(this.#own.now().getTime() + this.#offMs);
  }

  /** Milliseconds by which the machine's clock is behind the database's; negative when it is ahead. */
  get offMs(): number {
    return this.#offMs;
  }

  /** Sets it by the database's, as exactly as the quickest of a few looks allows. */
  async align(pool: Pick<pg.Pool, 'query'>): Promise<void> {
    let quickestMs = Number.POSITIVE_INFINITY;
    for (let look = 0; look < LOOKS_MAX && quickestMs > SOON_MS; look += 1) {
      const askedMs = this.#own.now().getTime();
      const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
      const tookMs = Math.abs(this.#own.now().getTime() - askedMs);
      if (tookMs >= quickestMs || !rows[0]) continue;
      quickestMs = tookMs;
      this.#offMs = rows[0].now.getTime() - askedMs - Math.round(tookMs / 2);
    }
  }
}
