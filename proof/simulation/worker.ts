/** One of the processes of `npm run simulate`: tells the histories that it is sent, on a database of its own. */
import type pg from 'pg';
import { simulate } from './simulate.ts';

/** What main.ts sends. */
export interface Assignment {
  readonly connection: pg.PoolConfig;
  readonly firstSeed: number;
  readonly histories: number;
}

// Without the one that sends there is nothing to do.
process.on('disconnect', () => process.exit(0));
process.on('message', (assignment: Assignment) => {
  simulate(assignment).then(
    (report) => process.send?.({ report }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
