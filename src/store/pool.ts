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
  // An idle connection that the server ends is replaced at the next query; without a listener it would end the program.
  pool.on('error', () => undefined);
  return pool;
}
