// The first two commands a newcomer types, on an empty folder: everything comes up, every work order of the demo company
// ends as written beside it, and stopping leaves nothing behind.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DemoExpectation } from '#sandbox/demo/work-orders.ts';
import type { OrdersDocument, SyncDocument } from './kit/documents.ts';
import { type Draft, exactTotal, pricedLines, workOrderOf } from './kit/drafts.ts';
import { newInstallation } from './kit/installation.ts';
import { askSandbox } from './kit/operator.ts';
import { postmasterOf, processesOn } from './kit/processes.ts';

const installation = await newInstallation((work) => afterAll(() => work()));
const { dataDir, port } = installation;
const outsmart = `http://127.0.0.1:${port + 1}`;
const asperion = `http://127.0.0.1:${port + 2}`;

interface OutSmartOrder {
  readonly id: string;
  readonly status: string;
  readonly WorkStatus: string | null;
}

function expectations(): readonly DemoExpectation[] {
  const text = readFileSync(join(dataDir, 'sandbox', 'seed', 'expectations.json'), 'utf8');
  return (JSON.parse(text) as { readonly workOrders: readonly DemoExpectation[] }).workOrders;
}

const drafts = () => askSandbox<Draft[]>(asperion, 'administrations/101/drafts');

const kindsOf = (reasons: readonly string[]) => [...new Set(reasons)].sort();

async function outsmartOrders(): Promise<readonly OutSmartOrder[]> {
  const { accounts } = await askSandbox<{ accounts: { token: string }[] }>(outsmart, 'accounts');
  const { workOrders } = await askSandbox<{ workOrders: OutSmartOrder[] }>(
    outsmart,
    `accounts/${accounts[0]?.token}/workorders`,
  );
  return workOrders;
}

describe('from an empty folder to draft invoices', () => {
  let program = installation.run('start');

  test('the first start tells what happened and where to look', async () => {
    await program.says('Opdrachtregel');
    const count = (outcome: string) => expectations().filter((expected) => expected.outcome === outcome).length;
    const said = program.stdout;
    expect(said).toContain('Voorbeeldbedrijf Installatiebedrijf Jansen BV gemaakt, met mensen die u kunt zijn.');
    expect(said).toContain('Volledige synchronisatie is gelukt.');
    expect(said).toMatch(/Relaties: \d+ nieuw/);
    expect(said).toMatch(/Materialen: 1\.\d{3} nieuw/);
    expect(said).toMatch(/Uursoorten: \d+ nieuw/);
    expect(said).toContain(`${count('ready')} gefactureerd, ${count('waits')} wachten op u`);
    expect(said).toContain('bestaat niet in Asperion. Maak de debiteur aan');
    for (const address of [`http://localhost:${port}`, outsmart, asperion]) expect(said).toContain(address);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
  });

  test('every work order that can go is one draft, with its debtor, reference, lines and total', async () => {
    const byOrder = new Map((await drafts()).map((draft) => [workOrderOf(draft), draft]));
    const made = expectations().flatMap((expected) => {
      const draft = byOrder.get(expected.rowId);
      if (!draft) return [];
      const { orderNr } = expected;
      const { debtorCustomerNumber: debtor, reference } = draft;
      return [{ orderNr, debtor, reference, lines: pricedLines(draft).length, total: exactTotal(draft) }];
    });
    const meant = expectations().flatMap((expected) => {
      if (expected.outcome !== 'ready') return [];
      const { orderNr, debtor, reference, invoiceLines: lines, totalExcl: total } = expected;
      return [{ orderNr, debtor, reference, lines, total }];
    });
    expect(made).toEqual(meant);
    expect(await drafts()).toHaveLength(meant.length);
    expect(await askSandbox<Draft[]>(asperion, 'administrations/102/drafts')).toEqual([]);
  });

  test('every work order that cannot go waits with its reasons, and those that do not qualify are left alone', async () => {
    const { orders } = await installation.asked<OrdersDocument>(['orders', '--state', 'waiting', '--limit', '500']);
    // Two values on one work order that cannot be read are one kind of reason.
    const waiting = orders.map(({ orderNumber, reasons }) => [
      orderNumber,
      kindsOf(reasons.map(({ reason }) => reason)),
    ]);
    const meant = expectations().flatMap((expected) =>
      expected.outcome === 'waits' ? [[expected.orderNr, kindsOf(expected.reasons)]] : [],
    );
    expect(Object.fromEntries(waiting)).toEqual(Object.fromEntries(meant));
    const { totals } = await installation.asked<OrdersDocument>(['orders', '--state', 'all', '--limit', '500']);
    const qualifying = expectations().filter(({ outcome }) => outcome !== 'not-qualifying');
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(qualifying.length);
  });

  test('in OutSmart what was invoiced is handled, and what waits is still complete', async () => {
    const statusOf = new Map((await outsmartOrders()).map(({ id, status }) => [id, status]));
    for (const { rowId, outcome } of expectations()) {
      if (outcome === 'ready') expect(statusOf.get(rowId)).toBe('Afgehandeld');
      if (outcome === 'waits') expect(statusOf.get(rowId)).toBe('Compleet');
    }
  });

  test('a kill stops it with code 0 and leaves no database, no sandbox and no socket behind', async () => {
    const socketFolder = postmasterOf(dataDir)?.socketFolder ?? '';
    expect(existsSync(socketFolder)).toBe(true);
    expect(processesOn(dataDir).length).toBeGreaterThan(3);
    const { exitCode, stdout, stderr } = await program.stop('SIGTERM');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.trimEnd().endsWith('Gestopt.')).toBe(true);
    expect(processesOn(dataDir)).toEqual([]);
    expect(postmasterOf(dataDir)).toBeNull();
    expect(existsSync(socketFolder)).toBe(false);
  });

  test('a second start goes on with the same data and makes no further drafts', async () => {
    program = installation.run('start');
    await program.says('Opdrachtregel');
    expect(program.stdout).not.toContain('Voorbeeldbedrijf');
    const before = await drafts();
    expect(before).toHaveLength(expectations().filter(({ outcome }) => outcome === 'ready').length);
    const { run, waiting } = await installation.asked<SyncDocument>(['sync', '--job', 'export']);
    expect(run).toMatchObject({ state: 'done', counts: { ready: 0 } });
    expect(waiting).toHaveLength(expectations().filter(({ outcome }) => outcome === 'waits').length);
    expect(await drafts()).toEqual(before);
  });

  test('Ctrl-C stops it just as well', async () => {
    const { exitCode } = await program.stop('SIGINT');
    expect(exitCode).toBe(0);
    expect(processesOn(dataDir)).toEqual([]);
    expect(postmasterOf(dataDir)).toBeNull();
  });
});
