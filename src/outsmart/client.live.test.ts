import { describe, expect, test } from 'vitest';
import type { WorkOrderRowId } from '../model/ids.ts';
import { openOutSmart } from './client.ts';

// Runs against the real OutSmart when its tokens are set, and reads only. What it proves is written in README.md.
const { OUTSMART_LIVE_URL, OUTSMART_LIVE_TOKEN, OUTSMART_LIVE_SOFTWARE_TOKEN, OUTSMART_LIVE_BEARER } = process.env;
const isConfigured = Boolean(OUTSMART_LIVE_TOKEN && OUTSMART_LIVE_SOFTWARE_TOKEN);

describe.skipIf(!isConfigured)('the real OutSmart', { timeout: 600_000 }, () => {
  const door = openOutSmart({
    apiUrl: OUTSMART_LIVE_URL ?? 'https://app.out-smart.com/openapi/8',
    token: OUTSMART_LIVE_TOKEN ?? '',
    softwareToken: OUTSMART_LIVE_SOFTWARE_TOKEN ?? '',
    bearer: OUTSMART_LIVE_BEARER ?? null,
    timeoutMs: 30_000,
    listTimeoutMs: 300_000,
    concurrency: 1,
  });

  test('takes the tokens', async () => {
    await door.checkCredentials();
  });

  test('has lists that can be read', async () => {
    expect((await door.readWorkStatuses()).every((status) => status.code !== '')).toBe(true);
    await door.readHourTypes();
    await door.readWorkOrderFields();
  });

  test('does not know a work order that does not exist', async () => {
    expect(await door.readWorkOrder('0' as WorkOrderRowId)).toBeNull();
  });

  test('leaves work orders as they are when they are read', async () => {
    for (const { code } of await door.readWorkStatuses()) {
      const { workOrders, unreadable } = await door.readReadyWorkOrders(code);
      expect(unreadable).toEqual([]);
      const [first] = workOrders;
      if (first) expect(await door.readWorkOrder(first.rowId)).toMatchObject({ status: first.status });
    }
  });
});
