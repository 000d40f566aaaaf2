// Killed without warning in the middle of its work, the program recovers by itself at the next start: nothing twice, nothing
// lost. OutSmart and Asperion outlive it, and finish what they were asked just before. The stories take place side by side,
// since most of their time is spent waiting until a dead worker's lease has run out.

import { describe, expect, test } from 'vitest';
import { bulkDebtors } from '#sandbox/demo/bulk.ts';
import { ADMINISTRATION, asperionSeed, workOrders } from './kit/company.ts';
import type { LogDocument, OrdersDocument } from './kit/documents.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { type AtEnd, type Installation, newInstallation } from './kit/installation.ts';
import { killDatabase, postmasterOf } from './kit/processes.ts';
import { DEMO_TOKEN, startDemoSystems } from './kit/systems.ts';
import { until } from './kit/until.ts';

const ORDERS = 40;
/** So many are made before the blow falls; the rest is under way or still to go. */
const DRAFTS_BEFORE = 10;
/** A lease of 30 s runs out, and a queue notices that a job has no worker any more. */
const RECOVERED_WITHIN_MS = 200_000;

type Systems = Awaited<ReturnType<typeof startDemoSystems>>;

describe.concurrent('a killed program recovers', () => {
  test('killed during the first import, it goes on where it was: no batch twice, no debtor forgotten', async ({
    onTestFinished,
  }) => {
    const debtors = [...bulkDebtors(1_200)];
    const { installation, systems } = await installationBeforeStart(onTestFinished, debtors);
    const { control } = systems.outsmart;
    const posts = () => control.journal.entries({ method: 'POST', path: 'relations' });
    // The second batch is saved in OutSmart, and its answer comes too late.
    control.faults.add({ kind: 'delay', method: 'POST', path: 'relations', skip: 1, delayMs: 20_000, afterWork: true });
    const first = installation.run('start');
    await until('the second batch of relations', () => posts().length === 2);
    await until('the batch to be saved', () => control.relations(DEMO_TOKEN).length >= 1_000);
    await first.kill();

    installation.run('start');
    await everyOrderHandled(systems);
    const numbers = control.relations(DEMO_TOKEN).map(({ debtor_number }) => debtor_number);
    expect(new Set(numbers)).toEqual(
      new Set([...debtors.map(({ customerNumber }) => customerNumber), '10042', '10015']),
    );
    expect(numbers).toHaveLength(debtors.length + 2);
    // The first batch, the second one, the second one again because nobody heard that it was saved, and the third.
    expect(posts()).toHaveLength(4);
    await expectOneDraftEach(installation, systems);
  });

  test('killed during an export, it makes what was missing and adopts what it had made without knowing', async ({
    onTestFinished,
  }) => {
    const { installation, systems } = await installationBeforeStart(onTestFinished, []);
    const first = installation.run('start');
    await draftsAreComing(systems);
    await first.kill();
    expect(systems.asperion.control.drafts(ADMINISTRATION).length).toBeLessThan(ORDERS);

    installation.run('start');
    await everyOrderHandled(systems);
    await expectOneDraftEach(installation, systems);
    const { lines } = await installation.asked<LogDocument>(['log', '--limit', '1000']);
    expect(lines.some(({ subjectKind, result }) => subjectKind === 'work-order' && result === 'adopted')).toBe(true);
  });

  test('with its database killed during an export, it comes back without a restart', async ({ onTestFinished }) => {
    const { installation, systems } = await installationBeforeStart(onTestFinished, []);
    const program = installation.run('start');
    await draftsAreComing(systems);
    const killed = postmasterOf(installation.dataDir)?.pid;
    killDatabase(installation.dataDir);

    await everyOrderHandled(systems);
    expect(postmasterOf(installation.dataDir)?.pid).not.toBe(killed);
    expect(program.hasEnded).toBe(false);
    await expectOneDraftEach(installation, systems);
    expect(await program.stop()).toMatchObject({ exitCode: 0 });
  });
});

async function installationBeforeStart(atEnd: AtEnd, debtors: readonly { customerNumber: string; name: string }[]) {
  const installation = await newInstallation(atEnd, {
    KOPPELING_ASPERION_TIMEOUT_MS: '2000',
    KOPPELING_UNCERTAIN_WAIT_SECONDS: '3',
  });
  const administrations = asperionSeed.administrations.map((one) =>
    one.id === ADMINISTRATION ? { ...one, debtors: [...debtors, ...(one.debtors ?? [])] } : one,
  );
  const systems = await startDemoSystems(atEnd, installation.port, { administrations });
  systems.outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(ORDERS) });
  // Drafts are made at once and told about late, so that there are always some that the program does not know of yet.
  systems.asperion.control.faults.add({
    kind: 'delay',
    method: 'POST',
    path: 'draftsales',
    delayMs: 200,
    afterWork: true,
    times: 0,
  });
  return { installation, systems };
}

async function draftsAreComing({ asperion }: Systems): Promise<void> {
  await until(`${DRAFTS_BEFORE} drafts`, () => asperion.control.drafts(ADMINISTRATION).length >= DRAFTS_BEFORE);
}

async function everyOrderHandled({ outsmart }: Systems): Promise<void> {
  const isHandled = () => outsmart.control.workOrders(DEMO_TOKEN).every(({ status }) => status === 'Afgehandeld');
  await until('every work order to be handled', isHandled, RECOVERED_WITHIN_MS);
}

async function expectOneDraftEach(installation: Installation, { outsmart, asperion }: Systems): Promise<void> {
  const counts = draftsPerWorkOrder(asperion.control.drafts(ADMINISTRATION));
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(outsmart.control.workOrders(DEMO_TOKEN).map(({ id }) => [id, 1])),
  );
  const totals = await until('the program to know it too', async () => {
    const document = await installation.asked<OrdersDocument>(['orders', '--state', 'all', '--limit', '1']);
    return document.totals.length === 1 ? document.totals : null;
  });
  expect(totals).toMatchObject([{ state: 'acknowledged', count: ORDERS }]);
}
