// The checks that the application makes on typed debtors: e-mail, phone, IBAN, chamber of commerce and VAT number.
// Whether the API makes them too is not known, so they are behind a setting. Must not know where a debtor is kept.
import type { Debtor } from '../books/records.ts';
import type { BodyReader } from './body-reader.ts';
import { say } from './messages.ts';

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;
const DUTCH_VAT_NUMBER = /^NL\d{9}B\d{2}$/;

type Checked = Pick<
  Debtor,
  'emailAddress' | 'phoneNumber' | 'mobileNumber' | 'iban' | 'cocNumber' | 'vatNumber' | 'countryCode'
>;

/** Refuses what is filled in wrongly; empty fields pass. */
export function checkDebtorFormats(reader: BodyReader, debtor: Checked): void {
  if (debtor.emailAddress !== '' && !EMAIL.test(debtor.emailAddress)) reader.refuse('emailAddress', say.badEmail);
  for (const name of ['phoneNumber', 'mobileNumber'] as const) {
    if (debtor[name] !== '' && debtor[name].replace(/\D/g, '').length < 6) reader.refuse(name, say.badPhone);
  }
  if (debtor.iban !== '' && !isIban(debtor.iban)) reader.refuse('iban', say.badIban);
  const isDutch = debtor.countryCode === '' || debtor.countryCode === 'NL';
  if (isDutch && debtor.cocNumber !== '' && !/^\d{8}$/.test(debtor.cocNumber)) reader.refuse('cocNumber', say.badCoc);
  if (debtor.vatNumber.startsWith('NL') && !DUTCH_VAT_NUMBER.test(debtor.vatNumber)) {
    reader.refuse('vatNumber', say.badVatNumber);
  }
}

/** ISO 13616: the number with its first four characters last, letters as 10..35, leaves 1 after division by 97. */
function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, '').toUpperCase();
  if (!IBAN.test(iban)) return false;
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
