import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutSmartSeed } from './seed.ts';
import { type OutSmartSandbox, type OutSmartSandboxOptions, startOutSmartSandbox } from './start.ts';
import { testClient } from './test-client.ts';

const seed: OutSmartSeed = {
  accounts: [
    { token: 'T1', name: 'Eerste', workOrders: [{ id: '5', status: 'Compleet', WorkStatus: '1' }, { id: '6' }] },
    { token: 'T2', name: 'Tweede', relations: [{ debtor_number: '1', name: 'Rust' }] },
  ],
};

let dataDir: string;
let sandbox: OutSmartSandbox | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'outsmart-'));
});

afterEach(async () => {
  await sandbox?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function restart(options: OutSmartSandboxOptions = {}): Promise<OutSmartSandbox> {
  await sandbox?.close();
  sandbox = await startOutSmartSandbox({ dataDir, ...options });
  return sandbox;
}

test('everything is there after a restart, and the seed is not put in again', async () => {
  const before = await restart({ seed });
  const client = testClient(before, 'T1');
  await client.get('GetWorkorder', { row_id: '5' });
  await client.post('workstatusses', [{ sta_code: '1', sta_name: 'Naar Asperion' }]);
  before.control.removeWorkOrder('T1', '6');
  before.control.revokeToken('T2');
  const order = before.control.workOrder('T1', '5');

  const after = await restart({ seed });
  const { PdfUrl, WordUrl, ...rest } = order;
  expect(after.control.workOrders('T1')).toEqual([
    { ...rest, PdfUrl: expect.any(String), WordUrl: expect.any(String) },
  ]);
  expect(after.control.workOrder('T1', '5').PdfUrl).toContain(after.url);
  expect(after.control.workStatusses('T1')).toHaveLength(1);
  expect(after.control.accounts()).toMatchObject([
    { token: 'T1', isRevoked: false },
    { token: 'T2', isRevoked: true },
  ]);
  expect(after.control.list('T1', 'paymentMethods')).toHaveLength(5);
});

test('row ids and order numbers go on where they were, also when the last order is gone', async () => {
  const before = await restart({ seed });
  const last = before.control.addWorkOrder('T1', {});
  before.control.removeWorkOrder('T1', last.id);
  const next = (await restart()).control.addWorkOrder('T1', {});
  expect(Number(next.id)).toBeGreaterThan(Number(last.id));
  expect(next.OrderNr).not.toBe(last.OrderNr);
});

test('a last line that was torn by a crash costs that change only', async () => {
  await restart({ seed });
  await sandbox?.close();
  appendFileSync(join(dataDir, 'outsmart.jsonl'), '[["relations/T2","2",{"rowId":1,"fie');
  const after = await restart();
  expect(after.control.relations('T2')).toHaveLength(1);
  await testClient(after, 'T2').post('workstatusses', [{ sta_code: '9', sta_name: 'Later' }]);
  expect((await restart()).control.workStatusses('T2')).toEqual([{ sta_code: '9', sta_name: 'Later' }]);
});

test('an account that is asked for at a restart is added, others stay', async () => {
  await restart({ seed });
  const after = await restart({ accounts: [{ token: 'T3', name: 'Derde' }] });
  expect(after.control.accounts().map(({ name }) => name)).toEqual(['Eerste', 'Tweede', 'Derde']);
});
