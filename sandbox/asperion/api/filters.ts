// Turns query parameters into predicates: PascalCase property names, `_comparison` for texts, `_from` and `_to` for
// days and numbers, all combined with AND. A parameter that no filter is named after is ignored, as the service
// does, so a misspelt filter returns everything. Must not know which records are filtered.
import { fold } from '../books/collection.ts';
import { dayOf } from '../books/dates.ts';
import { COMPARISONS, type Comparison } from '../settings.ts';
import { sayAbout } from './messages.ts';
import { invalidField } from './problem.ts';

export type Query = Readonly<Record<string, unknown>>;
export type Predicate<T> = (row: T) => boolean;

/** A property that can be filtered on, and how its value is read from a record. */
export type Filter<T> =
  | { readonly kind: 'text'; readonly read: (row: T) => string | null }
  | { readonly kind: 'number' | 'integer'; readonly read: (row: T) => number | null }
  | { readonly kind: 'boolean'; readonly read: (row: T) => boolean }
  /** Reads a wire date; compared by day. */
  | { readonly kind: 'day'; readonly read: (row: T) => string | null };

/** Filters by PascalCase name. */
export type Filters<T> = Readonly<Record<string, Filter<T>>>;

/** A filter on this property that asks for exactly one value, or null. */
export function exactValue(query: Query, name: string, defaultComparison: Comparison): string | null {
  const value = query[name];
  if (typeof value !== 'string' || value === '') return null;
  return comparisonOf(query, name, defaultComparison) === 'Equals' ? value : null;
}

/** One predicate per filter in the query. Throws 400 for a value that cannot be read. */
export function predicatesOf<T>(query: Query, filters: Filters<T>, defaultComparison: Comparison): Predicate<T>[] {
  const predicates: Predicate<T>[] = [];
  for (const parameter of Object.keys(query)) {
    const [, name = '', bound] = /^(.+?)(?:_(from|to))?$/.exec(parameter) ?? [];
    const filter = filters[name];
    if (filter === undefined || query[parameter] === '') continue;
    const value = query[parameter];
    if (typeof value !== 'string') throw invalidField(parameter, sayAbout.badParameter(value));
    const predicate =
      bound === undefined
        ? equality(parameter, value, filter, comparisonOf(query, name, defaultComparison))
        : range(parameter, value, filter, bound === 'from');
    if (predicate !== null) predicates.push(predicate);
  }
  return predicates;
}

function comparisonOf(query: Query, name: string, defaultComparison: Comparison): Comparison {
  const given = query[`${name}_comparison`];
  if (given === undefined || given === '') return defaultComparison;
  const known = COMPARISONS.find((comparison) => comparison === given);
  if (known === undefined) throw invalidField(`${name}_comparison`, sayAbout.badParameter(given));
  return known;
}

function equality<T>(parameter: string, value: string, filter: Filter<T>, comparison: Comparison): Predicate<T> {
  switch (filter.kind) {
    case 'text':
      return textPredicate(value, filter.read, comparison);
    case 'boolean': {
      const wanted = { true: true, false: false }[value.toLowerCase()];
      if (wanted === undefined) throw invalidField(parameter, sayAbout.badParameter(value));
      return (row) => filter.read(row) === wanted;
    }
    case 'day': {
      const wanted = dayParameter(parameter, value);
      return (row) => filter.read(row)?.slice(0, 10) === wanted;
    }
    default: {
      const wanted = numberParameter(parameter, value, filter.kind);
      return (row) => filter.read(row) === wanted;
    }
  }
}

/** Null for kinds that have no range: the parameter then means nothing. */
function range<T>(parameter: string, value: string, filter: Filter<T>, isFrom: boolean): Predicate<T> | null {
  if (filter.kind === 'day') {
    const bound = dayParameter(parameter, value);
    return (row) => {
      const day = filter.read(row)?.slice(0, 10);
      return day !== undefined && (isFrom ? day >= bound : day <= bound);
    };
  }
  if (filter.kind !== 'number' && filter.kind !== 'integer') return null;
  const bound = numberParameter(parameter, value, filter.kind);
  return (row) => {
    const number = filter.read(row);
    return number !== null && (isFrom ? number >= bound : number <= bound);
  };
}

function textPredicate<T>(value: string, read: (row: T) => string | null, comparison: Comparison): Predicate<T> {
  const wanted = fold(value);
  const text = (row: T): string => fold(read(row) ?? '');
  switch (comparison) {
    case 'Contains':
      return (row) => text(row).includes(wanted);
    case 'Equals':
      return (row) => text(row) === wanted;
    case 'NotEquals':
      return (row) => text(row) !== wanted;
    case 'StartsWith':
      return (row) => text(row).startsWith(wanted);
    case 'EndsWith':
      return (row) => text(row).endsWith(wanted);
  }
}

function dayParameter(parameter: string, value: string): string {
  const day = dayOf(value);
  if (day === null) throw invalidField(parameter, sayAbout.badParameter(value));
  return day;
}

function numberParameter(parameter: string, value: string, kind: 'number' | 'integer'): number {
  const isNumber = kind === 'integer' ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d+)?$/;
  if (!isNumber.test(value)) throw invalidField(parameter, sayAbout.badParameter(value));
  return Number(value);
}
