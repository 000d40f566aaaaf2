/** What can be typed after `npm run simulate --`. */
import { parseArgs } from 'node:util';

export interface SimulationWish {
  /** This history alone, with its whole trace; null: many. */
  readonly seed: number | null;
  readonly firstSeed: number;
  readonly histories: number;
  readonly jobs: number;
  /** Stops after so many minutes although there is more to tell. */
  readonly minutes: number;
  /** Stops at the first broken promise. */
  readonly isUntilBroken: boolean;
}

export const USAGE = `npm run simulate -- [--histories 200] [--from-seed 1] [--jobs 2] [--minutes 600] [--until-broken]
npm run simulate -- --seed 17     one history with its whole trace`;

const MINUTES_MAX = 600;

/** Reads them. Throws an Error that says what is wrong. */
export function readOptions(typed: readonly string[]): SimulationWish {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...typed],
    options: {
      histories: text,
      seed: text,
      'from-seed': text,
      jobs: text,
      minutes: text,
      'until-broken': { type: 'boolean' },
    },
  });
  const number = (name: Exclude<keyof typeof values, 'until-broken'>, otherwise: number): number => {
    const value = values[name];
    if (value === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} is a whole number`);
    return Number(value);
  };
  return {
    seed: values.seed === undefined ? null : number('seed', 0),
    firstSeed: number('from-seed', 1),
    histories: number('histories', 200),
    jobs: Math.max(1, number('jobs', 2)),
    minutes: number('minutes', MINUTES_MAX),
    isUntilBroken: values['until-broken'] === true,
  };
}
