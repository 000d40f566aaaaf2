import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WireWorkOrder } from './records/work-order-fields.ts';
import { outSmartSeedSchema } from './seed.ts';
import { defaultAccount, startOutSmartSandbox } from './start.ts';

const file = join(import.meta.dirname, 'demo-seed.json');

test('the demo holds every oddity that real accounts are known for', async () => {
  const seed = outSmartSeedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const sandbox = await startOutSmartSandbox({ seed });
  const orders = sandbox.control.workOrders(defaultAccount.token);
  await sandbox.close();
  const codes = (order: WireWorkOrder) => order.Materials.map((line) => line.MaterialCode);
  const oddities: Record<string, (order: WireWorkOrder) => boolean> = {
    'invoice debtor other than the work debtor': (order) => order.CustomerDebtorNr !== order.CustomerDebtorNrInvoice,
    'no external number': (order) => order.WorkorderNo === '',
    'work status empty': (order) => order.WorkStatus === '',
    'work status null': (order) => order.WorkStatus === null,
    'work status unknown': (order) => order.WorkStatus === '5812441',
    'material without a code': (order) => codes(order).includes(''),
    'quantity 0': (order) => order.Materials.some((line) => line.MaterialNr === '0.00'),
    'price with a comma': (order) => order.Materials.some((line) => line.MaterialPrice?.includes(',')),
    'price with a dot': (order) => order.Materials.some((line) => line.MaterialPrice?.includes('.')),
    'hours without an hour type': (order) => order.Workperiods.some((period) => period.HourType === ''),
    'hours past midnight': (order) => order.Workperiods.some((period) => period.TotalTime === '02:30'),
    archived: (order) => order.Archived === '1',
    'no lines at all': (order) => order.Materials.length + order.Workperiods.length === 0,
    'markup in a name': (order) => String(order.CustomerName).includes('<'),
    'a free field with a value': (order) => Object.values(order.FreeFields).includes('KP-300'),
  };
  const absent = Object.entries(oddities).filter(([, isThere]) => !orders.some(isThere));
  expect(absent.map(([name]) => name)).toEqual([]);
  expect(new Set(orders.map((order) => order.status)).size).toBe(4);
});
