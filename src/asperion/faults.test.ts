import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HttpFailure } from '../kernel/http.ts';
import { type Effect, faultOfAnswer, faultOfFailure, faultOfUnreadableBody, problemMessages } from './faults.ts';

const call = 'POST /v1/debtors';
const answer = (status: number, text = '', headers: Record<string, string> = {}) => ({
  status,
  text,
  headers: new Headers(headers),
});

describe('what an answer means', () => {
  test.each<[number, Effect, string, string]>([
    [400, 'create', 'asperion.refused', 'never'],
    [404, 'create', 'asperion.refused', 'never'],
    [409, 'create', 'asperion.refused', 'never'],
    [415, 'create', 'asperion.refused', 'never'],
    [422, 'create', 'asperion.refused', 'never'],
    [405, 'delete', 'asperion.refused', 'never'],
    [404, 'read', 'asperion.not_found', 'never'],
    [404, 'delete', 'asperion.not_found', 'never'],
    [401, 'read', 'asperion.forbidden', 'later'],
    [401, 'create', 'asperion.forbidden', 'later'],
    [403, 'create', 'asperion.forbidden', 'never'],
    [429, 'create', 'asperion.rate_limited', 'later'],
    [408, 'create', 'asperion.unclear', 'after-lookup'],
    [500, 'create', 'asperion.unclear', 'after-lookup'],
    [503, 'create', 'asperion.unclear', 'after-lookup'],
    [302, 'create', 'asperion.unclear', 'after-lookup'],
    [500, 'delete', 'asperion.unclear', 'after-lookup'],
    [500, 'read', 'asperion.unreachable', 'later'],
    [502, 'dry-run', 'asperion.unreachable', 'later'],
    [301, 'read', 'asperion.unreachable', 'later'],
  ])('%i to a %s is %s, to be repeated %s', (status, effect, code, retry) => {
    expect(faultOfAnswer(call, effect, answer(status))).toMatchObject({
      code,
      retry,
      detail: { call, system: 'asperion' },
    });
  });

  test('a rate limit says how long to wait', () => {
    expect(faultOfAnswer(call, 'create', answer(429, '', { 'retry-after': '7' })).detail.retryAfterMs).toBe(7000);
  });

  test('the answer is kept for the operator without personal details', () => {
    const fault = faultOfAnswer(call, 'create', answer(500, '{"name":"Bakkerij De Korenaar","code":"x"}'));
    expect(fault.detail.maskedBody).not.toContain('Korenaar');
  });
});

describe('what a failed exchange means', () => {
  test.each<[HttpFailure['kind'], Effect, string, string]>([
    ['not-sent', 'create', 'asperion.unreachable', 'later'],
    ['unclear', 'create', 'asperion.unclear', 'after-lookup'],
    ['cancelled', 'create', 'asperion.unclear', 'after-lookup'],
    ['unclear', 'delete', 'asperion.unclear', 'after-lookup'],
    ['not-sent', 'read', 'asperion.unreachable', 'later'],
    ['unclear', 'read', 'asperion.unreachable', 'later'],
    ['unclear', 'dry-run', 'asperion.unreachable', 'later'],
  ])('%s during a %s is %s, to be repeated %s', (kind, effect, code, retry) => {
    expect(faultOfFailure(call, effect, new HttpFailure(kind, 'gone'))).toMatchObject({ code, retry });
  });

  test('a success that cannot be read leaves a create unclear and breaks the contract of a read', () => {
    expect(faultOfUnreadableBody(call, 'create', answer(201, '<html>'))).toMatchObject({ code: 'asperion.unclear' });
    expect(faultOfUnreadableBody(call, 'read', answer(200, '<html>'))).toMatchObject({
      code: 'asperion.contract_broken',
      detail: { field: 'body', maskedBody: '<html>' },
    });
  });
});

describe('the words of Asperion', () => {
  test('each message is named after its field', () => {
    const text = JSON.stringify({
      title: 'Een of meer fouten',
      status: 400,
      errors: { 'lines._data[0].vatCode': ['Onbekend.', 'Niet geldig.'], Name: 'Verplicht.' },
    });
    expect(problemMessages({ status: 400, text })).toStrictEqual([
      'lines._data[0].vatCode: Onbekend.',
      'lines._data[0].vatCode: Niet geldig.',
      'Name: Verplicht.',
    ]);
  });

  test.each([
    ['{"title":"Fout","detail":"Boekjaar gesloten"}', 'Boekjaar gesloten'],
    ['{"Title":"Fout","errors":{}}', 'Fout'],
    ['{"error":"invalid_token","error_description":"Verlopen"}', 'Verlopen'],
    ['{"errors":["Zo niet"]}', 'Zo niet'],
    ['<html>Storing</html>', 'HTTP 400'],
    ['', 'HTTP 400'],
    ['null', 'HTTP 400'],
    ['[]', 'HTTP 400'],
  ])('%s says: %s', (text, message) => {
    expect(problemMessages({ status: 400, text })).toStrictEqual([message]);
  });

  test('there is always something to show, and never too much', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((errors) => JSON.stringify({ errors })),
        ),
        (text) => {
          const messages = problemMessages({ status: 400, text });
          expect(messages.length).toBeGreaterThan(0);
          expect(messages.length).toBeLessThanOrEqual(50);
          for (const message of messages) expect(message.length).toBeLessThanOrEqual(500);
        },
      ),
    );
  });
});
