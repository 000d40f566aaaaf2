// Two servers work in one database, as an operator runs them who does not want to be down: both with the page and with
// workers. Everybody presses at the same moment, and one of the two is frozen in the middle of a create for longer than its
// lease, and wakes up when the other has taken its work over.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMINISTRATION, asperionUser, companySettings, workOrders } from './kit/company.ts';
import type { ErrorDocument, SyncDocument } from './kit/documents.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { type AtEnd, type Installation, newInstallation } from './kit/installation.ts';
import { type OwnDatabase, ownDatabase } from './kit/own-database.ts';
import { type ApiRun, Person } from './kit/person.ts';
import type { Program } from './kit/program.ts';
import type { Company } from './kit/set-up.ts';
import { type Systems, startSystems } from './kit/systems.ts';
import { until } from './kit/until.ts';

const company: Company = { name: 'Waterkant BV', token: 'cccc0000cccc0000cccc0000cccc0000' };
const neighbour: Company = { name: 'Landkant BV', token: 'dddd0000dddd0000dddd0000dddd0000' };
const CALLS = 50;
/** A queue notices a job without a worker, and a lease of 30 s runs out. */
const TAKEN_OVER_WITHIN_MS = 90_000;

describe('two servers on one database', () => {
  let two: Two;
  const ends: Parameters<AtEnd>[0][] = [];
  beforeAll(async () => {
    two = await twoServers((end) => ends.push(end));
  });
  // Vitest takes no hook that is handed in while another one runs.
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  test('pressed on both at once, by commands and by the schedule, make one draft for each work order', async () => {
    const { outsmart, asperion } = two.systems;
    outsmart.control.seed(company.token, { workOrders: workOrders(30) });
    asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', delayMs: 100, times: 0 });
    const [pressed, commands] = await Promise.all([
      Promise.all([...two.servers, ...two.servers, ...two.servers].map((server) => press(two, server))),
      Promise.all(two.servers.map(({ installation }) => typed(installation))),
    ]);
    expect(pressed).toHaveLength(6);
    expect(commands.map(({ run }) => run.state)).toEqual(['done', 'done']);
    await everyOrderHandled(two);
    expectOneDraftEach(two);
    asperion.control.faults.clear();
  });

  test('fifty calls in both of them with an access token that is over cause one renewal, and all succeed', async () => {
    const { control } = two.systems.asperion;
    const before = renewals(two);
    expect(control.expireAccessTokens(asperionUser.userName)).toBeGreaterThan(0);
    control.identityFaults.add({ kind: 'delay', path: TOKEN_ENDPOINT, delayMs: 1_500 });
    const answers = await Promise.all(
      Array.from({ length: CALLS }, (_, call) => lookUp(two, two.servers[call % 2 ? 1 : 0])),
    );
    expect(new Set(answers)).toEqual(new Set([expect.stringContaining('Bakkerij Blom')]));
    expect(renewals(two) - before).toBe(1);
  });

  test('one killed between the answer to a renewal and its commit costs nothing while the old token is accepted', async () => {
    const { control } = two.systems.asperion;
    control.settings.rotateRefreshTokens = false;
    await killedDuringRenewal(two);
    expect(await lookUp(two, two.servers[0])).toContain('Bakkerij Blom');
    control.settings.rotateRefreshTokens = true;
  });

  test('where the old token is used up that company alone is told to connect again, and then its backlog goes', async () => {
    await killedDuringRenewal(two);
    const { control } = two.systems.outsmart;
    for (const { token } of [company, neighbour]) control.seed(token, { workOrders: workOrders(2, 51) });
    const [{ person }] = two.servers;
    // The schedule may be ahead of them, with the same end.
    const [stopped] = await Promise.all([person.exported(two.accountId), person.exported(two.neighbourId)]);
    expect(stopped).toMatchObject({ state: 'failed', faultCode: 'asperion.connection_ended' });
    await until("the neighbour's work orders to be handled", () => isHandled(two, neighbour));
    const { asperion } = await person.ask<{ readonly asperion: { readonly state: string } }>(
      'GET',
      `/accounts/${two.accountId}/connections`,
    );
    expect(asperion.state).toBe('ended');
    await person.connectAsperion(two.accountId);
    expect(await person.exported(two.accountId)).toMatchObject({ state: 'done' });
    await everyOrderHandled(two);
    expectOneDraftEach(two);
  });

  test('one that is frozen in the middle of creates for longer than its lease writes nothing when it wakes', async () => {
    const { outsmart, asperion } = two.systems;
    const made = () => asperion.control.drafts(ADMINISTRATION).length;
    const madeBefore = made();
    outsmart.control.seed(company.token, { workOrders: workOrders(12, 101) });
    const late = { delayMs: 1_000, afterWork: true, times: 4 };
    asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', ...late });
    await press(two, two.servers[0]);
    // Four are made in Asperion, and nobody here knows it yet.
    await until('four drafts', () => made() >= madeBefore + 4);
    const frozen = await serverAtWork(two);
    const other = two.servers.find((server) => server !== frozen) as Server;
    frozen.program.freeze();

    await everyOrderHandled(two);
    const before = await until('the other one to have written it down', async () => {
      const seen = await written(two, other);
      return seen.run?.finishedAt && seen.lines.filter(tellsOfInvoice).length === 12 && seen;
    });
    frozen.program.goOn();
    // It is told to stop, so that whatever it had left to do is done when it is gone.
    expect(await frozen.program.stop()).toMatchObject({ exitCode: 0 });
    expect(await written(two, other)).toEqual(before);
    expectOneDraftEach(two);
  });

  test('one that has become older than the database works no more and says so, and its work is left to the newer', async () => {
    const { database, systems } = two;
    const older = two.servers.find(({ program }) => !program.hasEnded) as Server;
    await database.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`);
    systems.outsmart.control.seed(company.token, { workOrders: workOrders(1, 201) });
    await press(two, older);
    await until('it to say so', () => older.program.account().includes('a newer program upgraded the database'));
    expect(await ready(older)).toEqual([503, { status: 'older-than-database' }]);
    const { error } = await older.installation.asked<ErrorDocument>(['orders', '--account', company.name], 1);
    expect(error.text).toContain('9999-later');
    const left = await database.query(`select state from run where state != 'done' and state != 'failed'`);
    expect(left).toEqual([{ state: 'queued' }]);
    expect(await older.program.stop()).toMatchObject({ exitCode: 0 });

    // To the newer program that migration is its own.
    await database.query(`delete from kysely_migration where name = '9999-later'`);
    await older.installation.serving();
    expect(await ready(older)).toEqual([200, { status: 'ready' }]);
    await everyOrderHandled(two);
    expectOneDraftEach(two);
  });
});

const TOKEN_ENDPOINT = '/connect/token';

interface Server {
  readonly installation: Installation;
  program: Program;
  readonly person: Person;
}

interface LogLine {
  readonly subjectKey: string;
  readonly result: string;
}

interface Written {
  readonly lines: readonly LogLine[];
  readonly run: ApiRun | undefined;
}

interface Two {
  readonly systems: Systems;
  readonly database: OwnDatabase;
  readonly servers: readonly [Server, Server];
  readonly accountId: string;
  readonly neighbourId: string;
}

async function twoServers(atEnd: AtEnd): Promise<Two> {
  const [systems, database] = await Promise.all([
    startSystems(atEnd, [company.token, neighbour.token]),
    ownDatabase(atEnd),
  ]);
  const environment = {
    ...systems.environment,
    KOPPELING_DATABASE_URL: database.url,
    KOPPELING_SECRET_KEY: '42'.repeat(32),
    KOPPELING_EXPORT_EVERY_MINUTES: '1',
    KOPPELING_ASPERION_TIMEOUT_MS: '5000',
    KOPPELING_UNCERTAIN_WAIT_SECONDS: '6',
  };
  const installations = [await newInstallation(atEnd, environment), await newInstallation(atEnd, environment)] as const;
  const [one, other] = installations;
  const programs = [await one.serving(), await other.serving()] as const;
  const [person, elsewhere] = [new Person(one), new Person(other)];
  await person.register(company.name);
  await person.ask('POST', '/companies', { name: neighbour.name });
  await elsewhere.signIn();
  const accountId = await person.setUp(company, companySettings);
  const neighbourId = await elsewhere.setUp(neighbour, companySettings);
  await person.confirmFirstExport(accountId);
  await elsewhere.confirmFirstExport(neighbourId);
  return {
    ...{ systems, database, accountId, neighbourId },
    servers: [
      { installation: one, program: programs[0], person },
      { installation: other, program: programs[1], person: elsewhere },
    ],
  };
}

function press({ accountId }: Two, { person }: Server): Promise<ApiRun> {
  return person.press(accountId);
}

function typed(installation: Installation): Promise<SyncDocument> {
  return installation.asked<SyncDocument>(['sync', '--account', company.name, '--job', 'export']);
}

/** Looks a debtor up in Asperion; answers what came of it as text. */
async function lookUp({ accountId }: Two, { person }: Server): Promise<string> {
  const path = `/accounts/${accountId}/asperion-records?kind=debtor&search=Blom`;
  return JSON.stringify(await person.ask<unknown>('GET', path));
}

function renewals({ systems: { asperion } }: Two): number {
  return asperion.control.identityJournal.count({ method: 'POST', path: TOKEN_ENDPOINT });
}

/** Kills the second server when the identity server has renewed and its answer is on its way; then starts it again. */
async function killedDuringRenewal(two: Two): Promise<void> {
  const { control } = two.systems.asperion;
  const { identityJournal, identityFaults } = control;
  const afterSeq = identityJournal.entries().at(-1)?.seq ?? 0;
  control.expireAccessTokens(asperionUser.userName);
  identityFaults.add({ kind: 'delay', path: TOKEN_ENDPOINT, delayMs: 1_500, afterWork: true });
  const killed = two.servers[1];
  const asking = lookUp(two, killed).catch(() => 'gone');
  await until('a renewal', () =>
    identityJournal.entries({ path: TOKEN_ENDPOINT, afterSeq }).some(({ outcome }) => outcome === 'refresh_token'),
  );
  await killed.program.kill();
  expect(await asking).toBe('gone');
  killed.program = await killed.installation.serving();
}

async function serverAtWork({ database, servers, accountId }: Two): Promise<Server> {
  const [lease] = await database.query<{ holder: string }>(
    `select holder from account_lease where account_id = '${accountId}'`,
  );
  const found = servers.find(({ program }) => lease?.holder.endsWith(`:${program.pid}`));
  if (!found) throw new Error(`None of the servers is ${lease?.holder}.`);
  return found;
}

/** What the newest run that made something says of itself, and all lines of the log. */
async function written({ accountId }: Two, { person }: Server): Promise<Written> {
  const company = `/accounts/${accountId}`;
  const { items: lines } = await person.ask<{ items: LogLine[] }>('GET', `${company}/log?pageSize=200`);
  const { items: runs } = await person.ask<{ items: ApiRun[] }>('GET', `${company}/runs?pageSize=200`);
  return { lines, run: runs.find(({ columns }) => (columns.exported ?? 0) > 0) };
}

function tellsOfInvoice({ subjectKey, result }: LogLine): boolean {
  return subjectKey >= 'W25-0101' && ['invoiced', 'adopted'].includes(result);
}

async function ready({ installation: { port } }: Server): Promise<[number, unknown]> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  return [response.status, await response.json()];
}

async function everyOrderHandled(two: Two): Promise<void> {
  await until('every work order to be handled', () => isHandled(two, company), TAKEN_OVER_WITHIN_MS);
}

function isHandled({ systems: { outsmart } }: Two, { token }: Company): boolean {
  return outsmart.control.workOrders(token).every(({ status }) => status === 'Afgehandeld');
}

function expectOneDraftEach({ systems: { outsmart, asperion } }: Two): void {
  const ids = [company, neighbour].flatMap(({ token }) => outsmart.control.workOrders(token).map(({ id }) => id));
  const counts = draftsPerWorkOrder(asperion.control.drafts(ADMINISTRATION));
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(ids.map((id) => [id, 1])));
}
