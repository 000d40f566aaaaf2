// What was asked of a sandbox: the last requests in full and a counter per address, so that a test can prove
// what a client did and did not call. It keeps no secrets and no more than a bounded number of requests.

export interface JournalEntry {
  seq: number;
  /** Moment of arrival on the sandbox clock, ISO 8601. */
  at: string;
  method: string;
  /** Without query. */
  path: string;
  query: Record<string, unknown>;
  /** The account concerned; empty when the request did not say. */
  party: string;
  /** The first 4 kB of the body. */
  bodyText: string;
  /** The HTTP status the client was sent; 0 when the connection was cut, or there is no answer yet. */
  status: number;
  /** What the sandbox says about the outcome, such as the code inside an answer that is always HTTP 200. */
  outcome: string;
  /** The kinds of fault that struck it, joined by "+"; empty when none did. */
  fault: string;
}

export interface JournalFilter {
  method?: string | undefined;
  /** Part of the path, letter case does not count. */
  path?: string | undefined;
  party?: string | undefined;
  /** Only entries with a higher number. */
  afterSeq?: number | undefined;
}

export type JournalArrival = Pick<JournalEntry, 'at' | 'method' | 'path' | 'query' | 'party'>;

const entriesMax = 20_000;
const trimBlock = 1_000;
const bodyCharactersMax = 4_096;
const secretNames = [
  'token',
  'software_token',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'password',
  'code_verifier',
];
const secretInJson = new RegExp(`("(?:${secretNames.join('|')})"\\s*:\\s*")([^"]*)`, 'g');
const secretInForm = new RegExp(`((?:^|&)(?:${secretNames.join('|')}|code)=)([^&]*)`, 'g');

/** A bounded record of requests; the oldest ones go first. */
export class Journal {
  #entries: JournalEntry[] = [];
  #counters = new Map<string, number>();
  #lastSeq = 0;

  /** Notes a request on arrival. The entry returned is live: the caller fills in the outcome. */
  open(arrival: JournalArrival): JournalEntry {
    this.#lastSeq += 1;
    const query = maskedQuery(arrival.query);
    const entry = { ...arrival, query, seq: this.#lastSeq, bodyText: '', status: 0, outcome: '', fault: '' };
    this.#entries.push(entry);
    // Trimmed by the block, since removing one at a time would move the whole list at every request.
    if (this.#entries.length >= entriesMax + trimBlock) this.#entries = this.#entries.slice(-entriesMax);
    const name = `${arrival.method} ${arrival.path}`;
    this.#counters.set(name, (this.#counters.get(name) ?? 0) + 1);
    return entry;
  }

  /** The requests kept, oldest first. */
  entries(filter: JournalFilter = {}): JournalEntry[] {
    return this.#entries.slice(-entriesMax).filter((entry) => matches(entry, filter));
  }

  /** How many of the requests kept match. */
  count(filter: JournalFilter = {}): number {
    return this.entries(filter).length;
  }

  /** All requests since the last clear per "METHOD path", also those that are no longer kept. */
  counters(): Record<string, number> {
    return Object.fromEntries(this.#counters);
  }

  /** Forgets everything; numbering goes on. */
  clear(): void {
    this.#entries = [];
    this.#counters.clear();
  }
}

/** The part of a body that is kept, with secrets replaced by stars. */
export function keptBody(body: unknown): string {
  if (body === undefined || body === null) return '';
  const text = typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString('utf8') : JSON.stringify(body);
  // Copied: a slice of a string keeps the whole string alive, and bodies can be 25 MB.
  const start = Buffer.from(text.slice(0, bodyCharactersMax)).toString('utf8');
  const isJson = start.startsWith('{') || start.startsWith('[');
  return start.replace(isJson ? secretInJson : secretInForm, (_all, name: string) => `${name}***`);
}

function maskedQuery(query: Record<string, unknown>): Record<string, unknown> {
  const masked: Record<string, unknown> = { ...query };
  for (const name of secretNames) if (name in masked) masked[name] = '***';
  return masked;
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  if (filter.method !== undefined && filter.method.toUpperCase() !== entry.method) return false;
  if (filter.path !== undefined && !entry.path.toLowerCase().includes(filter.path.toLowerCase())) return false;
  if (filter.party !== undefined && filter.party !== entry.party) return false;
  return filter.afterSeq === undefined || entry.seq > filter.afterSeq;
}
