import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, defaultSoftwareToken, type OutSmartSandbox, startOutSmartSandbox } from './start.ts';
import { testClient } from './test-client.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;
let id: string;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  [id = ''] = sandbox.control.seed(token, { workOrders: [{ status: 'Compleet', WorkStatus: '1' }] });
});

afterEach(() => sandbox.close());

function acknowledge(init: RequestInit = {}): Promise<Response> {
  const query = new URLSearchParams({ token, software_token: defaultSoftwareToken, row_id: id, update_status: 'true' });
  return fetch(`${sandbox.apiUrl}/GetWorkorder/?${query.toString()}`, init);
}

function status(): string {
  return sandbox.control.workOrder(token, id).status;
}

describe('an acknowledge that goes wrong', () => {
  test('lost before the work: the order is still complete', async () => {
    sandbox.control.faults.add({ kind: 'drop-before' });
    await expect(acknowledge()).rejects.toThrow();
    expect(status()).toBe('Compleet');
  });

  test('lost after the work: the order is handled, though nobody was told', async () => {
    sandbox.control.faults.add({ kind: 'drop-after', path: 'update_status=true' });
    await expect(acknowledge()).rejects.toThrow();
    expect(status()).toBe('Afgehandeld');
    expect(sandbox.control.journal.entries().at(-1)).toMatchObject({ status: 0, fault: 'drop-after', outcome: '200' });
  });

  test('cut half-way: the work is done, the body is no JSON', async () => {
    sandbox.control.faults.add({ kind: 'truncated' });
    const response = await acknowledge();
    await expect(response.json()).rejects.toThrow();
    expect(status()).toBe('Afgehandeld');
  });

  test('an error status, an HTML page and too many requests: nothing was done', async () => {
    for (const kind of ['status', 'html', 'rate-limit'] as const) sandbox.control.faults.add({ kind });
    const answers = [await acknowledge()];
    sandbox.control.faults.clear();
    sandbox.control.faults.add({ kind: 'html' });
    answers.push(await acknowledge());
    sandbox.control.faults.add({ kind: 'rate-limit', retryAfterSeconds: 3 });
    answers.push(await acknowledge());
    expect(answers.map((answer) => answer.status)).toEqual([500, 502, 429]);
    expect(answers[2]?.headers.get('retry-after')).toBe('3');
    expect(status()).toBe('Compleet');
  });

  test('an error status after the work: it was done all the same', async () => {
    sandbox.control.faults.add({ kind: 'status', status: 504, afterWork: true });
    expect((await acknowledge()).status).toBe(504);
    expect(status()).toBe('Afgehandeld');
  });

  test('given up by the client: it is done later', async () => {
    sandbox.control.faults.add({ kind: 'delay', delayMs: 600 });
    const patience = new AbortController();
    const answer = acknowledge({ signal: patience.signal });
    const arrived = (): string | undefined => sandbox.control.journal.entries()[0]?.fault;
    await Promise.all([
      expect(answer).rejects.toThrow(),
      expect
        .poll(arrived, { timeout: 10_000, interval: 5 })
        .toBe('delay')
        .then(() => patience.abort()),
    ]);
    expect(status()).toBe('Compleet');
    await expect.poll(status, { timeout: 10_000 }).toBe('Afgehandeld');
  });

  test('of one account only', async () => {
    sandbox.control.addAccount({ token: 'T2', name: 'Tweede' });
    sandbox.control.faults.add({ kind: 'status', party: 'T2', times: 0 });
    expect((await acknowledge()).status).toBe(200);
    await expect(testClient(sandbox, 'T2').get('employees')).rejects.toThrow('HTTP 500');
  });

  test('does not touch the pages of the office', async () => {
    sandbox.control.faults.add({ kind: 'status', times: 0 });
    expect((await fetch(`${sandbox.url}/`)).status).toBe(200);
  });
});
