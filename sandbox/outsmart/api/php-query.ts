// Reads a query string as PHP does: the last of two equal names wins, "+" is a blank, and `key[]=a` or `key[0]=a`
// make a list. OutSmart's filters come in all three forms.

/** Values by name; a list is an object by index, in the order in which the indexes came. */
export type PhpQuery = Record<string, string | Record<string, string>>;

export function parsePhpQuery(text: string): PhpQuery {
  // Without a prototype, so that no name in a query can reach one.
  const query: PhpQuery = Object.create(null);
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decoded(pair.slice(equals + 1));
    const listed = /^([^[]+)\[([^\]]*)\]$/.exec(name);
    if (listed === null) query[name] = value;
    else addToList(query, listed[1] ?? '', listed[2] ?? '', value);
  }
  return query;
}

/** A single value; undefined when it is absent or a list. */
export function singleValue(query: PhpQuery, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' ? value : undefined;
}

function addToList(query: PhpQuery, name: string, index: string, value: string): void {
  const known = query[name];
  const list: Record<string, string> = typeof known === 'object' ? known : Object.create(null);
  list[index === '' ? nextIndex(list) : index] = value;
  query[name] = list;
}

function nextIndex(list: Record<string, string>): string {
  const numbers = Object.keys(list).map(Number).filter(Number.isInteger);
  return String(numbers.length === 0 ? 0 : Math.max(...numbers) + 1);
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
