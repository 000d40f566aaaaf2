// What an operator does to the program on purpose: stopping it in the middle of its work, and putting back the back-up of
// an earlier day. Nothing is made twice by it, and nothing is left out. The stories take place side by side, since most of
// their time is spent waiting.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bulkDebtors } from '#sandbox/demo/bulk.ts';
import { ADMINISTRATION, asperionSeed, workOrders } from './kit/company.ts';
import type { LogDocument, RunDocument } from './kit/documents.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { type AtEnd, type Installation, newInstallation } from './kit/installation.ts';
import type { Program } from './kit/program.ts';
import { DEMO_TOKEN, startDemoSystems } from './kit/systems.ts';
import { until } from './kit/until.ts';

const STOPPED_WITHIN_MS = 20_000;
/** Longer than a program that was told to stop waits for anything. */
const SLOW_MS = 60_000;
const LONG_MS = 180_000;
/** A look is a whole command. */
const COMMAND_EVERY_MS = 3_000;

type Systems = Awaited<ReturnType<typeof startDemoSystems>>;

describe.concurrent('stopped in order, and restored', () => {
  test('told to stop while drafts are being made slowly, it ends within 20 s and the next start does the rest', async ({
    onTestFinished,
  }) => {
    const { installation, systems } = await demo(onTestFinished, {
      KOPPELING_ASPERION_TIMEOUT_MS: '11500',
      KOPPELING_UNCERTAIN_WAIT_SECONDS: '12',
    });
    const { outsmart, asperion } = systems;
    outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(8) });
    const late = { delayMs: SLOW_MS, afterWork: true, times: 0 };
    asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', ...late });
    const first = installation.run('start');
    await until('four drafts on their way', () => asperion.control.drafts(ADMINISTRATION).length === 4);
    await stopInTime(first);
    const handedOver = (await runsOf(installation)).filter(({ state }) => state === 'queued');
    expect(handedOver).toHaveLength(1);
    expect(asperion.control.drafts(ADMINISTRATION)).toHaveLength(4);

    asperion.control.faults.clear();
    const second = installation.run('start');
    await second.says('De koppeling luistert op');
    const handled = async () => {
      // Ends with 4 as long as drafts are looked for whose answer never came.
      const { exitCode } = await installation.koppeling('sync', '--job', 'export');
      expect([0, 4]).toContain(exitCode);
      return isEverythingHandled(systems);
    };
    await until('every work order to be handled', handled, LONG_MS, COMMAND_EVERY_MS);
    expectOneDraftEach(systems);
    const done = async () =>
      (await runsOf(installation)).some(({ id, state }) => id === handedOver[0]?.id && state === 'done');
    await until('the run that was handed over to be done', done, LONG_MS, COMMAND_EVERY_MS);
  });

  test('told to stop in the middle of a long import, it ends within 20 s and the next start goes on where it was', async ({
    onTestFinished,
  }) => {
    const debtors = [...bulkDebtors(1_200)];
    const { installation, systems } = await demo(onTestFinished, {}, debtors);
    const { control } = systems.outsmart;
    control.seed(DEMO_TOKEN, { workOrders: workOrders(2) });
    const posts = () => control.journal.entries({ method: 'POST', path: 'relations' });
    const slow = { delayMs: SLOW_MS, afterWork: true, skip: 1 };
    control.faults.add({ kind: 'delay', method: 'POST', path: 'relations', ...slow });
    const first = installation.run('start');
    await until('the second batch to be saved', () => control.relations(DEMO_TOKEN).length >= 1_000);
    await stopInTime(first);

    installation.run('start');
    await until('every work order to be handled', () => isEverythingHandled(systems));
    const numbers = control.relations(DEMO_TOKEN).map(({ debtor_number }) => debtor_number);
    expect(numbers).toHaveLength(debtors.length + 2);
    expect(new Set(numbers).size).toBe(debtors.length + 2);
    // The first batch, the second one, the second one again because nobody heard that it was saved, and the third.
    expect(posts()).toHaveLength(4);
    expectOneDraftEach(systems);
  });

  test('with the back-up of an earlier day put back, what was made since is found by its mark and not made again', async ({
    onTestFinished,
  }) => {
    const { installation, systems } = await demo(onTestFinished);
    const { outsmart, asperion } = systems;
    const backUp = `${installation.dataDir}-back-up`;
    outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(4) });
    const program = installation.run('start');
    await until('every work order to be handled', () => isEverythingHandled(systems));
    await stopInTime(program);
    copy(installation.dataDir, backUp);

    // Of the later ones OutSmart has heard of the first two alone.
    outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(6, 11) });
    const deaf = { kind: 'status', status: 500, path: 'update_status=true', skip: 2, times: 0 } as const;
    outsmart.control.faults.add(deaf);
    await installation.koppeling('sync', '--job', 'export');
    expect(asperion.control.drafts(ADMINISTRATION)).toHaveLength(10);
    expect(isEverythingHandled(systems)).toBe(false);
    outsmart.control.faults.clear();

    rmSync(installation.dataDir, { recursive: true });
    copy(backUp, installation.dataDir);
    outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(2, 21) });
    await installation.asked(['sync', '--job', 'export']);
    expect(isEverythingHandled(systems)).toBe(true);
    expectOneDraftEach(systems);
    const { lines } = await installation.asked<LogDocument>(['log', '--limit', '1000']);
    expect(lines.filter(({ result }) => result === 'adopted').length).toBeGreaterThanOrEqual(4);
  });
});

async function demo(
  atEnd: AtEnd,
  environment: Readonly<Record<string, string>> = {},
  debtors: readonly { customerNumber: string; name: string }[] = [],
) {
  const installation = await newInstallation(atEnd, environment);
  const administrations = asperionSeed.administrations.map((one) =>
    one.id === ADMINISTRATION ? { ...one, debtors: [...debtors, ...(one.debtors ?? [])] } : one,
  );
  return { installation, systems: await startDemoSystems(atEnd, installation.port, { administrations }) };
}

async function stopInTime(program: Program): Promise<void> {
  const toldAt = performance.now();
  expect(await program.stop()).toMatchObject({ exitCode: 0, stderr: '' });
  expect(performance.now() - toldAt).toBeLessThan(STOPPED_WITHIN_MS);
}

/** With its owners, as the manual says. */
function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

async function runsOf(installation: Installation): Promise<readonly RunDocument[]> {
  return (await installation.asked<{ readonly runs: readonly RunDocument[] }>(['runs'])).runs;
}

function isEverythingHandled({ outsmart }: Systems): boolean {
  return outsmart.control.workOrders(DEMO_TOKEN).every(({ status }) => status === 'Afgehandeld');
}

function expectOneDraftEach({ outsmart, asperion }: Systems): void {
  const counts = draftsPerWorkOrder(asperion.control.drafts(ADMINISTRATION));
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(outsmart.control.workOrders(DEMO_TOKEN).map(({ id }) => [id, 1])),
  );
}
