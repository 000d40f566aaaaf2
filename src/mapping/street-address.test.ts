import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../kernel/any-text.test-kit.ts';
import { splitAddress } from './street-address.ts';

test.each([
  ['Dorpsstraat 12a', 'Dorpsstraat', '12a'],
  ['Dorpsstraat 12', 'Dorpsstraat', '12'],
  ['Dorpsstraat 12 a', 'Dorpsstraat', '12 a'],
  ['Dorpsstraat 12 bis', 'Dorpsstraat', '12 bis'],
  ['Keizersgracht 12-3', 'Keizersgracht', '12-3'],
  ['Keizersgracht 12 hs', 'Keizersgracht', '12 hs'],
  ['Keizersgracht 12 3', 'Keizersgracht', '12 3'],
  ['Keizersgracht 12 - 14', 'Keizersgracht', '12 - 14'],
  ['Kerkstraat 5 bus 12', 'Kerkstraat', '5 bus 12'],
  ['Kerkstraat 5 links', 'Kerkstraat', '5 links'],
  ['1e Hugo de Grootstraat 4-2', '1e Hugo de Grootstraat', '4-2'],
  ['2e Kruisstraat', '2e Kruisstraat', ''],
  ['Plein 1940-1945 7', 'Plein 1940-1945', '7'],
  ['Plein 1940-1945', 'Plein 1940-1945', ''],
  ['Straat 1813 7', 'Straat 1813', '7'],
  ["Laan '40-'45 3b", "Laan '40-'45", '3b'],
  ['Postbus 1234', 'Postbus', '1234'],
  ['Rue de la Paix 12', 'Rue de la Paix', '12'],
  ['12 Rue de la Paix', '12 Rue de la Paix', ''],
  ['Dorpsstraat 12, Utrecht', 'Dorpsstraat 12, Utrecht', ''],
  ['Dorpsstraat', 'Dorpsstraat', ''],
  ['12', '12', ''],
  ['  Dorpsstraat\n 12 ', 'Dorpsstraat', '12'],
  ['', '', ''],
])('"%s" is street "%s" and number "%s"', (address, street, houseNumber) => {
  expect(splitAddress(address)).toEqual({ street, houseNumber });
});

test('street and number together are the address again, whatever it is', () => {
  const word = fc.oneof(fc.constantFrom('12', '12a', '-', '1940-1945', 'bus', 'Plein', "'40-'45", '3'), anyText);
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const address = words.join(' ');
      const { street, houseNumber } = splitAddress(address);
      expect([street, houseNumber].filter((part) => part !== '').join(' ')).toBe(address.trim().replace(/\s+/g, ' '));
    }),
  );
});
