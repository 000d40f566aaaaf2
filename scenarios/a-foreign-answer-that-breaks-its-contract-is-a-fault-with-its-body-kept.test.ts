// An answer that is not what the documentation of OutSmart or Asperion says is never guessed at: the run ends as failed, and
// the operator sees which system, which call, which field, and the body, without tokens and personal details. Afterwards
// everything goes on.

import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, companySettings, workOrders } from './kit/company.ts';
import type { FaultsDocument, SyncDocument } from './kit/documents.ts';
import { draftsPerWorkOrder } from './kit/drafts.ts';
import { type Installation, newInstallation } from './kit/installation.ts';
import { setUpCompanies } from './kit/set-up.ts';
import { startSystems } from './kit/systems.ts';
import { startTamperingProxy } from './kit/tampering-proxy.ts';
import { until } from './kit/until.ts';

const TOKEN = 'fade0fade0fade0fade0fade0fade0fa';

async function newestFault(installation: Installation): Promise<FaultsDocument['faults'][number] | undefined> {
  const { faults } = await installation.asked<FaultsDocument>(['faults', '--limit', '1']);
  return faults[0];
}

test('a broken answer is a fault with its body kept, and the work goes on when answers are right again', async () => {
  const systems = await startSystems(onTestFinished, [TOKEN]);
  const outsmart = await startTamperingProxy(onTestFinished, systems.outsmart.apiUrl);
  const asperion = await startTamperingProxy(onTestFinished, systems.asperion.apiUrl);
  const installation = await newInstallation(onTestFinished, {
    ...systems.environment,
    KOPPELING_OUTSMART_URL: outsmart.url,
    KOPPELING_ASPERION_API_URL: asperion.url,
    KOPPELING_ASPERION_TIMEOUT_MS: '1000',
    KOPPELING_UNCERTAIN_WAIT_SECONDS: '2',
  });
  await installation.serving();
  await setUpCompanies(installation, [{ name: 'Waterkant', token: TOKEN }], companySettings);
  systems.outsmart.control.seed(TOKEN, { workOrders: workOrders(2) });
  const drafts = () => systems.asperion.control.drafts(ADMINISTRATION);
  const sync = (exitCode: number) => installation.asked<SyncDocument>(['sync', '--job', 'export'], exitCode);

  // OutSmart: an object where a list of work orders should be.
  const secret = {
    token: 'deadbeefdeadbeef',
    CustomerName: 'Mevrouw Van der Sluis',
    CustomerEmail: 'sluis@post.example',
  };
  outsmart.tamper('GetWorkorders', () => JSON.stringify({ code: 200, messages: [], response: { ...secret, rows: 2 } }));
  expect((await sync(1)).run).toMatchObject({ state: 'failed', faultCode: 'outsmart.contract_broken' });
  const fromOutSmart = await newestFault(installation);
  expect(fromOutSmart).toMatchObject({
    code: 'outsmart.contract_broken',
    call: 'GET GetWorkorders',
    field: 'response',
  });
  expect(fromOutSmart?.maskedBody).toContain('"rows":2');
  for (const text of Object.values(secret)) expect(fromOutSmart?.maskedBody).not.toContain(text);
  outsmart.passAll();

  // Asperion: VAT codes with a percentage that is no number.
  asperion.tamper('/v1/vatcodes', (body) => body.replace('"percentage":21', '"percentage":"hoog"'));
  expect((await sync(1)).run).toMatchObject({ state: 'failed', faultCode: 'asperion.contract_broken' });
  expect(await newestFault(installation)).toMatchObject({
    code: 'asperion.contract_broken',
    call: 'GET /v1/vatcodes',
    field: '_data[0].percentage',
    maskedBody: expect.stringContaining('"percentage":"hoog"'),
  });
  asperion.passAll();
  expect(drafts()).toEqual([]);

  // Asperion: a draft was made, and the answer is no answer. Nobody may conclude that it was not made.
  asperion.tamper('POST /v1/draftsalesinvoiceswithlines', () => '<html>Onderhoud</html>');
  const unclear = await sync(4);
  expect(unclear.uncertain).toHaveLength(2);
  expect(await newestFault(installation)).toMatchObject({
    code: 'asperion.unclear',
    field: 'body',
    maskedBody: '<html>Onderhoud</html>',
  });
  expect(drafts()).toHaveLength(2);
  asperion.passAll();
  await until('the drafts to be found', async () => (await sync(0).catch(() => null))?.uncertain.length === 0);
  const orders = systems.outsmart.control.workOrders(TOKEN);
  expect(Object.fromEntries(draftsPerWorkOrder(drafts()))).toEqual(Object.fromEntries(orders.map(({ id }) => [id, 1])));
  expect(orders.map(({ status }) => status)).toEqual(['Afgehandeld', 'Afgehandeld']);
});
