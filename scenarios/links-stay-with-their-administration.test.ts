// Another administration is a deliberate step: refused unless said, confirmed anew before anything goes there, and nothing
// of the one is taken for something of the other, though numbers and codes are the same.

import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, companySettings, OTHER_ADMINISTRATION, workOrder } from './kit/company.ts';
import type { DoctorDocument, ErrorDocument, OrdersDocument, SyncDocument } from './kit/documents.ts';
import { type Draft, pricedLines } from './kit/drafts.ts';
import { newInstallation } from './kit/installation.ts';
import { saveSettings, setUpCompanies } from './kit/set-up.ts';
import { startSystems } from './kit/systems.ts';

const NAME = 'Waterkant';
const TOKEN = 'cafe0cafe0cafe0cafe0cafe0cafe0ca';
const there = { ...companySettings, administrationId: OTHER_ADMINISTRATION } as const;

test('links stay with their administration', async () => {
  const systems = await startSystems(onTestFinished, [TOKEN]);
  const installation = await newInstallation(onTestFinished, systems.environment);
  await installation.serving();
  await setUpCompanies(installation, [{ name: NAME, token: TOKEN }], companySettings);
  const { control: outsmart } = systems.outsmart;
  const sync = (job: string) => installation.asked<SyncDocument>(['sync', '--job', job]);
  const draftsOf = (administration: number) => systems.asperion.control.drafts(administration) as readonly Draft[];
  const confirmation = async () => {
    const { parts } = await installation.asked<DoctorDocument>(['doctor']);
    return parts.flatMap(({ checks }) => checks).find(({ name }) => name === 'eerste export')?.state;
  };

  const [firstId = ''] = outsmart.seed(TOKEN, { workOrders: [workOrder('W25-0001')] });
  const first = await sync('full');
  expect(first.firstExportConfirmed).toBe(true);
  expect(first.run).toMatchObject({ state: 'done', counts: { invoiced: 1 } });

  const file = await installation.file('there.json', there);
  const { error } = await installation.asked<ErrorDocument>(['settings', 'set', NAME, '--file', file], 2);
  expect(error.code).toBe('settings.administration-change');
  expect(error.text).toContain('moet opnieuw worden bevestigd');

  // VAT code 2 belongs to what the other one rents out.
  await saveSettings(installation, NAME, { ...there, vatCode: '2' }, '--switch-administration');
  expect(await confirmation()).toBe('attention');
  outsmart.seed(TOKEN, { workOrders: [workOrder('W25-0002')] });
  const second = await sync('full');
  expect(second.firstExportConfirmed).toBe(true);
  expect(second.run).toMatchObject({ state: 'done', counts: { invoiced: 1 } });
  expect(second.invoiced.map(({ orderNumber }) => orderNumber)).toEqual(['W25-0002']);

  // Each draft has the articles and prices of its own administration.
  const [here, ...moreHere] = draftsOf(ADMINISTRATION);
  const [other, ...moreThere] = draftsOf(OTHER_ADMINISTRATION);
  expect([...moreHere, ...moreThere]).toEqual([]);
  const valuesOf = (draft: Draft | undefined) =>
    draft && pricedLines(draft).map(({ articleId, price, vatCode }) => [articleId, price, vatCode]);
  expect(valuesOf(here)).toEqual([
    [701, 12.5, '1'],
    [702, 62.5, '1'],
  ]);
  expect(valuesOf(other)).toEqual([
    [801, 12.5, '2'],
    [802, 40, '2'],
  ]);

  // What was invoiced in the first administration is not offered to the second, nor the other way round.
  outsmart.setStatus(TOKEN, firstId, { status: 'Compleet' });
  expect((await sync('export')).invoiced).toEqual([]);
  await saveSettings(installation, NAME, companySettings, '--switch-administration');
  expect(await confirmation()).toBe('good');
  expect((await sync('full')).invoiced).toEqual([]);
  expect(draftsOf(ADMINISTRATION)).toHaveLength(1);
  expect(draftsOf(OTHER_ADMINISTRATION)).toHaveLength(1);
  const { orders } = await installation.asked<OrdersDocument>(['orders', '--state', 'all']);
  expect(orders.map(({ orderNumber, administrationId }) => [orderNumber, administrationId]).toSorted()).toEqual([
    ['W25-0001', ADMINISTRATION],
    ['W25-0002', OTHER_ADMINISTRATION],
  ]);
});
