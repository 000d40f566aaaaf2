import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { Fault, type FaultCode } from '../kernel/fault.ts';
import { type Call, createCaller, type OutSmartConnection, realWaiting, type Waiting } from './call.ts';
import { answerJson, type Script, type ScriptedServer, startScriptedServer } from './scripted-server.test-kit.ts';

const TOKEN = 'c0ffee00c0ffee00c0ffee00c0ffee01';
const SOFTWARE_TOKEN = 'software+token/with=signs';
const OK = { code: 200, messages: [], response: [] };

const reading: Call = {
  name: 'GET relations',
  method: 'GET',
  endpoint: 'relations',
  query: {},
  body: null,
  isLong: false,
  isRepeatable: true,
};
const creating: Call = { ...reading, name: 'POST workstatusses', method: 'POST', body: '[]', isRepeatable: false };

let server: ScriptedServer | null = null;
let pauses: number[] = [];
const waiting: Waiting = {
  sleep: async (ms) => void pauses.push(ms),
  random: () => 0.5,
};

afterEach(async () => {
  await server?.close();
  server = null;
  pauses = [];
});

async function callerFor(script: Script, settings: Partial<OutSmartConnection> = {}, signal?: AbortSignal) {
  server = await startScriptedServer(script);
  const connection: OutSmartConnection = {
    apiUrl: `${server.url}/openapi/8`,
    token: TOKEN,
    softwareToken: SOFTWARE_TOKEN,
    bearer: null,
    timeoutMs: 60_000,
    listTimeoutMs: 60_000,
    concurrency: 4,
    ...settings,
  };
  return createCaller(connection, signal, waiting);
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  if (outcome instanceof Fault) return outcome;
  throw new Error(`expected a Fault, got ${inspect(outcome)}`);
}

describe('a call', () => {
  test('carries both tokens in its query, and no Authorization header unless a bearer token is set', async () => {
    const caller = await callerFor((_request, response) => answerJson(response, OK));
    await caller.call({ ...reading, query: { status: 'Alle & meer' } });
    const request = server?.received[0];
    expect(request?.path).toBe('/openapi/8/relations/');
    expect(request?.query.get('token')).toBe(TOKEN);
    expect(request?.query.get('software_token')).toBe(SOFTWARE_TOKEN);
    expect(request?.query.get('status')).toBe('Alle & meer');
    expect(request?.headers.authorization).toBeUndefined();
  });

  test('carries the bearer token as well when there is one', async () => {
    const caller = await callerFor((_request, response) => answerJson(response, OK), { bearer: 'account-bearer' });
    await caller.call(reading);
    expect(server?.received[0]?.headers.authorization).toBe('Bearer account-bearer');
  });

  test('posts JSON', async () => {
    const caller = await callerFor((_request, response) => answerJson(response, OK));
    await caller.call({ ...creating, body: '[{"sta_name":"Naar Asperion 🔧"}]' });
    expect(server?.received[0]?.body).toBe('[{"sta_name":"Naar Asperion 🔧"}]');
    expect(server?.received[0]?.headers['content-type']).toMatch(/^application\/json/);
  });

  test('works with an address that ends in a slash', async () => {
    const caller = await callerFor((_request, response) => answerJson(response, OK));
    const slashed = createCaller({ ...connectionTo(server), apiUrl: `${server?.url}/openapi/8/` }, undefined, waiting);
    await Promise.all([caller.call(reading), slashed.call(reading)]);
    expect(server?.received.map((request) => request.path)).toEqual(['/openapi/8/relations/', '/openapi/8/relations/']);
  });

  test.each([['200'], [200], [' 200 ']])('understands a code that is %j', async (code) => {
    const caller = await callerFor((_request, response) => answerJson(response, { ...OK, code }));
    expect((await caller.call(reading)).code).toBe(200);
  });

  test.each([[null], ['los bericht'], [[{ odd: 1 }, 'tekst']], [undefined]])(
    'understands messages that are %j',
    async (messages) => {
      const caller = await callerFor((_request, response) => answerJson(response, { ...OK, messages }));
      expect(Array.isArray((await caller.call(reading)).messages)).toBe(true);
    },
  );

  test('hands on codes about a record, for the caller to judge', async () => {
    const messages = ['Required field missing: name'];
    const caller = await callerFor((_request, response) =>
      answerJson(response, { code: 1301, messages, response: null }),
    );
    expect(await caller.call(creating)).toMatchObject({ code: 1301, messages });
  });
});

function connectionTo(target: ScriptedServer | null): OutSmartConnection {
  return {
    apiUrl: target?.url ?? '',
    token: TOKEN,
    softwareToken: SOFTWARE_TOKEN,
    bearer: null,
    timeoutMs: 60_000,
    listTimeoutMs: 60_000,
    concurrency: 1,
  };
}

describe('codes about the call as a whole', () => {
  test.each<[number, FaultCode, string, number]>([
    [1002, 'outsmart.token_refused', 'after-reconnect', 1],
    [1004, 'outsmart.token_refused', 'after-reconnect', 1],
    [1003, 'outsmart.software_token_refused', 'after-reconnect', 1],
    [1005, 'outsmart.software_token_refused', 'after-reconnect', 1],
    [1001, 'outsmart.contract_broken', 'never', 1],
    [1006, 'outsmart.refused', 'never', 1],
    [1007, 'outsmart.unreachable', 'later', 3],
    [1009, 'outsmart.refused', 'never', 1],
  ])('code %i is %s, to be tried %s', async (code, faultCode, retry, exchanges) => {
    const caller = await callerFor((_request, response) =>
      answerJson(response, { code, messages: [], response: null }),
    );
    const fault = await faultOf(caller.call(reading));
    expect([fault.code, fault.retry]).toEqual([faultCode, retry]);
    expect(fault.detail).toMatchObject({ system: 'outsmart', call: 'GET relations', messages: [`code ${code}`] });
    expect(caller.exchangeCount).toBe(exchanges);
  });

  test('a server error during a create leaves the outcome open', async () => {
    const caller = await callerFor((_request, response) =>
      answerJson(response, { code: 1007, messages: ['Unhandled'], response: null }),
    );
    const fault = await faultOf(caller.call(creating));
    expect([fault.code, fault.retry, caller.exchangeCount]).toEqual(['outsmart.unclear', 'after-lookup', 1]);
  });
});

const html = '<html><body>Onderhoud</body></html>';
const deep = '['.repeat(100_000) + ']'.repeat(100_000);

describe('an answer that breaks the contract', () => {
  test.each([
    ['an HTML page', html, 'body'],
    ['nothing at all', '', 'body'],
    ['half an answer', '{"code":200,"messages":[],"response":[{"id":"1","Ord', 'body'],
    ['another shape', '[1,2,3]', 'code'],
    ['a code in words', '{"messages":[],"response":[],"code":"goed"}', 'code'],
    ['no code', '{"messages":[],"response":[]}', 'code'],
    ['lists without end', deep, 'body'],
  ])('such as %s is a fault that names call and member, after three attempts', async (_name, body, field) => {
    const caller = await callerFor((_request, response) => void response.end(body));
    const fault = await faultOf(caller.call(reading));
    expect(fault.code).toBe('outsmart.contract_broken');
    expect(fault.detail).toMatchObject({ call: 'GET relations', field, retry: 'later' });
    expect(fault.detail.maskedBody?.slice(0, 20)).toBe(body.slice(0, 20));
    expect(caller.exchangeCount).toBe(3);
  });

  test('such as an answer larger than there is room for is a fault, and it is not read to the end', async () => {
    const blocks = Array.from({ length: 400 }, () => 'x'.repeat(1_000_000));
    const caller = await callerFor(async (_request, response) => {
      await pipeline(Readable.from(blocks), response).catch(() => undefined);
    });
    const fault = await faultOf(caller.call({ ...reading, isRepeatable: false }));
    expect([fault.code, fault.detail.field]).toEqual(['outsmart.unclear', 'body']);
    expect(fault.cause).toMatchObject({ code: 'outsmart.contract_broken' });
  });

  test.each([301, 403, 404, 413])('such as HTTP %i is a fault at once', async (status) => {
    const caller = await callerFor((_request, response) => void response.writeHead(status).end(html));
    const fault = await faultOf(caller.call(reading));
    expect(fault.code).toBe('outsmart.contract_broken');
    expect(fault.detail).toMatchObject({ field: 'HTTP status', messages: [`HTTP ${status}`], retry: 'never' });
    expect(caller.exchangeCount).toBe(1);
  });

  test('HTTP 401 means that a person must reconnect', async () => {
    const caller = await callerFor((_request, response) => void response.writeHead(401).end(''));
    expect((await faultOf(caller.call(reading))).code).toBe('outsmart.token_refused');
  });

  test('a known code counts, whatever the HTTP status it comes with', async () => {
    const refusal = '{"code":1004,"messages":[],"response":null}';
    const caller = await callerFor((_request, response) => void response.writeHead(500).end(refusal));
    expect((await faultOf(caller.call(reading))).code).toBe('outsmart.token_refused');
  });

  test('success inside an answer that failed is no success', async () => {
    const caller = await callerFor((_request, response) => void response.writeHead(502).end(JSON.stringify(OK)));
    expect((await faultOf(caller.call(reading))).code).toBe('outsmart.unreachable');
  });

  test('an unreadable answer to a create leaves the outcome open', async () => {
    const caller = await callerFor((_request, response) => void response.end(html));
    const fault = await faultOf(caller.call(creating));
    expect([fault.code, fault.retry, caller.exchangeCount]).toEqual(['outsmart.unclear', 'after-lookup', 1]);
  });
});

describe('a call that fails in passing', () => {
  test.each([500, 502, 503, 504, 408, 429])('HTTP %i twice and then an answer is an answer', async (status) => {
    let arrived = 0;
    const caller = await callerFor((_request, response) => {
      arrived += 1;
      if (arrived <= 2) response.writeHead(status).end(html);
      else answerJson(response, OK);
    });
    expect((await caller.call(reading)).code).toBe(200);
    expect(caller.exchangeCount).toBe(3);
    expect(pauses).toEqual([500, 1_000]);
  });

  test('HTTP 503 three times is unreachable, to be tried later', async () => {
    const caller = await callerFor((_request, response) => void response.writeHead(503).end(html));
    const fault = await faultOf(caller.call(reading));
    expect([fault.code, fault.retry, caller.exchangeCount]).toEqual(['outsmart.unreachable', 'later', 3]);
  });

  test('is tried again no sooner than OutSmart asks', async () => {
    let arrived = 0;
    const caller = await callerFor((_request, response) => {
      arrived += 1;
      if (arrived === 1) response.writeHead(429, { 'retry-after': '7' }).end('');
      else answerJson(response, OK);
    });
    await caller.call(reading);
    expect(pauses).toEqual([7_000]);
  });

  test('is not waited for when OutSmart asks for more than half a minute', async () => {
    const caller = await callerFor(
      (_request, response) => void response.writeHead(429, { 'retry-after': '120' }).end(''),
    );
    const fault = await faultOf(caller.call(reading));
    expect([fault.code, fault.detail.retryAfterMs, caller.exchangeCount]).toEqual(['outsmart.unreachable', 120_000, 1]);
  });

  test('a create is never sent twice, not even after HTTP 429', async () => {
    for (const [status, code] of [
      [429, 'outsmart.unreachable'],
      [500, 'outsmart.unclear'],
    ] as const) {
      const caller = await callerFor((_request, response) => void response.writeHead(status).end(''));
      expect((await faultOf(caller.call(creating))).code).toBe(code);
      expect(caller.exchangeCount).toBe(1);
      await server?.close();
    }
  });

  test('no answer in time is unreachable after three attempts, and unclear for a create', async () => {
    const caller = await callerFor(() => undefined, { timeoutMs: 200 });
    expect((await faultOf(caller.call(reading))).code).toBe('outsmart.unreachable');
    expect(caller.exchangeCount).toBe(3);
    expect((await faultOf(caller.call(creating))).code).toBe('outsmart.unclear');
    expect(caller.exchangeCount).toBe(4);
  });

  test('a long call gets the long time-out', async () => {
    const slow: Script = (_request, response) => void setTimeout(() => answerJson(response, OK), 150);
    const caller = await callerFor(slow, { timeoutMs: 30, listTimeoutMs: 60_000 });
    expect((await caller.call({ ...reading, isLong: true })).code).toBe(200);
    expect((await faultOf(caller.call(reading))).code).toBe('outsmart.unreachable');
  });

  test('nobody listening is unreachable, for a create too, since nothing was sent', async () => {
    const caller = await callerFor(() => undefined);
    await server?.close();
    for (const call of [reading, creating]) {
      const fault = await faultOf(caller.call(call));
      expect([fault.code, fault.retry]).toEqual(['outsmart.unreachable', 'later']);
    }
  });
});

describe('stopping', () => {
  test('ends a read under way and sends nothing more', async () => {
    const stop = new AbortController();
    const caller = await callerFor(() => stop.abort(), {}, stop.signal);
    expect((await faultOf(caller.call(reading))).code).toBe('sync.cancelled');
    expect((await faultOf(caller.call(reading))).code).toBe('sync.cancelled');
    expect(caller.exchangeCount).toBe(1);
  });

  test('during a create leaves the outcome open', async () => {
    const stop = new AbortController();
    const caller = await callerFor(() => stop.abort(), {}, stop.signal);
    expect((await faultOf(caller.call(creating))).code).toBe('outsmart.unclear');
  });

  test('for a reason ends with that reason', async () => {
    const reason = new Fault('sync.lease_lost', { retry: 'later' });
    const stop = new AbortController();
    const caller = await callerFor(() => stop.abort(reason), {}, stop.signal);
    expect(await faultOf(caller.call(reading))).toBe(reason);
  });

  test('ends the wait between two attempts at once', async () => {
    const stop = new AbortController();
    const waited = realWaiting.sleep(600_000, stop.signal);
    stop.abort();
    await expect(waited).resolves.toBeUndefined();
    await expect(realWaiting.sleep(1, undefined)).resolves.toBeUndefined();
  });

  test('before a create is sent means that it was not', async () => {
    const caller = await callerFor(() => undefined, {}, AbortSignal.abort());
    expect((await faultOf(caller.call(creating))).code).toBe('sync.cancelled');
    expect(caller.exchangeCount).toBe(0);
  });
});

test('no more exchanges run at once than allowed, over all calls of one door', async () => {
  let running = 0;
  let most = 0;
  const caller = await callerFor(
    (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        answerJson(response, OK);
      }, 5);
    },
    { concurrency: 3 },
  );
  await Promise.all(Array.from({ length: 30 }, () => caller.call(reading)));
  expect([most, caller.exchangeCount]).toEqual([3, 30]);
});

test('no token is in a fault, not even when an answer repeats it', async () => {
  const echo = `<p>token=${TOKEN}</p> ${TOKEN} ${SOFTWARE_TOKEN} ${encodeURIComponent(SOFTWARE_TOKEN)}`;
  const scripts: Script[] = [
    (_request, response) => void response.end(echo),
    (_request, response) => void response.writeHead(500).end(echo),
    (_request, response) => answerJson(response, { code: 1004, messages: [echo], response: null }),
    (_request, response) => void response.destroy(),
    () => undefined,
  ];
  for (const script of scripts) {
    const caller = await callerFor(script, { timeoutMs: 30 });
    const shown = inspect(await faultOf(caller.call(creating)), { depth: 20, showHidden: true });
    expect(shown).not.toContain(TOKEN);
    expect(shown).not.toContain('software+token');
    expect(shown).not.toContain(encodeURIComponent(SOFTWARE_TOKEN));
    await server?.close();
  }
});
