// Everything a company needs can be typed, step by step, with OutSmart and Asperion as other systems: once without a server
// running, and again beside one. No step shows a secret.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADMINISTRATION, companySettings, workOrder } from './kit/company.ts';
import type { DoctorDocument, LogDocument, OrdersDocument, SyncDocument } from './kit/documents.ts';
import { type Draft, exactTotal } from './kit/drafts.ts';
import { type AtEnd, type Installation, newInstallation } from './kit/installation.ts';
import type { Told } from './kit/program.ts';
import { approveAsperion } from './kit/set-up.ts';
import { type Systems, startSystems } from './kit/systems.ts';

const NAME = 'Installatiebedrijf Waterkant';
const TOKEN = 'c0ffee00c0ffee00c0ffee00c0ffee42';

describe.concurrent('set up without a browser', () => {
  test('without a server running, a company is set up and exports by commands alone', async ({ onTestFinished }) => {
    const { systems, installation } = await emptyInstallation(onTestFinished);
    const steps = stepsOn(installation);
    await setUpAndExport(systems, installation, steps);
    await lookAround(systems, steps);
    expectNoSecret(systems, installation, steps);
  });

  test('beside a running server the same commands do the same', async ({ onTestFinished }) => {
    const { systems, installation } = await emptyInstallation(onTestFinished);
    const server = await installation.serving();
    const steps = stepsOn(installation);
    await setUpAndExport(systems, installation, steps);
    expect(await steps.asked<DoctorDocument>('doctor')).toMatchObject({ healthy: true });
    expectNoSecret(systems, installation, steps);
    expect(await server.stop()).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

async function emptyInstallation(atEnd: AtEnd) {
  const systems = await startSystems(atEnd, [TOKEN]);
  const workOrders = [
    workOrder('W25-0001', { Reference: 'PO-7' }),
    workOrder('W25-0002', { CustomerDebtorNrInvoice: '99999' }),
  ];
  systems.outsmart.control.seed(TOKEN, { workOrders });
  return { systems, installation: await newInstallation(atEnd, systems.environment) };
}

interface Steps {
  /** What every step said. */
  readonly told: Told[];
  /** Runs a command, which must succeed. Answers what it said. */
  step(...args: string[]): Promise<string>;
  /** The same, for its JSON document. */
  asked<T>(...args: string[]): Promise<T>;
}

function stepsOn(installation: Installation): Steps {
  const told: Told[] = [];
  const step = async (...args: string[]): Promise<string> => {
    const said = await installation.koppeling(...args);
    told.push(said);
    expect(said, args.join(' ')).toMatchObject({ exitCode: 0 });
    return said.stdout;
  };
  return { told, step, asked: async <T>(...args: string[]) => JSON.parse(await step(...args, '--json')) as T };
}

async function setUpAndExport(systems: Systems, installation: Installation, steps: Steps): Promise<void> {
  const { told, step, asked } = steps;
  expect(await step('account', 'create', NAME)).toContain(`Account ${NAME} is gemaakt`);
  expect(await step('connect', 'outsmart', NAME, '--token', TOKEN)).toContain(`token …${TOKEN.slice(-4)}`);
  told.push(await approveAsperion(installation, NAME));
  const file = await installation.file('settings.json', companySettings);
  expect(await step('settings', 'set', NAME, '--file', file)).toContain('versie 1');
  expect(await asked('settings', 'get', NAME)).toMatchObject({ version: 1, settings: companySettings });
  expect(await step('confirm', NAME)).toContain('bevestigd');

  const full = await asked<SyncDocument>('sync', '--account', NAME, '--job', 'full');
  expect(full.run).toMatchObject({ state: 'done', counts: { offered: 2, invoiced: 1, acknowledged: 1, waiting: 1 } });
  expect(full.invoiced.map(({ orderNumber }) => orderNumber)).toEqual(['W25-0001']);
  expect(full.waiting.map(({ orderNumber, reasons }) => [orderNumber, reasons[0]?.reason])).toEqual([
    ['W25-0002', 'relatie-onbekend'],
  ]);
  const [draft, ...others] = systems.asperion.control.drafts(ADMINISTRATION) as readonly Draft[];
  expect(others).toEqual([]);
  expect(draft).toMatchObject({ debtorCustomerNumber: '10042', reference: 'PO-7' });
  expect(draft && exactTotal(draft)).toBe('185.625');
  expect(systems.outsmart.control.relations(TOKEN).map(({ debtor_number }) => debtor_number)).toEqual([
    '10042',
    '10015',
  ]);
  expect(systems.outsmart.control.hourTypes(TOKEN).map(({ code, number }) => code ?? number)).toHaveLength(1);
}

async function lookAround(systems: Systems, { asked }: Steps): Promise<void> {
  const preview = await asked<{ kind: string; reasons: { reason: string }[] }>('preview', 'W25-0002');
  expect(preview).toMatchObject({ kind: 'waits', reasons: [{ reason: 'relatie-onbekend' }] });
  const { orders } = await asked<OrdersDocument>('orders', '--state', 'all');
  expect(orders.map(({ orderNumber, state }) => `${orderNumber} ${state}`).sort()).toEqual([
    'W25-0001 acknowledged',
    'W25-0002 waiting',
  ]);
  const { lines } = await asked<LogDocument>('log', '--limit', '100');
  expect(lines.map(({ result, subjectKey }) => `${result} ${subjectKey}`)).toEqual(
    expect.arrayContaining(['invoiced W25-0001', 'waiting W25-0002', 'new 10042', 'new KT-15']),
  );
  const doctor = await asked<DoctorDocument>('doctor');
  expect(doctor.healthy).toBe(true);
  const { options } = await asked<{ options: { name: string; value: string | null }[] }>('config');
  expect(options).toContainEqual(
    expect.objectContaining({ name: 'KOPPELING_OUTSMART_URL', value: systems.outsmart.apiUrl }),
  );
  expect(await asked('account', 'list')).toMatchObject({
    accounts: [{ name: NAME, outsmart: 'connected', asperion: 'connected', settingsVersion: 1 }],
  });
}

function expectNoSecret(systems: Systems, installation: Installation, { told }: Steps): void {
  const secretKey = readFileSync(join(installation.dataDir, 'secret.key'), 'utf8').trim();
  for (const secret of [...systems.secrets, TOKEN, secretKey])
    for (const { stdout, stderr } of told) expect(stdout + stderr).not.toContain(secret);
}
