/**
 * A span of calendar days in Dutch local time, as the lists of the page are asked for.
 */
import { type RawBuilder, type ReferenceExpression, type SelectQueryBuilder, sql } from 'kysely';
import type { IsoDate } from '../kernel/dates.ts';
import type { Tables } from './tables.ts';

export interface Period {
  /** First day; absent: from the beginning. */
  readonly from?: IsoDate | undefined;
  /** Last day, itself included; absent: until now. */
  readonly until?: IsoDate | undefined;
}

/** The moment at which that day begins in Amsterdam. */
function beginOf(day: IsoDate, daysLater = 0): RawBuilder<Date> {
  return sql<Date>`((${day}::date + ${daysLater}::int)::timestamp at time zone 'Europe/Amsterdam')`;
}

/** Keeps what happened within the period. */
export function within<Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  column: ReferenceExpression<Tables, Table>,
  { from, until }: Period,
): SelectQueryBuilder<Tables, Table, Row> {
  let kept = query;
  if (from !== undefined) kept = kept.where(column, '>=', beginOf(from));
  if (until !== undefined) kept = kept.where(column, '<', beginOf(until, 1));
  return kept;
}
