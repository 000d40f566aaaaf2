// Two servers work in one database, as an operator runs them who does not want to be down: both with the page and with
// workers. Everybody presses at the same moment, and one of the two is frozen in the middle of a create for longer than its
// lease, and wakes up when the other has taken its work over.

import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, asperionUser, companySettings, workOrders } from './kit/company.ts';
import type { LogDocument, OrdersDocument, RunDocument, SyncDocument } from './kit/documents.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { type Installation, newInstallation } from './kit/installation.ts';
import { type OwnDatabase, ownDatabase } from './kit/own-database.ts';
import { createPerson, type Person, signedIn } from './kit/person.ts';
import type { Program } from './kit/program.ts';
import { type Company, setUpCompany } from './kit/set-up.ts';
import { type Systems, startSystems } from './kit/systems.ts';
import { until } from './kit/until.ts';

const company: Company = { name: 'Waterkant BV', token: 'cccc0000cccc0000cccc0000cccc0000' };
const CALLS = 50;
/** A queue notices a job without a worker, and a lease of 30 s runs out. */
const TAKEN_OVER_WITHIN_MS = 90_000;

test('two servers on one database, pressed at once and one of them frozen, make one draft for each work order', {
  timeout: 170_000,
}, async () => {
  const [systems, database] = await Promise.all([
    startSystems(onTestFinished, [company.token]),
    ownDatabase(onTestFinished),
  ]);
  const two = await twoServers(systems, database);
  await everybodyPresses(two);
  await oneRenewalForFiftyCalls(two);
  await oneIsFrozen(two);
});

interface Server {
  readonly installation: Installation;
  readonly program: Program;
  readonly person: Person;
}

interface Two {
  readonly systems: Systems;
  readonly database: OwnDatabase;
  readonly servers: readonly [Server, Server];
  readonly accountId: string;
}

async function twoServers(systems: Systems, database: OwnDatabase): Promise<Two> {
  const environment = {
    ...systems.environment,
    KOPPELING_DATABASE_URL: database.url,
    KOPPELING_SECRET_KEY: '42'.repeat(32),
    KOPPELING_EXPORT_EVERY_MINUTES: '1',
    KOPPELING_ASPERION_TIMEOUT_MS: '2000',
    KOPPELING_UNCERTAIN_WAIT_SECONDS: '3',
  };
  const [one, other] = [
    await newInstallation(onTestFinished, environment),
    await newInstallation(onTestFinished, environment),
  ];
  const programs = [await one.serving(), await other.serving()] as const;
  await setUpCompany(one, company, companySettings);
  await one.asked(['confirm', '--account', company.name]);
  await createPerson(one, company.name);
  const { account } = await one.asked<OrdersDocument>(['orders', '--account', company.name]);
  return {
    systems,
    database,
    accountId: account.id,
    servers: [
      { installation: one, program: programs[0], person: await signedIn(one) },
      { installation: other, program: programs[1], person: await signedIn(other) },
    ],
  };
}

function press({ accountId }: Two, { person }: Server): Promise<RunDocument> {
  return person.ask<RunDocument>('POST', `/accounts/${accountId}/runs`, { job: 'export' });
}

/** The page of both servers, three times each, and a command beside each of them. */
async function everybodyPresses(two: Two): Promise<void> {
  const { outsmart, asperion } = two.systems;
  outsmart.control.seed(company.token, { workOrders: workOrders(30) });
  asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', delayMs: 100, times: 0 });
  const [pressed, typed] = await Promise.all([
    Promise.all([...two.servers, ...two.servers, ...two.servers].map((server) => press(two, server))),
    Promise.all(
      two.servers.map(({ installation }) =>
        installation.asked<SyncDocument>(['sync', '--account', company.name, '--job', 'export']),
      ),
    ),
  ]);
  expect(pressed).toHaveLength(6);
  expect(typed.map(({ run }) => run.state)).toEqual(['done', 'done']);
  await everyOrderHandled(two);
  expectOneDraftEach(two);
  asperion.control.faults.clear();
}

/** Everybody looks something up in Asperion at the moment at which the access token is over, and a new one takes a while. */
async function oneRenewalForFiftyCalls({ systems, accountId, servers }: Two): Promise<void> {
  const { control } = systems.asperion;
  const renewals = () => control.identityJournal.count({ method: 'POST', path: '/connect/token' });
  const before = renewals();
  expect(control.expireAccessTokens(asperionUser.userName)).toBeGreaterThan(0);
  control.identityFaults.add({ kind: 'delay', path: '/connect/token', delayMs: 1_500 });
  const lookUp = `/accounts/${accountId}/asperion-records?kind=debtor&search=Blom`;
  const answers = await Promise.all(
    Array.from({ length: CALLS }, (_, index) =>
      (servers[index % 2] as Server).person.ask<{ readonly records: readonly unknown[] }>('GET', lookUp),
    ),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(JSON.stringify(answers[0])).toContain('Bakkerij Blom');
  expect(renewals() - before).toBe(1);
}

async function oneIsFrozen(two: Two): Promise<void> {
  const { outsmart, asperion } = two.systems;
  const made = () => asperion.control.drafts(ADMINISTRATION).length;
  const before = made();
  outsmart.control.seed(company.token, { workOrders: workOrders(12, 101) });
  asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', delayMs: 1_000, afterWork: true, times: 4 });
  await press(two, two.servers[0]);
  // Four are made in Asperion, and nobody here knows it yet.
  await until('four drafts', () => made() === before + 4);
  const [{ holder } = { holder: '' }] = await two.database.query<{ holder: string }>('select holder from account_lease');
  const frozen = two.servers.find(({ program }) => holder.endsWith(`:${program.pid}`)) as Server;
  const other = two.servers.find((server) => server !== frozen) as Server;
  frozen.program.freeze();

  await everyOrderHandled(two);
  await until('the other one to have told of it', async () => (await handledLines(two, other)).length === 12);
  const [told, run] = [await tellsOf(two, other), await lastRun(two, other)];
  frozen.program.goOn();
  // It is asked to stop, so that whatever it still had to do is done when it is gone.
  expect(await frozen.program.stop()).toMatchObject({ exitCode: 0 });
  expect(await tellsOf(two, other)).toEqual(told);
  expect(await lastRun(two, other)).toEqual(run);
  expectOneDraftEach(two);
  expect(await other.program.stop()).toMatchObject({ exitCode: 0 });
}

async function tellsOf(_two: Two, { installation }: Server) {
  const { lines } = await installation.asked<LogDocument>(['log', '--account', company.name, '--limit', '1000']);
  return lines;
}

async function handledLines(two: Two, server: Server) {
  const results = new Set(['invoiced', 'adopted']);
  const lines = await tellsOf(two, server);
  return lines.filter(({ result, subjectKey }) => results.has(result) && subjectKey >= 'W25-0101');
}

async function lastRun(_two: Two, { installation }: Server): Promise<RunDocument | undefined> {
  const { runs } = await installation.asked<{ readonly runs: readonly RunDocument[] }>(['runs', '--account', company.name]);
  return runs.find(({ counts }) => (counts.invoiced ?? 0) + (counts.adopted ?? 0) > 0);
}

async function everyOrderHandled({ systems: { outsmart } }: Two): Promise<void> {
  const isHandled = () => outsmart.control.workOrders(company.token).every(({ status }) => status === 'Afgehandeld');
  await until('every work order to be handled', isHandled, TAKEN_OVER_WITHIN_MS);
}

function expectOneDraftEach({ systems: { outsmart, asperion } }: Two): void {
  const ids = outsmart.control.workOrders(company.token).map(({ id }) => id);
  const counts = draftsPerWorkOrder(asperion.control.drafts(ADMINISTRATION));
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(ids.map((id) => [id, 1])));
}
