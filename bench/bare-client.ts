/**
 * The yardstick: the HTTP calls of the connector and nothing else. Follows the same pages, posts the same bodies in batches
 * of the same size, has as many calls under way at once, parses every answer. Maps nothing, stores nothing, checks only
 * that a call succeeded. Whatever can overlap with a call does, as in the connector: the next page is on its way while a
 * batch is, so that this is a fast client and not a slow one to look good against.
 */
import { fetch } from 'undici';
import { ADMINISTRATION, type Addresses, SOFTWARE_TOKEN } from './foreign-systems.ts';

export interface BareAccess {
  readonly addresses: Addresses;
  readonly accessToken: string;
  readonly outsmartToken: string;
}

/** Bodies that the connector once sent, by where they went. */
export interface PreparedBodies {
  readonly relations: readonly string[];
  readonly materials: readonly string[];
  readonly hourTypes: readonly string[];
  readonly drafts: readonly string[];
}

interface ListPage {
  readonly _data: readonly unknown[];
  readonly _meta: { readonly nextPage: string | null };
}

interface OutSmartAnswer {
  readonly code: number | string;
  readonly response: unknown;
}

const PAGE_SIZE = 200;
const BATCH_RECORDS = 500;
/** The connector's default number of work orders under way. */
const CONCURRENCY = 4;
const DRAFTS = '/v1/draftsalesinvoiceswithlines';

/** Debtors and then articles, page after page; a batch is posted for every 500 records, one at a time. */
export async function bareImport(access: BareAccess, bodies: PreparedBodies): Promise<void> {
  await readAndPost(access, '/v1/debtors', 'relations', bodies.relations);
  await readAndPost(access, '/v1/articles', 'materials', bodies.materials);
  for (const body of bodies.hourTypes) await askOutSmart(access, 'hourtypes', {}, body);
}

async function readAndPost(
  access: BareAccess,
  list: string,
  endpoint: string,
  bodies: readonly string[],
): Promise<void> {
  const unsent = [...bodies];
  let records = 0;
  let posting: Promise<unknown> = Promise.resolve();
  const post = async (body: string) => {
    await posting;
    posting = askOutSmart(access, endpoint, {}, body);
  };
  for await (const page of pagesOf(access, list, {})) {
    records += page._data.length;
    for (; records >= BATCH_RECORDS; records -= BATCH_RECORDS) {
      const body = unsent.shift();
      if (body !== undefined) await post(body);
    }
  }
  for (const body of unsent) await post(body);
  await posting;
}

/**
 * Reads what is ready, the lists that the connector reads and the drafts with our mark; then makes a draft and
 * acknowledges its work order, for as many as there are prepared bodies.
 */
export async function bareExport(access: BareAccess, bodies: PreparedBodies): Promise<void> {
  const filter = { status: 'Compleet', update_status: 'false', workstatus: '1' };
  const { response } = await askOutSmart(access, 'GetWorkorders', filter);
  const orders = response as { id: string }[];
  await Promise.all([
    readAll(access, '/v1/debtors', {}),
    readAll(access, '/v1/articles', { ActiveState: 'All' }),
    readAll(access, '/v1/vatcodes', {}),
    askOutSmart(access, 'hourtypes', {}),
  ]);
  await readAll(access, DRAFTS, { Description: '(', Description_comparison: 'Contains' });
  const unsent = [...bodies.drafts];
  const send = async () => {
    for (let body = unsent.shift(); body !== undefined; body = unsent.shift()) {
      await askAsperion(access, 'POST', DRAFTS, body);
      const order = orders.pop();
      await askOutSmart(access, 'GetWorkorder', { row_id: order?.id ?? '', update_status: 'true' });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, send));
}

async function readAll(access: BareAccess, list: string, filter: Readonly<Record<string, string>>): Promise<void> {
  const pages = pagesOf(access, list, filter);
  while (!(await pages.next()).done);
}

async function* pagesOf(access: BareAccess, list: string, filter: Readonly<Record<string, string>>) {
  const query = new URLSearchParams({ ...filter, pageSize: String(PAGE_SIZE) });
  let coming: Promise<unknown> | null = askAsperion(access, 'GET', `${list}?${query}`);
  while (coming !== null) {
    const page = (await coming) as ListPage;
    const { nextPage } = page._meta;
    coming = nextPage === null ? null : askAsperion(access, 'GET', nextPage);
    yield page;
  }
}

async function askAsperion(access: BareAccess, method: string, path: string, body?: string): Promise<unknown> {
  const response = await fetch(access.addresses.asperionApiUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${access.accessToken}`,
      'x-tenant-id': String(ADMINISTRATION),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

async function askOutSmart(
  access: BareAccess,
  endpoint: string,
  query: Readonly<Record<string, string>>,
  body?: string,
): Promise<OutSmartAnswer> {
  const search = new URLSearchParams({ token: access.outsmartToken, software_token: SOFTWARE_TOKEN, ...query });
  const sent = body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${access.addresses.outsmartUrl}/${endpoint}/?${search}`, sent);
  const answer = JSON.parse(await response.text()) as OutSmartAnswer;
  if (Number(answer.code) !== 200) throw new Error(`${endpoint} answered ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}
