import { expect, test } from 'vitest';
import { countryCode } from './country-codes.ts';

test.each([
  ['NL', 'NL'],
  [' nl ', 'NL'],
  ['Nederland', 'NL'],
  ['BE', 'BE'],
  ['BELGIË', 'BE'],
  ['Belgie', 'BE'],
  ['België', 'BE'],
  ['Duitsland', 'DE'],
  ['UK', 'GB'],
  ['tr', 'TR'],
  ['', ''],
  ['XX', ''],
  ['Noord-Brabant', ''],
])('"%s" is country "%s"', (written, code) => {
  expect(countryCode(written)).toBe(code);
});
