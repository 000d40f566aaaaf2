// A value that nobody can read makes that one work order wait, with the field and the value; the others go. Odd text is no
// reason to wait: it arrives in Asperion as it was typed.

import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, companySettings, workOrder } from './kit/company.ts';
import type { LogDocument, SyncDocument } from './kit/documents.ts';
import { type Draft, workOrderOf } from './kit/drafts.ts';
import { newInstallation } from './kit/installation.ts';
import { setUpCompanies } from './kit/set-up.ts';
import { startSystems } from './kit/systems.ts';

const TOKEN = 'bad0bad0bad0bad0bad0bad0bad0bad0';
const ODD_NAME = `<script>alert('½″')</script> "Koppeling" & zn. 🔧 ${'lang '.repeat(13_000)}`;

test('an unreadable work order waits with its field and value, the others go, and it goes once it was mended', async () => {
  const systems = await startSystems(onTestFinished, [TOKEN]);
  const installation = await newInstallation(onTestFinished, systems.environment);
  await installation.serving();
  await setUpCompanies(installation, [{ name: 'Waterkant', token: TOKEN }], companySettings);
  const [material] = workOrder('').Materials;
  const [period] = workOrder('').Workperiods;
  const { control } = systems.outsmart;
  const [, quantityId = '', timeId = ''] = control.seed(TOKEN, {
    workOrders: [
      workOrder('W25-0001'),
      workOrder('W25-0002', { Materials: [{ ...material, MaterialNr: 'twee stuks' }] }),
      workOrder('W25-0003', { Workperiods: [{ ...period, TotalTime: '8u30' }] }),
      workOrder('W25-0004', { Materials: [{ ...material, MaterialName: ODD_NAME }] }),
    ],
  });

  const first = await installation.asked<SyncDocument>(['sync', '--job', 'export']);
  expect(first.invoiced.map(({ orderNumber }) => orderNumber).sort()).toEqual(['W25-0001', 'W25-0004']);
  const waiting = first.waiting.map(({ orderNumber, reasons }) => [
    orderNumber,
    reasons[0]?.reason,
    reasons[0]?.field,
    reasons[0]?.found,
  ]);
  expect(waiting.toSorted()).toEqual([
    ['W25-0002', 'waarde-onleesbaar', expect.stringContaining('MaterialNr'), 'twee stuks'],
    ['W25-0003', 'waarde-onleesbaar', expect.stringContaining('TotalTime'), '8u30'],
  ]);
  const drafts = systems.asperion.control.drafts(ADMINISTRATION) as readonly Draft[];
  const [oddLine] = drafts
    .flatMap(({ lines }) => lines)
    .filter(({ description }) => description.startsWith('<script>'));
  expect(oddLine?.description.startsWith(ODD_NAME.slice(0, 40))).toBe(true);

  // Tried again each time, told once.
  await installation.asked<SyncDocument>(['sync', '--job', 'export']);
  const { lines } = await installation.asked<LogDocument>(['log', '--limit', '100']);
  expect(
    lines
      .filter(({ result }) => result === 'waiting')
      .map(({ subjectKey }) => subjectKey)
      .sort(),
  ).toEqual(['W25-0002', 'W25-0003']);

  control.editWorkOrder(TOKEN, quantityId, { Materials: [{ ...material, MaterialNr: '2' }] });
  control.editWorkOrder(TOKEN, timeId, { Workperiods: [{ ...period, TotalTime: '8:30' }] });
  const mended = await installation.asked<SyncDocument>(['sync', '--job', 'export']);
  expect(mended.waiting).toEqual([]);
  const all = systems.asperion.control.drafts(ADMINISTRATION) as readonly Draft[];
  expect(all.map(workOrderOf).toSorted()).toEqual(
    control
      .workOrders(TOKEN)
      .map(({ id }) => id)
      .toSorted(),
  );
});
