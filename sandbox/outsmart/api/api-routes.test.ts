import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, defaultSoftwareToken, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { type TestClient, testClient } from '../test-client.ts';

const { token } = defaultAccount;
const softwareToken = defaultSoftwareToken;
const credentials = `token=${token}&software_token=${softwareToken}`;

let sandbox: OutSmartSandbox;
let client: TestClient;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  client = testClient(sandbox);
});

afterEach(() => sandbox.close());

async function codeOf(path: string, init?: RequestInit): Promise<number> {
  return (await client.raw(path, init)).code;
}

describe('the envelope', () => {
  test('is HTTP 200 and one line of JSON, also for errors', async () => {
    const response = await fetch(`${sandbox.apiUrl}/employees?token=wrong&software_token=wrong`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.text()).toBe('{"code":1004,"messages":[],"response":null}');
  });

  test('holds an empty list when there is nothing', async () => {
    expect(await client.get('employees')).toEqual({ code: 200, messages: [], response: [] });
  });
});

describe('endpoints', () => {
  test('answer with and without a slash at the end', async () => {
    expect(await codeOf(`/relations/?${credentials}`)).toBe(200);
    expect(await codeOf(`/relations?${credentials}`)).toBe(200);
  });

  test.each(['', '/'])('without a name, "%s", are no endpoint: 1000', async (path) => {
    expect(await codeOf(`${path}?${credentials}`)).toBe(1000);
  });

  test.each(['/Relations', '/getworkorders', '/PostRelations', '/relations/10042', '/nothing'])(
    'named %s do not exist: 1001',
    async (path) => {
      expect(await codeOf(`${path}?${credentials}`)).toBe(1001);
    },
  );

  test('do not take methods that are not documented', async () => {
    expect(await codeOf(`/relations?${credentials}`, { method: 'DELETE' })).toBe(1001);
    expect(await codeOf(`/relations?${credentials}`, { method: 'PUT', body: '[]' })).toBe(1001);
    expect(await codeOf(`/PostWorkorders?${credentials}`)).toBe(1001);
    expect(await codeOf(`/GetWorkorders?${credentials}`, { method: 'POST', body: '[]' })).toBe(1001);
  });
});

describe('the order of checks', () => {
  test.each([
    ['an unknown endpoint before a missing token', '/nothing', 1001],
    ['a missing token first', '/relations', 1002],
    ['an empty token is a missing one', `/relations?token=&software_token=x`, 1002],
    ['then a missing software token', '/relations?token=wrong', 1003],
    ['then an unknown token', `/relations?token=wrong&software_token=wrong`, 1004],
    ['then an unknown software token', `/relations?token=${token}&software_token=wrong`, 1005],
    ['then a missing body', `/relations?${credentials}`, 1008],
  ])('%s', async (_title, path, code) => {
    expect(await codeOf(path, { method: 'POST' })).toBe(code);
  });

  test('credentials come before the body', async () => {
    const body = { method: 'POST', body: 'no json' };
    expect(await codeOf('/relations?token=wrong&software_token=wrong', body)).toBe(1004);
    expect(await client.raw(`/relations?${credentials}`, body)).toEqual({
      code: 1009,
      messages: ['Unable to parse body'],
      response: null,
    });
  });

  test('a body that is JSON but neither list nor object cannot be used', async () => {
    for (const body of ['5', '"text"', 'null', 'true']) {
      expect(await codeOf(`/relations?${credentials}`, { method: 'POST', body })).toBe(1009);
    }
  });

  test('blanks are no body', async () => {
    expect(await codeOf(`/relations?${credentials}`, { method: 'POST', body: '  \n' })).toBe(1008);
  });

  test('the header Authorization counts for nothing', async () => {
    const headers = { authorization: `Bearer ${token}` };
    expect(await codeOf('/relations', { headers })).toBe(1002);
  });
});

describe('tokens', () => {
  test('that were withdrawn are unknown until they are given back', async () => {
    sandbox.control.revokeToken(token);
    expect((await client.get('employees')).code).toBe(1004);
    sandbox.control.restoreToken(token);
    expect((await client.get('employees')).code).toBe(200);
  });

  test('of accounts that are linked to one package do not work with another', async () => {
    sandbox.control.addAccount({ token: 'T2', name: 'Tweede', softwareTokens: ['package-b'] });
    expect((await testClient(sandbox, 'T2').get('employees')).code).toBe(1005);
    expect((await testClient(sandbox, 'T2', 'package-b').get('employees')).code).toBe(200);
  });

  test('keep accounts apart', async () => {
    sandbox.control.addAccount({ token: 'T2', name: 'Tweede' });
    sandbox.control.seed('T2', { workOrders: [{ id: '5', status: 'Compleet' }] });
    sandbox.control.seed(token, { workOrders: [{ id: '5', status: 'Opgehaald' }] });
    await client.post('workstatusses', [{ sta_code: '1', sta_name: 'Naar Asperion' }]);
    const second = testClient(sandbox, 'T2');
    expect((await second.get('workstatusses')).response).toEqual([]);
    expect((await second.get('GetWorkorder', { row_id: '5' })).response).toMatchObject({ status: 'Compleet' });
    expect(sandbox.control.workOrder(token, '5').status).toBe('Opgehaald');
  });
});

describe('bodies', () => {
  test('may be large, but not without end', async () => {
    const post = (bytes: number): Promise<Response> =>
      fetch(`${sandbox.apiUrl}/relations?${credentials}`, { method: 'POST', body: `"${'x'.repeat(bytes)}"` });
    expect((await post(24_000_000)).status).toBe(200);
    const refused = await post(27_000_000);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('<html>');
  });

  test('need no content type', async () => {
    const body = Buffer.from('[{"sta_code":"1","sta_name":"Naar Asperion"}]');
    expect(await client.raw(`/workstatusses?${credentials}`, { method: 'POST', body })).toMatchObject({ response: 1 });
  });
});

describe('the journal', () => {
  test('names the account and the outcome, and hides the tokens', async () => {
    await client.post('relations', [{ debtor_number: '1' }]);
    expect(sandbox.control.journal.entries()).toMatchObject([
      {
        method: 'POST',
        path: '/openapi/8/relations/',
        party: token,
        query: { token: '***', software_token: '***' },
        bodyText: '[{"debtor_number":"1"}]',
        outcome: expect.stringMatching(/^1301 Required field missing: name/),
      },
    ]);
  });

  test('shows whether anybody tried to delete', async () => {
    expect(sandbox.control.journal.count({ path: 'DeleteEntity' })).toBe(0);
    await client.get('DeleteEntity', { entity: 'relation', delete_all: 'true' });
    expect(sandbox.control.journal.count({ path: 'DeleteEntity' })).toBe(1);
  });
});
