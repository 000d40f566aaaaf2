/**
 * The one place that makes PostgreSQL connection pools, so that types are read alike everywhere.
 */
import pg from 'pg';

const DATE_TYPE = 1082;

/**
 * As long as a lease. A process that is frozen in the middle of a transaction, or whose machine is gone without a word,
 * would otherwise keep its locks: nobody could take its work over until it wakes.
 */
const IDLE_IN_TRANSACTION_MS_MAX = 30_000;

/** A pool whose `date` columns arrive as `YYYY-MM-DD`, without a time zone to go wrong, and whose locks do not outlive a lease. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === DATE_TYPE ? (value: string) => value : pg.types.getTypeParser(type, format),
    } as pg.CustomTypesConfig,
    // Not as a parameter of the connection: poolers in between refuse those they do not know.
    onConnect: async (client) => {
      await client.query(`set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS_MAX}`);
    },
  });
  // A connection that the server ends is replaced at the next query, and a statement on its way fails by itself. Without
  // listeners it would end the program: the pool listens to a connection only while nobody has it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
