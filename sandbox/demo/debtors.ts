// Parties in the form in which Asperion sends its debtors: one line for street and number, some members null.

import type { AsperionDebtor } from './asperion-shapes.ts';
import { addDays } from './calendar.ts';
import type { Party } from './parties.ts';
import { seededRandom } from './seeded-random.ts';

const FIRST_ID = 30_001;
const DEBTOR_AGE_MAX_DAYS = 4000;

/** One debtor per party, in the same order. Dates lie before `today`, written YYYY-MM-DD. */
export function debtorsOf(parties: readonly Party[], today: string): AsperionDebtor[] {
  return parties.map((party, index) => {
    const random = seededRandom(`debtor ${party.number}`);
    const ageDays = random.whole(10, DEBTOR_AGE_MAX_DAYS);
    const paysByDebit = party.iban !== '' && random.chance(10);
    return {
      id: FIRST_ID + index * 3,
      customerNumber: party.number,
      name: party.name,
      address: `${party.street} ${party.houseNumber}`.trim(),
      addressLine2: party.extraAddress,
      addressLine3: null,
      postCode: party.zip,
      city: party.city,
      countryCode: party.country,
      attentionTo: party.contact,
      phoneNumber: party.phone,
      mobileNumber: party.mobile,
      faxNumber: '',
      emailAddress: party.email,
      cocNumber: party.cocNumber,
      vatNumber: party.vatNumber,
      iban: party.iban,
      bic: party.iban === '' ? '' : 'TESTNL2A',
      bban: '',
      directDebit: paysByDebit,
      debtorKindId: debtorKindOf(party),
      paymentConditionId: paysByDebit ? 5 : random.pick([2, 2, 2, 3]),
      paymentMethodId: paysByDebit ? '2' : '1',
      comments: random.chance(5) ? 'Factuur alleen per e-mail.' : null,
      characteristic4: null,
      characteristic5: random.chance(3) ? 'Regio oost' : null,
      dateAdded: addDays(today, -ageDays),
      dateLastChange: random.chance(40) ? addDays(today, -random.whole(1, ageDays)) : null,
      blocked: party.isBlocked,
      noReminder: random.chance(4),
    };
  });
}

function debtorKindOf(party: Party): string {
  if (party.country === 'NL') return party.kind === 'private' ? '2' : '1';
  return party.country === 'GB' ? '4' : '3';
}
