// The server is exporting by itself, and two people press export at the same moment, in processes of their own, while
// Asperion shows new drafts in its lists only seconds later: every work order still becomes one draft.

import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, asperionSeed, workOrders } from './kit/company.ts';
import type { SyncDocument } from './kit/documents.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { newInstallation } from './kit/installation.ts';
import { DEMO_TOKEN, startDemoSystems } from './kit/systems.ts';
import { until } from './kit/until.ts';

test('two exports at once make one draft, beside an exporting server and without one', async () => {
  const installation = await newInstallation(onTestFinished);
  const { outsmart, asperion } = await startDemoSystems(onTestFinished, installation.port, asperionSeed);
  asperion.control.settings.lateVisibilityMs = 5_000;
  asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', delayMs: 150, times: 0 });
  const drafts = () => asperion.control.drafts(ADMINISTRATION);
  const exportTwice = async () => {
    const pressed = await Promise.all([1, 2].map(() => installation.asked<SyncDocument>(['sync', '--job', 'export'])));
    expect(pressed.map(({ run }) => run.state)).toEqual(['done', 'done']);
  };
  const expectOneDraftEach = () => {
    const ids = outsmart.control.workOrders(DEMO_TOKEN).map(({ id }) => id);
    expect(Object.fromEntries(draftsPerWorkOrder(drafts()))).toEqual(Object.fromEntries(ids.map((id) => [id, 1])));
  };

  outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(100) });
  const server = installation.run('start');
  await until('the first drafts', () => drafts().length > 0);
  outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(10, 101) });
  await exportTwice();
  await server.says('Opdrachtregel');
  expectOneDraftEach();

  await server.stop();
  outsmart.control.seed(DEMO_TOKEN, { workOrders: workOrders(10, 201) });
  await exportTwice();
  expectOneDraftEach();
});
