/**
 * What the benchmark is asked to do: its arguments and the sizes that follow from them.
 */
import { parseArgs } from 'node:util';

/** How many records Asperion holds. */
export interface Masters {
  readonly articles: number;
  readonly debtors: number;
}

export interface BenchSizes extends Masters {
  readonly orders: number;
  /** The company whose work orders are exported; once more, for information, with the masters of the imports. */
  readonly exportMasters: Masters;
  /** Debtors and articles (hour types included) that the work orders are spread over, evenly. */
  readonly orderDebtors: number;
  readonly orderArticles: number;
  readonly memoryArticles: number;
  /** Of the company beside which another exports. */
  readonly waitingOrders: number;
  /** Pairs of a bare run and a run of the connector, for each row. */
  readonly pairs: number;
  readonly starts: number;
}

export interface BenchOptions {
  readonly isJson: boolean;
  readonly isQuick: boolean;
  /** Folder for CPU profiles of the connector; null: none are made. */
  readonly profileFolder: string | null;
  /** Rows to measure, by the beginning of their id; empty: all. */
  readonly only: readonly string[];
  readonly latenciesMs: readonly number[];
  readonly sizes: BenchSizes;
}

const FULL: BenchSizes = {
  articles: 20_000,
  debtors: 10_000,
  orders: 1_000,
  exportMasters: { articles: 5_000, debtors: 2_000 },
  orderDebtors: 400,
  orderArticles: 300,
  memoryArticles: 50_000,
  waitingOrders: 20_000,
  pairs: 5,
  starts: 3,
};

const QUICK: BenchSizes = {
  articles: 2_000,
  debtors: 1_000,
  orders: 100,
  exportMasters: { articles: 500, debtors: 200 },
  orderDebtors: 40,
  orderArticles: 30,
  memoryArticles: 5_000,
  waitingOrders: 2_000,
  pairs: 3,
  starts: 1,
};

export const USAGE = `npm run bench -- [options]

  --quick             smaller numbers; a look, not a verdict
  --only <row>        import, export, isolation, memory, start or page; may be given several times
  --latency-ms <n>    how long the foreign systems take for an answer; may be given several times (20 and 0)
  --pairs <n>         pairs of a bare run and a run of the connector, for each row (${FULL.pairs}; quick ${QUICK.pairs})
  --profile <folder>  writes CPU profiles of the connector there; slows it down
  --json              JSON instead of a table
`;

/** Reads the arguments; null when help was asked for. Throws an Error that says what is wrong. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      'latency-ms': { type: 'string', multiple: true, default: ['20', '0'] },
      pairs: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  if (values.help) return null;
  const sizes = values.quick ? QUICK : FULL;
  return {
    isJson: values.json,
    isQuick: values.quick,
    profileFolder: values.profile ?? null,
    only: values.only,
    latenciesMs: values['latency-ms'].map(wholeNumber),
    sizes: values.pairs === undefined ? sizes : { ...sizes, pairs: Math.max(1, wholeNumber(values.pairs)) },
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`"${text}" is no whole number`);
  return Number(text);
}
