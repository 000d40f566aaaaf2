/**
 * The one place that makes PostgreSQL connection pools, so that types are read alike everywhere.
 */
import pg from 'pg';

const DATE_TYPE = 1082;

/** A pool whose `date` columns arrive as `YYYY-MM-DD`, without a time zone to go wrong. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === DATE_TYPE ? (value: string) => value : pg.types.getTypeParser(type, format),
    } as pg.CustomTypesConfig,
  });
  // A connection that the server ends is replaced at the next query, and a statement on its way fails by itself. Without
  // listeners it would end the program: the pool listens to a connection only while nobody has it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
