import { describe, expect, test } from 'vitest';
import { addressWithoutQuery, maskBody } from './masking.ts';

describe('a foreign body that is kept', () => {
  test.each([
    ['a token', '{"access_token":"geheim-1","expires_in":3600}', 'geheim-1'],
    ['a refresh token with blanks', '{ "refresh_token" : "geheim-2" }', 'geheim-2'],
    ['a client secret', '{"client_secret":"geheim-3"}', 'geheim-3'],
    ['the code of a login', 'https://koppeling.example/callback?code=geheim-4&state=x', 'geheim-4'],
    ['a token in an address', '<a href="https://outsmart.example/?token=geheim-5&amp;x=1">', 'geheim-5'],
    ['a token in a form', 'grant_type=refresh_token&refresh_token=geheim-6', 'geheim-6'],
    ['a name', '{"CustomerName":"Bakkerij Geheim"}', 'Bakkerij Geheim'],
    ['a street', '{"street":"Geheimstraat"}', 'Geheimstraat'],
    ['a phone number', '{"phone_number":"0301234567"}', '0301234567'],
    ['an e-mail address anywhere', 'Neem contact op met geheim@blom.example.', 'geheim@blom'],
    ['a bank account', '{"iban":"NL00BANK0123456789"}', 'NL00BANK'],
  ])('does not show %s', (_title, body, secret) => {
    expect(maskBody(body)).not.toContain(secret);
    expect(maskBody(body)).toContain('***');
  });

  test('keeps what explains the failure', () => {
    const body = '{"title":"Validatiefout","status":400,"errors":{"vatCode":["Onbekende btw-code"]},"traceId":"00-ab"}';
    expect(maskBody(body)).toBe(body);
  });

  test('is no longer than 4.000 characters before masking', () => {
    expect(maskBody('x'.repeat(10_000))).toHaveLength(4_000);
  });
});

test('an address is shown without query, credentials and fragment', () => {
  expect(addressWithoutQuery('https://u:p@outsmart.example:8443/openapi/8/relations/?token=geheim#x')).toBe(
    'https://outsmart.example:8443/openapi/8/relations/',
  );
});
