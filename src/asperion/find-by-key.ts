/**
 * Finding records by their business key (debtor number, article code, id), in as few calls as possible: one exact look-up
 * for each key, or the whole list when that has fewer pages. Either way the keys are compared again here.
 */
import pMap from 'p-map';
import { foldCode } from '../kernel/text.ts';
import type { AsperionApi, Query } from './call.ts';
import { type ListRequest, readList, readShortList } from './lists.ts';

export interface KeyedList<Row> extends ListRequest<Row> {
  /** The query parameter of the key, in the spelling of filters: `CustomerNumber`. */
  readonly keyFilter: string;
  /** `text`: compared by text, where Asperion's default is "contains". `id`: an id, which has no comparison. */
  readonly keyKind: 'text' | 'id';
  readonly keyOf: (row: Row) => string;
}

/** Up to so many keys the size of the list is not asked for. */
const FEW_KEYS = 3;

/**
 * Every record whose key equals one of `keys`, trimmed and without regard to case. Blank keys find nothing.
 * Faults: those of a read.
 */
export async function findByKey<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  list: KeyedList<Row>,
  keys: Iterable<string>,
): Promise<readonly Row[]> {
  const wanted = new Map<string, string>();
  for (const key of keys) if (foldCode(key) !== '') wanted.set(foldCode(key), key.trim());
  if (wanted.size === 0) return [];
  if (wanted.size <= FEW_KEYS) return lookUpEach(api, list, wanted);
  // The first page tells how long the list is, so reading it on costs one call less than it has pages.
  const pagesMax = wanted.size + 1;
  const found = await readShortList(api, list, pagesMax, (row) => wanted.has(foldCode(list.keyOf(row))));
  return found ?? lookUpEach(api, list, wanted);
}

async function lookUpEach<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  list: KeyedList<Row>,
  wanted: ReadonlyMap<string, string>,
): Promise<readonly Row[]> {
  const asked = [...wanted].flatMap(([folded, key]) =>
    spellings(key, list.keyKind).map((spelling) => ({ folded, spelling })),
  );
  // Bounded here as well as in the API, so that nothing more is asked once one look-up failed.
  const answers = await pMap(
    asked,
    async ({ folded, spelling }) => {
      const filter = { ...list.filter, ...keyQuery(list, spelling) };
      return readList(api, { ...list, filter }, (row) => foldCode(list.keyOf(row)) === folded);
    },
    { concurrency: api.connection.concurrency },
  );
  const byId = new Map(answers.flat().map((row) => [row.id, row]));
  return [...byId.values()];
}

/** Without a comparison Asperion would look for the key anywhere inside: `1` would find `10` and `21`. */
function keyQuery(list: Pick<KeyedList<unknown>, 'keyFilter' | 'keyKind'>, key: string): Query {
  if (list.keyKind === 'id') return { [list.keyFilter]: key };
  return { [list.keyFilter]: key, [`${list.keyFilter}_comparison`]: 'Equals' };
}

/**
 * The spellings to look a key up by. Within ASCII one will do.
 * @assumed Asperion's comparison does not regard the case of ASCII letters. Beyond ASCII nothing is assumed, so the
 * upper and lower case forms are asked for as well.
 */
function spellings(key: string, kind: 'text' | 'id'): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (kind === 'id' || /^[\x00-\x7f]*$/.test(key)) return [key];
  return [...new Set([key, key.normalize('NFC').toUpperCase(), foldCode(key)])];
}
