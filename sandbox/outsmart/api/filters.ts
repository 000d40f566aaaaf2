// The "advanced filters" of the documentation (section 4): key, value and operator, one of each or lists of them,
// all of which must hold. What is wrong in a filter is refused, so that a misspelt one does not pass for an empty list.

import { readDecimal } from '../records/wire-values.ts';
import type { PhpQuery } from './php-query.ts';

const operators = ['li', 'eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
type Operator = (typeof operators)[number];

interface Filter {
  key: string;
  value: string;
  operator: Operator;
}

type Test = (record: Record<string, unknown>) => boolean;

/** Whether the query filters at all. */
export function hasFilters(query: PhpQuery): boolean {
  return query.key !== undefined;
}

/**
 * A test for records, made from the query. Field names count without letter case; `columns` gives the real name of
 * a field that can be filtered on. Returns the problem when the filter cannot be understood.
 */
export function readFilters(query: PhpQuery, columns: ReadonlyMap<string, string>): Test | { problem: string } {
  if (!hasFilters(query)) return () => true;
  const tests: Test[] = [];
  for (const [key, value, operator] of triples(query)) {
    if (value === undefined || operator === undefined) return { problem: `Filter incomplete: ${key}` };
    const known = operators.find((name) => name === operator.toLowerCase());
    if (known === undefined) return { problem: `Unknown operator: ${operator}` };
    const column = columns.get(key.toLowerCase());
    if (column === undefined) return { problem: `Unknown column: ${key}` };
    tests.push(testOf({ key: column, value, operator: known }));
  }
  return (record) => tests.every((test) => test(record));
}

function triples(query: PhpQuery): [string, string | undefined, string | undefined][] {
  const { key, value, operator } = query;
  if (typeof key === 'string') return [[key, textOrNone(value), textOrNone(operator)]];
  return Object.entries(key ?? {}).map(([index, name]) => [name, member(value, index), member(operator, index)]);
}

function textOrNone(value: PhpQuery[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function member(list: PhpQuery[string] | undefined, index: string): string | undefined {
  return typeof list === 'object' ? list[index] : undefined;
}

function testOf({ key, value, operator }: Filter): Test {
  if (operator === 'li') {
    const pattern = likePattern(value);
    return (record) => typeof record[key] === 'string' && pattern.test(record[key]);
  }
  const wanted = comparable(value);
  // As in SQL, nothing can be said about null, not even that it differs.
  if (operator === 'eq' || operator === 'ne') {
    // As text: debtor 010 is not debtor 10.
    return ({ [key]: found }) =>
      typeof found === 'string' && (comparable(found).text === wanted.text) === (operator === 'eq');
  }
  const holds = order[operator];
  return ({ [key]: found }) => typeof found === 'string' && holds(compare(comparable(found), wanted));
}

const order: Record<Exclude<Operator, 'li' | 'eq' | 'ne'>, (difference: number) => boolean> = {
  gt: (difference) => difference > 0,
  ge: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  le: (difference) => difference <= 0,
};

interface Comparable {
  text: string;
  number: ReturnType<typeof readDecimal>;
}

/** @assumed The documentation does not say how texts that look like numbers or days compare. */
function comparable(text: string): Comparable {
  // Days are stored as days, whatever the notation in replies, so they compare from year to day.
  const day = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text);
  const sortable = day === null ? text.trimEnd().toLowerCase() : `${day[3]}-${day[2]}-${day[1]}`;
  return { text: sortable, number: readDecimal(text) };
}

function compare(left: Comparable, right: Comparable): number {
  if (left.number !== undefined && right.number !== undefined) return left.number.cmp(right.number);
  if (left.text === right.text) return 0;
  return left.text < right.text ? -1 : 1;
}

/** SQL LIKE: "%" is any text, "_" any one character, a backslash takes the next one literally. */
function likePattern(text: string): RegExp {
  const parts = [...text.matchAll(/\\(.)|([%_])|([^\\%_]+|\\$)/gsu)].map(([, literal, wildcard, plain]) => {
    if (wildcard !== undefined) return wildcard === '%' ? '.*' : '.';
    return (literal ?? plain ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'isu');
}
