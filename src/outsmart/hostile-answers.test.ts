/**
 * Whatever OutSmart answers, every method of the door ends in time with something of its own type or with a Fault that
 * says which call it was and keeps what was answered, without a secret. A failure prints what makes it happen again.
 */
import fc from 'fast-check';
import pMap from 'p-map';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decimal } from '../kernel/decimal.ts';
import { Fault } from '../kernel/fault.ts';
import { hostileAnswers, type Json, shortly } from '../kernel/hostile-answers.test-kit.ts';
import { type HostileServer, startHostileServer } from '../kernel/hostile-server.test-kit.ts';
import type { FieldService } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import { openOutSmart } from './client.ts';
import { withoutWaiting } from './opened-sandbox.test-kit.ts';

const SEED = 20_260_611;
const CASES = 20;
const AT_ONCE = 24;
const TIMEOUT_MS = 200;
/** Three attempts, and ample room for a busy machine. */
const ENDS_WITHIN_MS = 60_000;
const TEST_TIMEOUT_MS = 120_000;
/** For an answer that does come. */
const GOOD_TIMEOUT_MS = 30_000;
const TOKEN = 'klanttoken0000000000000000000001';
const SOFTWARE_TOKEN = 'pakkettoken000000000000000000001';

const text = z.string();
const amount = z.custom((value) => value instanceof decimal(0).constructor);
const minutes = z.int().nonnegative();
const read = <Schema extends z.ZodType>(value: Schema) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('value'), value, text }),
    z.strictObject({ kind: z.literal('empty') }),
    z.strictObject({ kind: z.literal('unreadable'), text: text.max(1_000) }),
  ]);
const day = z.iso.date().nullable();
const party = z.strictObject({
  ...{ debtorNumber: text, name: text, street: text, houseNumber: text, postalCode: text, city: text, country: text },
  ...{ contactPerson: text, phone: text, email: text },
});
const workOrder = z.strictObject({
  ...{ rowId: text.min(1), orderNumber: text, status: text, workStatus: text, isArchived: z.boolean() },
  ...{ workParty: party, invoiceParty: party, workDate: day, createdOn: day, changedAt: text },
  materials: z.array(
    z.strictObject({ index: minutes, code: text, name: text, unit: text, quantity: read(amount), price: read(amount) }),
  ),
  workPeriods: z.array(
    z.strictObject({
      ...{ index: minutes, hourType: text, remark: text, employeeNumber: text, totalMinutes: read(minutes) },
      ...{ beginMinutes: read(minutes), endMinutes: read(minutes), breakMinutes: read(minutes) },
    }),
  ),
  fields: z.record(text, text),
  unreadable: z.array(z.strictObject({ field: text, text: text.max(1_000) })),
});
const workOrderList = z.strictObject({
  workOrders: z.array(workOrder),
  unreadable: z.array(
    z.strictObject({ rowId: text.nullable(), orderNumber: text.nullable(), field: text, text: text.max(100_000) }),
  ),
});
const nothing = z.undefined();
const written = z
  .strictObject({
    acceptedKeys: z.array(text),
    refused: z.array(z.strictObject({ key: text, messages: z.array(text).min(1) })),
  })
  .refine(
    ({ acceptedKeys, refused }) => acceptedKeys.length + refused.length === 2,
    'each record is accepted or refused',
  );

const order = {
  ...{
    id: '2417305',
    OrderNr: 'W1',
    status: 'Compleet',
    WorkStatus: '1',
    Archived: '0',
    MutationDate: '2025-06-11 10:00:00',
  },
  ...{
    CustomerName: 'Bakkerij Blom',
    CustomerDebtorNr: '10042',
    WorkDate: '11-06-2025',
    CreationDate: '2025-06-10 09:00',
  },
  Materials: [
    {
      MaterialCode: 'KT-15',
      MaterialName: 'Koppeling',
      MaterialNr: '4.00',
      MaterialUnit: 'st',
      MaterialPrice: '12.50',
    },
  ],
  Workperiods: [
    { TotalTime: '02:10', HourType: '001', WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', Break: '0' },
  ],
  FreeFields: { val_value_2: 'x' },
};
const said = (response: Json): Json => ({ code: 200, messages: [], response });
const relation = (debtorNumber: string) => ({
  ...{
    debtorNumber,
    name: 'Bakkerij Blom',
    street: 'Dorpsstraat',
    houseNumber: '1',
    postalCode: '3511AB',
    city: 'Utrecht',
  },
  ...{
    country: 'NL',
    contactPerson: '',
    phone: '',
    mobile: '',
    email: '',
    kvkNumber: '',
    vatNumber: '',
    externalId: '',
  },
  isActive: true,
});
const material = (code: string) => ({ code, description: 'Koppeling', price: '1.00', unit: 'st', eanCode: '' });
const hourType = (code: string) => ({ code, name: 'Uur', salePrice: '1.00', isActive: true });
const rowId = '2417305' as WorkOrderRowId;

/** Every method: what it is answered when all is well, and what it may answer. */
const methods: readonly [string, Json, z.ZodType, (door: FieldService) => Promise<unknown>][] = [
  ['checkCredentials', said([]), nothing, (door) => door.checkCredentials()],
  ['readReadyWorkOrders', said([order, order]), workOrderList, (door) => door.readReadyWorkOrders('1')],
  ['readWorkOrder', said(order), workOrder.nullable(), (door) => door.readWorkOrder(rowId)],
  ['findWorkOrders', said([order]), z.array(workOrder), (door) => door.findWorkOrders('W1')],
  ['acknowledgeWorkOrder', said(order), workOrder.nullable(), (door) => door.acknowledgeWorkOrder(rowId)],
  [
    'readWorkStatuses',
    said([{ sta_code: '1', sta_name: 'Naar Asperion' }]),
    z.array(z.strictObject({ code: text.min(1), name: text })),
    (door) => door.readWorkStatuses(),
  ],
  ['createWorkStatus', said(null), nothing, (door) => door.createWorkStatus({ code: '1', name: 'Naar Asperion' })],
  [
    'readHourTypes',
    said([{ code: '001', name: 'Monteur', sale_price: '62.50', active: '1' }]),
    z.array(z.strictObject({ code: text.min(1), name: text, salePrice: read(amount), isActive: z.boolean() })),
    (door) => door.readHourTypes(),
  ],
  [
    'readWorkOrderFields',
    said([{ fld_entity: 'WORKORDER', fld_name: 'Kenteken', fld_reference_name: 'val_value_2', fld_type: 'TEXT' }]),
    z.array(z.strictObject({ id: text, label: text })),
    (door) => door.readWorkOrderFields(),
  ],
  ['writeRelations', said([]), written, (door) => door.writeRelations([relation('1'), relation('2')])],
  ['writeMaterials', said([]), written, (door) => door.writeMaterials([material('a'), material('b')])],
  ['writeHourTypes', said([]), written, (door) => door.writeHourTypes([hourType('a'), hourType('b')])],
];

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

function open(apiUrl: string, timeoutMs = TIMEOUT_MS): FieldService {
  const connection = { apiUrl, token: TOKEN, softwareToken: SOFTWARE_TOKEN, bearer: null, concurrency: 4 };
  return openOutSmart({ ...connection, timeoutMs, listTimeoutMs: timeoutMs }, undefined, withoutWaiting);
}

/** Null when it ended as it should; else what is wrong. */
async function judge(ended: Promise<unknown>, type: z.ZodType): Promise<string | null> {
  const late = Symbol('late');
  const outcome = await Promise.race([
    ended.catch((error: unknown) => (error instanceof Error ? error : new Error(`threw ${String(error)}`))),
    new Promise<symbol>((resolve) => setTimeout(resolve, ENDS_WITHIN_MS, late).unref()),
  ]);
  if (outcome === late) return `did not end within ${ENDS_WITHIN_MS} ms`;
  if (outcome instanceof Fault) return objectionsToFault(outcome);
  if (outcome instanceof Error) return `threw ${outcome.stack}`;
  const checked = type.safeParse(outcome);
  return checked.success ? null : `answered ${JSON.stringify(checked.error.issues).slice(0, 500)}`;
}

function objectionsToFault({ code, detail, message }: Fault): string | null {
  const kept = JSON.stringify({ ...detail, cause: null, message });
  if (kept.includes(TOKEN) || kept.includes(SOFTWARE_TOKEN)) return `tells a secret: ${kept}`;
  if (detail.system !== 'outsmart' || !/^(GET|POST) \w+$/.test(detail.call ?? '')) return `does not say where: ${kept}`;
  const isAboutBody = code === 'outsmart.contract_broken' && detail.field !== 'HTTP status';
  if (isAboutBody && detail.maskedBody === undefined) return `does not keep what was answered: ${kept}`;
  return kept.length > 30_000 ? `keeps ${kept.length} characters` : null;
}

describe('whatever OutSmart answers', () => {
  test.concurrent.each(methods)(
    '%s ends in time, with what it promises or with a fault',
    async (_name, good, type, invoke) => {
      const answers = fc.sample(hostileAnswers(good, [TOKEN, `token=${SOFTWARE_TOKEN}&x`]), {
        seed: SEED,
        numRuns: CASES,
      });
      const verdicts = await pMap(
        answers,
        async (answer, index) => {
          const objection = await judge(invoke(open(server.addressFor(answer))), type);
          return objection === null ? [] : [`seed ${SEED} case ${index}: ${shortly(answer)}\n  ${objection}`];
        },
        { concurrency: AT_ONCE },
      );
      expect(verdicts.flat()).toEqual([]);
    },
    TEST_TIMEOUT_MS,
  );

  test.each(methods)(
    '%s works when nothing is wrong, so that the test tests something',
    async (_n, good, type, invoke) => {
      const whole = { status: 200, headers: {}, body: Buffer.from(JSON.stringify(good)), delivery: 'whole' } as const;
      expect(type.safeParse(await invoke(open(server.addressFor(whole), GOOD_TIMEOUT_MS))).error).toBeUndefined();
    },
  );
});
