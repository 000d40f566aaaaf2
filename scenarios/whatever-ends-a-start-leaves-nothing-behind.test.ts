// A start that is stopped half-way, or cannot go on, takes everything along that it had started, and the next one goes on
// from wherever that was.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ADMINISTRATION, asperionSeed, workOrders } from './kit/company.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { type Installation, newInstallation } from './kit/installation.ts';
import { processesOn } from './kit/processes.ts';
import { DEMO_TOKEN, startDemoSystems } from './kit/systems.ts';
import { until } from './kit/until.ts';

function expectNothingLeft({ dataDir }: Installation): void {
  expect(processesOn(dataDir)).toEqual([]);
}

describe.concurrent('a start that ends early', () => {
  test('Ctrl-C during the first export stops in order, and the next start makes the rest', async ({
    onTestFinished,
  }) => {
    const installation = await newInstallation(onTestFinished);
    const { outsmart, asperion } = await startDemoSystems(onTestFinished, installation.port, asperionSeed);
    outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(60) });
    asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', delayMs: 1_000, times: 0 });
    const drafts = () => asperion.control.drafts(ADMINISTRATION);

    const first = installation.run('start');
    await until('the first drafts', () => drafts().length > 0);
    expect(await first.stop('SIGINT')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout.trimEnd().endsWith('Gestopt.')).toBe(true);
    expectNothingLeft(installation);
    // What was on its way got its answer: nothing is left to be looked up, which would take a quarter of an hour.
    expect(drafts().length).toBeLessThan(60);
    const handled = outsmart.control.workOrders(DEMO_TOKEN).filter(({ status }) => status === 'Afgehandeld');
    expect(handled).toHaveLength(drafts().length);

    asperion.control.faults.clear();
    installation.run('start');
    const isHandled = () => outsmart.control.workOrders(DEMO_TOKEN).every(({ status }) => status === 'Afgehandeld');
    await until('every work order to be handled', isHandled);
    const ids = outsmart.control.workOrders(DEMO_TOKEN).map(({ id }) => id);
    expect(Object.fromEntries(draftsPerWorkOrder(drafts()))).toEqual(Object.fromEntries(ids.map((id) => [id, 1])));
  });

  test('a kill while it is still coming up stops it in order', async ({ onTestFinished }) => {
    const installation = await newInstallation(onTestFinished);
    const program = installation.run('start');
    await program.says('De koppeling start');
    expect(await program.stop('SIGTERM')).toMatchObject({ exitCode: 0, stderr: '' });
    expectNothingLeft(installation);
  });

  test.for([
    ['its own port', 0],
    ['the port of a sandbox', 1],
  ] as const)('when %s is taken it says so, and which setting helps', async ([, step], { onTestFinished }) => {
    const installation = await newInstallation(onTestFinished);
    const stranger = createServer((socket) => socket.destroy()).listen(installation.port + step, '127.0.0.1');
    onTestFinished(() => void stranger.close());
    await once(stranger, 'listening');
    const { exitCode, stderr } = await installation.koppeling('start');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(String(installation.port + step));
    expect(stderr).toContain('KOPPELING_PORT');
    expectNothingLeft(installation);
  });
});
