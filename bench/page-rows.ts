/**
 * What a person waits for on the page: its script, the first paint, and the two longest lists, in the demo company after years
 * of use.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { startEmbeddedDatabase } from '#src/store/embedded/start-embedded-database.ts';
import { startChromium } from '../page-tests/kit/chromium.ts';
import { freePorts } from '../scenarios/kit/free-ports.ts';
import { figuresOf } from './figures.ts';
import type { Row } from './row.ts';
import { temporaryFolder } from './stage.ts';
import { startProgram } from './started-program.ts';

const SCRIPT_GOAL_KB = 200;
const PAINT_GOAL_S = 1;
const LIST_GOAL_MS = 200;
const LOG_LINES = 100_000;
const WORK_ORDERS = 20_000;
const ASKED_TIMES = 9;
const BUILT_PAGE = fileURLToPath(new URL('../page/dist/', import.meta.url));

/** Measures the page of a program of its own. */
export async function pageRows(paints: number, isGoal: boolean): Promise<Row[]> {
  await using ending = new AsyncDisposableStack();
  const dataDir = join(await temporaryFolder(ending), 'data');
  const program = await startProgram(dataDir, await freePorts());
  ending.defer(() => program.stop());
  await program.ready;
  const person = await signIn(program.address);
  await yearsOfUse(dataDir, person.accountId);
  const company = `${program.address}/api/accounts/${person.accountId}`;
  const lists = [
    ['log of 100,000 lines: first page', 'log-page', `${company}/log`],
    ['the same: its last page', 'log-last', `${company}/log?page=${LOG_LINES / 50}`],
    ['the same: searching for a work order', 'log-search', `${company}/log?search=B-77777`],
    ['20,000 work orders: first page', 'orders-page', `${company}/work-orders`],
    ['the same: searching for a customer', 'orders-search', `${company}/work-orders?search=klant%20777`],
    ['the same: causes', 'orders-causes', `${company}/causes`],
  ] as const;
  const goal = (max: number) => (isGoal ? max : null);
  const rows: Row[] = [scriptRow(goal(SCRIPT_GOAL_KB))];
  for (const [what, id, url] of lists) {
    const times = await timesOf(url, person.cookie);
    rows.push({
      id: `page.${id}`,
      what,
      latencyMs: null,
      unit: 'ms',
      measured: figuresOf(times),
      goalMax: goal(LIST_GOAL_MS),
    });
  }
  rows.push({
    ...{ id: 'page.paint', what: 'overview of a person who is signed in: first paint', latencyMs: null, unit: 's' },
    ...{ measured: figuresOf(await firstPaints(program.address, person.cookie, paints)), goalMax: goal(PAINT_GOAL_S) },
  });
  return rows;
}

interface SignedIn {
  readonly cookie: string;
  readonly accountId: string;
}

async function signIn(address: string): Promise<SignedIn> {
  const { demoAccounts } = (await (await fetch(`${address}/api/installation`)).json()) as {
    demoAccounts: { email: string; password: string; role: string }[];
  };
  const manager = demoAccounts.find(({ role }) => role === 'manager');
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: manager?.email, password: manager?.password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const me = (await (await fetch(`${address}/api/me`, { headers: { cookie } })).json()) as {
    accounts: { accountId: string }[];
  };
  const accountId = me.accounts[0]?.accountId;
  if (accountId === undefined) throw new Error('the demo account could not sign in');
  return { cookie, accountId };
}

/** Straight into the database: how the records came there is not what is measured. */
async function yearsOfUse(dataDir: string, accountId: string): Promise<void> {
  const database = await startEmbeddedDatabase({ dataDir });
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query(
    `insert into log_line (account_id, run_id, at, subject_kind, subject_key, subject_name, result, code, parameters)
     select $1, null, now() - make_interval(mins => $2 - n), 'work-order', 'B-' || n, 'Klant ' || n % 1000, 'invoiced',
       'export.invoiced', jsonb_build_object('invoiceId', n::text, 'amount', '12.50', 'lines', 2)
     from generate_series(1, $2::integer) n`,
    [accountId, LOG_LINES],
  );
  await client.query(
    `insert into work_order (account_id, row_id, state, state_since, order_number, customer_name, debtor_number, work_date,
       amount, findings, first_seen_at, seen_at)
     select $1, 'bench-' || n, case when n % 10 = 0 then 'waiting' else 'acknowledged' end, now(), 'B-' || n,
       'Klant ' || n % 1000, (n % 1000)::text, current_date - n % 700, 12.50,
       case when n % 10 = 0 then jsonb_build_array(jsonb_build_object('reason', 'materiaal-onbekend', 'causeKey',
         'x' || n % 40, 'field', 'Materials[0].MaterialCode', 'code', 'X' || n % 40, 'name', 'Artikel', 'found', '',
         'obstacle', '', 'messages', '[]'::jsonb)) else '[]' end,
       now() - make_interval(days => n % 700), now()
     from generate_series(1, $2::integer) n`,
    [accountId, WORK_ORDERS],
  );
  await client.query('analyze');
  await client.end();
  await database.release();
}

/** Milliseconds to the whole answer, the first of which is not counted: the database reads from disk then. */
async function timesOf(url: string, cookie: string): Promise<number[]> {
  const times: number[] = [];
  for (let asked = 0; asked <= ASKED_TIMES; asked += 1) {
    const began = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    if (asked > 0) times.push(performance.now() - began);
  }
  return times;
}

/** Everything that the document and the overview load before anything lazy, such as the chart. */
function scriptRow(goalMax: number | null): Row {
  const document = readFileSync(join(BUILT_PAGE, 'index.html'), 'utf8');
  const files = [...document.matchAll(/(?:src|href)="\/([\w./-]+\.js)"/g)].map(([, file = '']) => file);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT_PAGE, file))).length, 0);
  return {
    ...{ id: 'page.script', what: 'script of the page, compressed', latencyMs: null, unit: 'kB' as const, goalMax },
    measured: figuresOf([bytes / 1_000]),
    remark: `${files.length} files; screens, menus and the chart come when they are needed`,
  };
}

async function firstPaints(address: string, cookie: string, times: number): Promise<number[]> {
  const browser = await startChromium();
  try {
    const paints: number[] = [];
    for (let time = 0; time < times; time += 1) paints.push(await firstPaint(browser, address, cookie));
    return paints;
  } finally {
    await browser.close();
  }
}

/** Seconds, in a browser that has nothing of the page yet. */
async function firstPaint(browser: Browser, address: string, cookie: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const cookies = cookie.split('; ').map((one) => {
      const [name = '', ...value] = one.split('=');
      return { name, value: value.join('='), url: address };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    for (let asked = 0; asked < 50; asked += 1) {
      const painted = await page.evaluate<number | null>(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null",
      );
      if (painted !== null) return painted / 1_000;
      await wait(20);
    }
    throw new Error('the browser painted nothing');
  } finally {
    await context.close();
  }
}
