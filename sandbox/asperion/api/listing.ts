// Answers a list: filters, order, one page, envelope. A page without filters touches only its own rows, and a filter
// on an exact id or business key goes through an index, so that long lists stay cheap. Must not know the resources.

import type { Books } from '../books/administration-books.ts';
import type { Collection } from '../books/collection.ts';
import { answeredBy, type Call } from './call.ts';
import { exactValue, type Filters, predicatesOf, type Query } from './filters.ts';
import { sayAbout } from './messages.ts';
import { invalidField } from './problem.ts';

type Identified = { readonly id: number | string };

/** How records of one kind are addressed, filtered and shown. */
export interface RowShape<T extends Identified> {
  readonly path: string;
  readonly filters: Filters<T>;
  /** The record as it is sent, without _meta. */
  readonly present: (row: T) => object;
}

/** The same, and where the records of an administration are. */
export interface ListShape<T extends Identified> extends RowShape<T> {
  readonly rows: (books: Books) => Collection<T>;
  /** Name of the filter that is the business key of the collection. */
  readonly businessKey?: string;
  /** With it the list shows active records only, unless ActiveState says otherwise. */
  readonly isActive?: (row: T) => boolean;
}

/** A list answer. */
export interface Envelope {
  readonly _data: readonly object[];
  readonly _meta: object;
}

/** The page that the query asks for. Throws 400 for a parameter that cannot be read. */
export function answerList<T extends Identified>(call: Call, shape: ListShape<T>): Envelope {
  return answerPage(call, shape, matching(call, shape));
}

/** The same out of records that are at hand. */
export function answerRows<T extends Identified>(call: Call, shape: RowShape<T>, rows: readonly T[]): Envelope {
  const predicates = predicatesOf(call.query, shape.filters, call.settings.defaultComparison);
  const matches = (row: T): boolean => predicates.every((predicate) => predicate(row));
  return answerPage(call, shape, rows.filter(matches));
}

function answerPage<T extends Identified>(call: Call, shape: RowShape<T>, found: readonly T[]): Envelope {
  const { query, settings } = call;
  const page = wholeParameter(query, 'page', settings.pageBase, settings.pageBase);
  const pageSize = Math.min(wholeParameter(query, 'pageSize', settings.pageSizeDefault, 1), settings.pageSizeMax);
  const rows = ordered(found, query, shape.filters);
  const pageCount = Math.ceil(rows.length / pageSize);
  const start = (page - settings.pageBase) * pageSize;
  const shown = query.metaOnly === 'true' ? [] : rows.slice(start, start + pageSize);
  const fields = chosenFields(query);
  const link = (number: number): string => pageLink(call, shape.path, { ...query, page: number, pageSize });
  const lastPage = settings.pageBase + pageCount - 1;
  return {
    _data: shown.map((row) => presented(call, shape, row, fields)),
    _meta: {
      ...answeredBy(call),
      previousPage: page > settings.pageBase ? link(page - 1) : null,
      nextPage: page < lastPage ? link(page + 1) : null,
      totalCount: rows.length,
      pageCount,
      self: link(page),
    },
  };
}

/** A single record as it is sent. */
export function answerOne<T extends Identified>(call: Call, shape: RowShape<T>, row: T): object {
  return { ...shape.present(row), _meta: { ...answeredBy(call), self: recordLink(call, shape.path, row.id) } };
}

/** What a dry run answers: the record as it would be, without id, and who checked it. */
export function answerDryRun(call: Call, record: object): object {
  return { ...record, _meta: answeredBy(call) };
}

function pageLink(call: Call, path: string, query: Query): string {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `${call.linkBase}/v1/${path}?${search}`;
}

function recordLink(call: Call, path: string, id: number | string): string {
  return `${call.linkBase}/v1/${path}/${encodeURIComponent(id)}`;
}

function matching<T extends Identified>(call: Call, shape: ListShape<T>): readonly T[] {
  const { query, settings } = call;
  const nowMs = call.clock.now().getTime();
  const collection = shape.rows(call.books);
  const subset = activeSubset(query, shape.isActive);
  const predicates = predicatesOf(query, shape.filters, settings.defaultComparison);
  const candidate = indexed(call, shape, collection);
  if (candidate === null) {
    const rows = collection.visible(nowMs, subset);
    return predicates.length === 0 ? rows : rows.filter((row) => predicates.every((matches) => matches(row)));
  }
  const isShown = (row: T): boolean =>
    collection.isVisible(row, nowMs) && (subset?.has(row) ?? true) && predicates.every((matches) => matches(row));
  return candidate.filter(isShown);
}

/** The only record that can match, when the query names an exact key; null when the whole list must be searched. */
function indexed<T extends Identified>(call: Call, shape: ListShape<T>, collection: Collection<T>): T[] | null {
  const { query } = call;
  const oneOrNone = (row: T | undefined): T[] => (row === undefined ? [] : [row]);
  if (shape.filters.Id?.kind === 'integer' && typeof query.Id === 'string' && query.Id !== '') {
    return oneOrNone(collection.get(Number(query.Id)));
  }
  if (shape.businessKey === undefined) return null;
  const key = exactValue(query, shape.businessKey, call.settings.defaultComparison);
  return key === null ? null : oneOrNone(collection.byBusinessKey(key));
}

function activeSubset<T>(query: Query, isActive: ((row: T) => boolean) | undefined) {
  if (isActive === undefined) return undefined;
  const state = query.ActiveState ?? '';
  switch (String(state).toLowerCase()) {
    case '':
    case 'active':
    case '0':
      return { name: 'active', has: isActive };
    case 'inactive':
    case '1':
      return { name: 'inactive', has: (row: T) => !isActive(row) };
    case 'all':
    case '2':
      return undefined;
    default:
      throw invalidField('ActiveState', sayAbout.badParameter(state));
  }
}

/** `orderBy=Name` or `orderBy=Name desc`; records that compare equal keep their order. */
function ordered<T>(rows: readonly T[], query: Query, filters: Filters<T>): readonly T[] {
  const order = query.orderBy;
  if (order === undefined || order === '') return rows;
  const [, name = '', direction] = /^(\w+)(?: (asc|desc))?$/i.exec(String(order)) ?? [];
  const filter = filters[name];
  if (filter === undefined) throw invalidField('orderBy', sayAbout.badParameter(order));
  const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(filter.read(a), filter.read(b)));
}

type Comparable = string | number | boolean | null;

function compare(a: Comparable, b: Comparable): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

function chosenFields(query: Query): ReadonlySet<string> | null {
  const fields = query.fields;
  if (typeof fields !== 'string' || fields === '') return null;
  return new Set(fields.split(',').map((field) => field.trim().toLowerCase()));
}

function presented<T extends Identified>(
  call: Call,
  shape: RowShape<T>,
  row: T,
  fields: ReadonlySet<string> | null,
): object {
  const whole = shape.present(row);
  const _meta = { self: recordLink(call, shape.path, row.id) };
  if (fields === null) return { ...whole, _meta };
  const kept = Object.entries(whole).filter(([name]) => fields.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), _meta };
}

function wholeParameter(query: Query, name: string, usual: number, least: number): number {
  const given = query[name];
  if (given === undefined || given === '') return usual;
  const value = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= least)) throw invalidField(name, sayAbout.badParameter(given));
  return value;
}
