import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import { Fault } from '../kernel/fault.ts';
import type { Accounting, Books, NewDebtor } from '../model/accounting.ts';
import { openAsperion } from './client.ts';
import type { AsperionConnection } from './connection.ts';
import {
  connectionTo,
  faultOf,
  lastingVault,
  MEANT,
  type MemoryVault,
  startJsonServer,
  startServer,
  startStand,
  type TestServer,
  vaultOf,
} from './stand.test-kit.ts';

const smithy: NewDebtor = {
  customerNumber: '20001',
  name: 'Smederij Het Vuur',
  address: 'Ambachtsweg 3',
  postCode: '1234 AB',
  city: 'Ons Dorp',
  countryCode: 'NL',
  attentionTo: '',
  phoneNumber: '',
  emailAddress: 'kantoor@hetvuur.example',
  debtorKindId: '1',
  paymentConditionId: 2,
};
const yes = (): boolean => true;

let sandbox: AsperionSandbox;
let vault: MemoryVault;
let accounting: Accounting;
let books: Books;

function open(changes: Partial<AsperionConnection> = {}, signal?: AbortSignal): void {
  accounting = openAsperion(connectionTo(sandbox, changes), vault, { signal });
  books = accounting.books(MEANT);
}

beforeEach(async () => {
  sandbox = await startStand();
  vault = await vaultOf(sandbox);
  open();
});
afterEach(() => sandbox.close());

const posts = (): number => sandbox.control.journal.count({ method: 'POST' });
const smithies = (): number =>
  sandbox.control.debtors(MEANT).filter((debtor) => debtor.customerNumber === smithy.customerNumber).length;

describe('a read that fails in passing is repeated', () => {
  test.each([
    ['answered with 500', { kind: 'status', status: 500 }],
    ['answered with 503', { kind: 'status', status: 503 }],
    ['answered with a page of HTML', { kind: 'html' }],
    ['answered with a page of HTML as if it had succeeded', { kind: 'html', status: 200 }],
    ['cut off before it was worked on', { kind: 'drop-before' }],
    ['cut off after it was worked on', { kind: 'drop-after' }],
    ['cut off half-way its answer', { kind: 'truncated' }],
    ['asked to wait', { kind: 'rate-limit', retryAfterSeconds: 1 }],
  ] as const)('when it is %s', async (_what, rule) => {
    sandbox.control.faults.add(rule);
    expect(await books.readPaymentConditions()).toHaveLength(3);
    expect(accounting.callCount).toBe(2);
  });

  test('when it takes too long', async () => {
    open({ timeoutMs: 1_000 });
    sandbox.control.faults.add({ kind: 'delay', delayMs: 4_000 });
    expect(await books.readPaymentConditions()).toHaveLength(3);
  });

  test('but not for ever', async () => {
    sandbox.control.faults.add({ kind: 'status', status: 500, times: 0 });
    const fault = await faultOf(books.readPaymentConditions());
    expect(fault).toMatchObject({ code: 'asperion.unreachable', retry: 'later' });
    expect(fault.detail.call).toBe('GET /v1/paymentconditions');
    expect(accounting.callCount).toBe(3);
  });

  test('and HTML that stays is a broken contract that names call and body', async () => {
    sandbox.control.faults.add({ kind: 'html', status: 200, times: 0 });
    const fault = await faultOf(books.readPaymentConditions());
    expect(fault).toMatchObject({ code: 'asperion.contract_broken', detail: { system: 'asperion', field: 'body' } });
    expect(fault.detail.maskedBody).toContain('<');
  });
});

describe('a create is never sent twice', () => {
  test.each([
    ['answered with 500', { kind: 'status', status: 500 }, 0],
    ['answered with 500 after it was made', { kind: 'status', status: 500, afterWork: true }, 1],
    ['answered with 503', { kind: 'status', status: 503 }, 0],
    ['answered with HTML', { kind: 'html', afterWork: true }, 1],
    ['answered with HTML as if it had succeeded', { kind: 'html', status: 200, afterWork: true }, 1],
    ['cut off before it was worked on', { kind: 'drop-before' }, 0],
    ['cut off after it was made', { kind: 'drop-after' }, 1],
    ['cut off half-way its answer', { kind: 'truncated' }, 1],
  ] as const)('when it is %s, its outcome is unclear', async (_what, rule, made) => {
    sandbox.control.faults.add({ ...rule, method: 'POST' });
    const fault = await faultOf(books.createDebtor(smithy, yes));
    expect(fault).toMatchObject({ code: 'asperion.unclear', retry: 'after-lookup' });
    expect(posts()).toBe(1);
    expect(smithies()).toBe(made);
    expect(await books.findDebtors([smithy.customerNumber])).toHaveLength(made);
  });

  test('when it takes too long, its outcome is unclear though it is made later', async () => {
    open({ timeoutMs: 1_000 });
    sandbox.control.faults.add({ kind: 'delay', delayMs: 2_000, method: 'POST' });
    const fault = await faultOf(books.createDebtor(smithy, yes));
    expect(fault).toMatchObject({ code: 'asperion.unclear', retry: 'after-lookup' });
    await expect.poll(smithies, { timeout: 20_000 }).toBe(1);
    expect(posts()).toBe(1);
  });

  test('when nobody listens it was certainly not made', async () => {
    const gone = await startJsonServer({});
    await gone.close();
    open({ apiUrl: gone.url });
    const fault = await faultOf(books.createDebtor(smithy, yes));
    expect(fault).toMatchObject({ code: 'asperion.unreachable', retry: 'later' });
  });

  test('when it is refused, Asperion says why, in Dutch and by field', async () => {
    const fault = await faultOf(books.createDebtor({ ...smithy, name: '', debtorKindId: '99' }, yes));
    expect(fault).toMatchObject({ code: 'asperion.refused', retry: 'never' });
    expect(fault.detail.messages?.join()).toMatch(/name: .*debtorKindId: /);
    expect(smithies()).toBe(0);
  });

  test('a refusal as application/problem+json says the same', async () => {
    const json = await faultOf(books.createDebtor({ ...smithy, name: '' }, yes));
    sandbox.control.settings.errorContentType = 'application/problem+json';
    const problem = await faultOf(books.createDebtor({ ...smithy, name: '' }, yes));
    expect(problem.code).toBe('asperion.refused');
    expect(problem.detail.messages).toStrictEqual(json.detail.messages);
  });

  test('an answer without an id leaves it unclear', async () => {
    const server = await startJsonServer({ name: 'Smederij Het Vuur', id: null }, 201);
    open({ apiUrl: server.url });
    const fault = await faultOf(books.createDebtor(smithy, yes));
    expect(fault).toMatchObject({ code: 'asperion.unclear', retry: 'after-lookup' });
    await server.close();
  });

  test('an answer in the envelope of a list is read as well', async () => {
    const server = await startJsonServer({ _data: [{ id: 77 }], _meta: { administrationId: 101 } });
    open({ apiUrl: server.url });
    expect(await books.createDebtor(smithy, yes)).toStrictEqual({ id: '77', administrationId: 101 });
    await server.close();
  });
});

describe('whether a create may still leave', () => {
  test('is asked right before; when it may not, nothing is sent', async () => {
    const fault = await faultOf(books.createDebtor(smithy, () => false));
    expect(fault.code).toBe('asperion.too_late_to_send');
    expect(posts()).toBe(0);
    expect(accounting.callCount).toBe(0);
  });

  test('is asked again after a wait', async () => {
    sandbox.control.faults.add({ kind: 'rate-limit', retryAfterSeconds: 1 });
    let asked = 0;
    const fault = await faultOf(
      books.createDebtor(smithy, () => {
        asked += 1;
        return asked === 1;
      }),
    );
    expect(fault.code).toBe('asperion.too_late_to_send');
    expect(asked).toBe(2);
    expect(smithies()).toBe(0);
  });
});

describe('a rate limit', () => {
  test('is waited for, also with a create', async () => {
    sandbox.control.faults.add({ kind: 'rate-limit', retryAfterSeconds: 1 });
    const before = performance.now();
    const made = await books.createDebtor(smithy, yes);
    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
    expect(made.administrationId).toBe(MEANT);
    expect(smithies()).toBe(1);
  });

  test('of an hour is not waited for, and says when to come back', async () => {
    sandbox.control.faults.add({ kind: 'rate-limit', retryAfterSeconds: 3600, times: 0 });
    const fault = await faultOf(books.readPaymentConditions());
    expect(fault).toMatchObject({ code: 'asperion.rate_limited', retry: 'later', detail: { retryAfterMs: 3_600_000 } });
    expect(accounting.callCount).toBe(1);
  });

  test('counts for all calls of the door', async () => {
    sandbox.control.faults.add({ kind: 'rate-limit', retryAfterSeconds: 1, path: 'vatcodes' });
    const before = performance.now();
    const limited = books.readVatCodes();
    await expect.poll(() => sandbox.control.journal.count({ path: 'vatcodes' })).toBe(1);
    await books.readDebtorKinds();
    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
    await limited;
  });
});

describe('tokens and rights', () => {
  test('a token that Asperion refuses is renewed once and the call repeated, a create as well', async () => {
    sandbox.control.expireAccessTokens('boekhouder');
    await books.createDebtor(smithy, yes);
    expect(smithies()).toBe(1);
    expect(vault.refreshCount).toBe(1);
    expect(accounting.callCount).toBe(2);
  });

  test('a refusal that stays does not end the connection', async () => {
    const server = await startJsonServer({ title: 'Niet aangemeld' }, 401);
    open({ apiUrl: server.url });
    const fault = await faultOf(books.readDebtorKinds());
    expect(fault).toMatchObject({
      code: 'asperion.forbidden',
      retry: 'later',
      detail: { messages: ['Niet aangemeld'] },
    });
    expect(vault.refreshCount).toBe(1);
    expect(vault.isEnded).toBe(false);
    expect(server.requests).toHaveLength(2);
    await server.close();
  });

  test('an administration the user may not enter is forbidden', async () => {
    const fault = await faultOf(accounting.books(999 as typeof MEANT).readDebtorKinds());
    expect(fault).toMatchObject({ code: 'asperion.forbidden', retry: 'never' });
  });

  test('a connection that the customer ended is noticed at the first call', async () => {
    sandbox.control.revokeUser('boekhouder');
    const fault = await faultOf(books.readDebtorKinds());
    expect(fault).toMatchObject({ code: 'asperion.connection_ended', retry: 'after-reconnect' });
    expect(vault.isEnded).toBe(true);
  });

  test('a second door with an ended connection asks Asperion nothing', async () => {
    vault.isEnded = true;
    const fault = await faultOf(books.readDebtorKinds());
    expect(fault.code).toBe('asperion.connection_ended');
    expect(accounting.callCount).toBe(0);
  });
});

describe('what is sent along', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer((_request, response) => response.end('{"_data":[],"_meta":{"administrationId":101}}'));
    vault = lastingVault();
  });
  afterEach(() => server.close());

  test('the token, the language, the administration and who we are', async () => {
    open({ apiUrl: server.url });
    await books.readDebtorKinds();
    expect(server.requests[0]?.url).toBe('/v1/debtorkinds?pageSize=200');
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer toegang',
      accept: 'application/json',
      'accept-language': 'nl-NL',
      'x-tenant-id': '101',
      'user-agent': 'koppeling',
    });
  });

  test('the name of the administration header is a setting', async () => {
    open({ apiUrl: server.url, tenantHeader: 'X-TenantId' });
    await books.readDebtorKinds();
    expect(server.requests[0]?.headers['x-tenantid']).toBe('101');
  });

  test('the list of administrations is asked for without one', async () => {
    open({ apiUrl: server.url });
    await accounting.readAdministrations();
    expect(server.requests[0]?.headers['x-tenant-id']).toBeUndefined();
  });

  test('no token leaves over a network in the clear', () => {
    expect(() => open({ apiUrl: 'http://api.asperion.example' })).toThrow('https://');
  });
});

describe('stopping', () => {
  test('before a create left: it was not sent', async () => {
    open({}, AbortSignal.abort());
    expect((await faultOf(books.createDebtor(smithy, yes))).code).toBe('sync.cancelled');
    expect(posts()).toBe(0);
  });

  test('during a read ends the read, during a create leaves it unclear', async () => {
    const server = await startServer(() => undefined);
    const stop = new AbortController();
    open({ apiUrl: server.url }, stop.signal);
    const read = faultOf(books.readDebtorKinds());
    const create = faultOf(books.createDebtor(smithy, yes));
    await expect.poll(() => server.requests.length).toBe(2);
    stop.abort();
    expect(await read).toMatchObject({ code: 'sync.cancelled' });
    expect(await create).toMatchObject({ code: 'asperion.unclear', retry: 'after-lookup' });
    await server.close();
  });

  test('for a reason that is a fault ends the read with that fault', async () => {
    const server = await startServer(() => undefined);
    const stop = new AbortController();
    open({ apiUrl: server.url }, stop.signal);
    const read = faultOf(books.readDebtorKinds());
    await expect.poll(() => server.requests.length).toBe(1);
    stop.abort(new Fault('sync.lease_lost', { retry: 'later' }));
    expect((await read).code).toBe('sync.lease_lost');
    expect((await faultOf(books.readVatCodes())).code).toBe('sync.lease_lost');
    await server.close();
  });

  test('ends a wait for a rate limit at once', async () => {
    sandbox.control.faults.add({ kind: 'rate-limit', retryAfterSeconds: 30 });
    const stop = new AbortController();
    open({}, stop.signal);
    const waiting = faultOf(books.readDebtorKinds());
    await expect.poll(() => sandbox.control.journal.count({ path: 'debtorkinds' })).toBe(1);
    stop.abort();
    expect((await waiting).code).toBe('sync.cancelled');
  });
});

test('no more exchanges are under way at once than the connection allows', async () => {
  let underWay = 0;
  let most = 0;
  const server = await startServer((_request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      response.end('{"_data":[]}');
    }, 10);
  });
  open({ apiUrl: server.url, concurrency: 3 });
  await Promise.all(Array.from({ length: 12 }, () => books.readDebtorKinds()));
  expect(most).toBe(3);
  expect(accounting.callCount).toBe(12);
  await server.close();
});
