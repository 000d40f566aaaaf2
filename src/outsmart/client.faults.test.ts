import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FaultRule } from '../../sandbox/kit/faults.ts';
import type { FieldService } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import { faultOf, type OpenedSandbox, openSandbox, token } from './opened-sandbox.test-kit.ts';

/** Long enough for an answer of this machine on a busy day, for tests in which one must still come. */
const TIMEOUT_MS = 1_000;
/** For tests in which no answer comes in time anyway. */
const SHORT_TIMEOUT_MS = 100;
const DELAY_MS = 4_000;
const order = { status: 'Compleet', WorkStatus: '1', OrderNr: 'W25-00187' };

let outSmart: OpenedSandbox;
let rowId: WorkOrderRowId;

beforeAll(async () => {
  outSmart = await openSandbox();
  rowId = outSmart.control.addWorkOrder(token, order).id as WorkOrderRowId;
});

afterEach(() => {
  outSmart.control.faults.clear();
  outSmart.control.journal.clear();
  outSmart.control.setStatus(token, rowId, { status: 'Compleet' });
});

afterAll(() => outSmart.close());

/** A door that waits long for answers, except where waiting is what a test is about. */
function open(rule: FaultRule, delayedTimeoutMs: number): FieldService {
  const timeoutMs = rule.kind === 'delay' ? delayedTimeoutMs : 10_000;
  return outSmart.open({ timeoutMs, listTimeoutMs: timeoutMs });
}

const troubles: [string, FaultRule][] = [
  ['HTTP 429', { kind: 'rate-limit', retryAfterSeconds: 1 }],
  ['HTTP 500', { kind: 'status', status: 500 }],
  ['HTTP 500 after the work was done', { kind: 'status', status: 500, afterWork: true }],
  ['an HTML page', { kind: 'html' }],
  ['half an answer', { kind: 'truncated' }],
  ['a connection cut before the work', { kind: 'drop-before' }],
  ['a connection cut after the work', { kind: 'drop-after' }],
  ['no answer in time', { kind: 'delay', delayMs: DELAY_MS }],
];

const relation = {
  debtorNumber: '10042',
  name: 'Bakkerij Blom',
  street: 'Dorpsstraat',
  houseNumber: '',
  postalCode: '3511AB',
  city: 'Utrecht',
  country: 'NL',
  contactPerson: '',
  phone: '',
  mobile: '',
  email: '',
  kvkNumber: '',
  vatNumber: '',
  externalId: '',
  isActive: true,
};

/** Every method that may be repeated. */
const repeatable: [string, (door: FieldService) => Promise<unknown>][] = [
  ['checkCredentials', (door) => door.checkCredentials()],
  ['readReadyWorkOrders', (door) => door.readReadyWorkOrders('1')],
  ['readWorkOrder', (door) => door.readWorkOrder(rowId)],
  ['findWorkOrders', (door) => door.findWorkOrders('W25-00187')],
  ['acknowledgeWorkOrder', (door) => door.acknowledgeWorkOrder(rowId)],
  ['readWorkStatuses', (door) => door.readWorkStatuses()],
  ['readHourTypes', (door) => door.readHourTypes()],
  ['readWorkOrderFields', (door) => door.readWorkOrderFields()],
  ['writeRelations', (door) => door.writeRelations([relation])],
  [
    'writeMaterials',
    (door) => door.writeMaterials([{ code: 'KT', description: 'Koppeling', price: '1.00', unit: 'st', eanCode: '' }]),
  ],
  ['writeHourTypes', (door) => door.writeHourTypes([{ code: 'U', name: 'Uur', salePrice: '1.00', isActive: true }])],
];

describe.each(troubles)('%s', (_trouble, rule) => {
  // Waiting in vain once is enough.
  const times = rule.kind === 'delay' ? 1 : 2;

  test.each(repeatable)('in the way of %s for a moment is got over', async (method, invoke) => {
    // Acknowledging changes what it answers, so that there is nothing to compare with.
    const expected =
      method === 'acknowledgeWorkOrder' ? expect.objectContaining({ rowId }) : await invoke(outSmart.open());
    outSmart.control.faults.add({ ...rule, times });
    const door = open(rule, TIMEOUT_MS);
    expect(await invoke(door)).toEqual(expected);
    expect(door.callCount).toBe(times + 1);
  });

  test.each(repeatable)('in the way of %s for good is unreachable after three attempts', async (_method, invoke) => {
    outSmart.control.faults.add({ ...rule, times: 0 });
    const door = open(rule, SHORT_TIMEOUT_MS);
    const fault = await faultOf(invoke(door));
    expect([fault.code, fault.retry, door.callCount]).toEqual(['outsmart.unreachable', 'later', 3]);
    expect(fault.detail.system).toBe('outsmart');
    expect(fault.detail.call).toMatch(/^(GET|POST) [A-Za-z]+$/);
  });

  test('in the way of making a work status is never answered by making it again', async () => {
    outSmart.control.faults.add({ ...rule, times: 0 });
    const door = open(rule, TIMEOUT_MS);
    const fault = await faultOf(door.createWorkStatus({ code: '1', name: 'Naar Asperion' }));
    const wasTurnedAway = rule.kind === 'rate-limit';
    const expected = wasTurnedAway ? ['outsmart.unreachable', 'later'] : ['outsmart.unclear', 'after-lookup'];
    expect([fault.code, fault.retry]).toEqual(expected);
    expect(door.callCount).toBe(1);
    expect(outSmart.control.journal.count({ method: 'POST' })).toBe(1);
  });
});

test('whatever goes wrong, only acknowledging says that the status may change, and nothing is deleted', async () => {
  // Not the one of the tests above: what was asked for there may still be done, late.
  rowId = outSmart.control.addWorkOrder(token, { ...order, OrderNr: 'W25-00188' }).id as WorkOrderRowId;
  for (const [, rule] of troubles.filter(([, { kind }]) => kind !== 'delay')) {
    outSmart.control.faults.add({ ...rule, times: 1, skip: 3 });
    const door = outSmart.open();
    for (const [method, invoke] of repeatable) if (method !== 'acknowledgeWorkOrder') await invoke(door);
  }
  const entries = outSmart.control.journal.entries();
  const orderCalls = entries.filter((entry) => /getworkorder/i.test(entry.path));
  expect(orderCalls.length).toBeGreaterThan(10);
  expect(orderCalls.filter((entry) => entry.query.update_status !== 'false')).toEqual([]);
  expect(entries.filter((entry) => /delete/i.test(entry.path))).toEqual([]);
  expect(outSmart.control.workOrder(token, rowId).status).toBe('Compleet');
});
