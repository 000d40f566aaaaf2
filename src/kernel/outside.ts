/**
 * Everything through which a door reaches the world: time, chance and the network. Handed in, so that a simulation can
 * stand for the world. Knows nothing of what is sent.
 */
import { type Clock, systemClock, systemTimer, type Timer } from './clock.ts';
import { type Exchange, exchange } from './http.ts';

export interface Outside {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly exchange: Exchange;
  /** From 0 up to 1, as Math.random. */
  readonly random: () => number;
}

export const realOutside: Outside = { clock: systemClock, timer: systemTimer, exchange, random: Math.random };
