// Registration and bank numbers that pass the usual checks but belong to nobody: the bank code TEST does not exist.

import type { SeededRandom } from './seeded-random.ts';

/** Eight digits, like the number of a Dutch trade register entry. */
export function tradeRegisterNumber(random: SeededRandom): string {
  return String(random.whole(10_000_000, 89_999_999));
}

/** A Dutch VAT number whose nine digits pass the eleven test. */
export function dutchVatNumber(random: SeededRandom): string {
  for (;;) {
    const digits = random.digits(8);
    const check = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 11;
    // A remainder of 10 has no digit; such numbers are not handed out.
    if (check < 10) return `NL${digits}${check}B01`;
  }
}

/** A Dutch IBAN with the right check digits at a bank that does not exist. */
export function dutchIban(random: SeededRandom): string {
  const account = random.digits(10);
  const lettersAsDigits = [...'TESTNL'].map((letter) => letter.charCodeAt(0) - 55);
  const [t, e, s, t2, n, l] = lettersAsDigits;
  const remainder = BigInt(`${t}${e}${s}${t2}${account}${n}${l}00`) % 97n;
  return `NL${String(98n - remainder).padStart(2, '0')}TEST${account}`;
}
