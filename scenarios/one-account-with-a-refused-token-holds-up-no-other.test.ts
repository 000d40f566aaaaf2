// One company's token is refused by OutSmart: it is told how to mend that, another company goes on at the same moment, and
// once the token is right again the backlog goes. Then the same company's consent is ended by Asperion, with the same end.

import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, asperionUser, companySettings, workOrders } from './kit/company.ts';
import type { DoctorDocument, SyncDocument } from './kit/documents.ts';
import { type Installation, newInstallation } from './kit/installation.ts';
import { approveAsperion, type Company, setUpCompanies } from './kit/set-up.ts';
import { startSystems } from './kit/systems.ts';

const refused: Company = { name: 'Geweigerd BV', token: 'aaaa0000aaaa0000aaaa0000aaaa0000' };
const healthy: Company = { name: 'Gezond BV', token: 'bbbb0000bbbb0000bbbb0000bbbb0000' };

test('one account with a refused token holds up no other', async () => {
  const systems = await startSystems(onTestFinished, [refused.token, healthy.token]);
  const { control } = systems.outsmart;
  const installation = await newInstallation(onTestFinished, systems.environment);
  await installation.serving();
  await setUpCompanies(installation, [refused, healthy], companySettings);
  for (const { token } of [refused, healthy]) control.seed(token, { workOrders: workOrders(2) });

  control.revokeToken(refused.token);
  const [stopped, gone] = await Promise.all([exported(installation, refused, 3), exported(installation, healthy, 0)]);
  expect(stopped.run).toMatchObject({ state: 'failed', faultCode: 'outsmart.token_refused' });
  expect(gone.invoiced).toHaveLength(2);
  expect(await installation.asked(['account', 'list'])).toMatchObject({
    accounts: expect.arrayContaining([
      expect.objectContaining({ name: refused.name, outsmart: 'refused' }),
      expect.objectContaining({ name: healthy.name, outsmart: 'connected' }),
    ]),
  });
  expect(await adviceFor(installation, refused, 'OutSmart')).toMatch(/token/);

  control.restoreToken(refused.token);
  await installation.asked(['connect', 'outsmart', refused.name, '--token', refused.token]);
  expect((await exported(installation, refused, 0)).invoiced).toHaveLength(2);

  // Both companies were approved by the same person; only his word for everything he approved is taken back.
  systems.asperion.control.revokeUser(asperionUser.userName);
  control.seed(refused.token, { workOrders: workOrders(1, 11) });
  expect((await exported(installation, refused, 3)).run).toMatchObject({
    state: 'failed',
    faultCode: 'asperion.connection_ended',
  });
  expect(await adviceFor(installation, refused, 'Asperion')).toMatch(/verbind/i);
  await approveAsperion(installation, refused.name);
  expect((await exported(installation, refused, 0)).invoiced).toHaveLength(1);
  expect(systems.asperion.control.drafts(ADMINISTRATION)).toHaveLength(5);
});

function exported(installation: Installation, { name }: Company, exitCode: number): Promise<SyncDocument> {
  return installation.asked<SyncDocument>(['sync', '--account', name, '--job', 'export'], exitCode);
}

/** What doctor says about one side of a company that has something wrong with it. */
async function adviceFor(installation: Installation, { name }: Company, side: string): Promise<string | undefined> {
  const { healthy: isHealthy, parts } = await installation.asked<DoctorDocument>(['doctor', '--account', name], 1);
  expect(isHealthy).toBe(false);
  return parts.flatMap(({ checks }) => checks).find((check) => check.name === side && check.state === 'wrong')?.text;
}
