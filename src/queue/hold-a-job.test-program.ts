/** A process that takes a job and never finishes it, to be killed by a test. Takes the database's address. */
import { systemClock } from '../kernel/clock.ts';
import { createLogger } from '../kernel/logger.ts';
import { openStore } from '../store/store.ts';
import { openQueue } from './queue.ts';

const connection = { connectionString: process.argv[2] ?? '' };
const store = openStore({ connection, secretKey: new Uint8Array(32), clock: systemClock });
const queue = await openQueue({ store, connection, logger: createLogger('silent'), everyMs: 900_000 });
await queue.work({ exports: 1, exportsMax: 1, imports: 1 }, async () => {
  process.send?.('taken');
  await new Promise(() => undefined);
});
