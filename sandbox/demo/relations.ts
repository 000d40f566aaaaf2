// The relations in OutSmart before the first import: everyone a work order names, a third of the other debtors, and a
// few that Asperion does not know. Some are out of date, so that the first import has something to change.

import type { OutSmartRelation } from './outsmart-shapes.ts';
import type { Party } from './parties.ts';
import { seededRandom } from './seeded-random.ts';

/** Relations for the `known` parties that were `seen` (numbers in lower case) or by chance, and for all `unknown` ones. */
export function relationsOf(
  known: readonly Party[],
  unknown: readonly Party[],
  seen: ReadonlySet<string>,
): OutSmartRelation[] {
  const random = seededRandom('relations');
  const kept = known.filter(
    (party) => (random.chance(33) || seen.has(party.number.toLowerCase())) && hasRequiredAddress(party),
  );
  return [...kept, ...unknown].map((party) => relationOf(party, random.chance(20)));
}

/** OutSmart refuses a relation without street, postcode or town. */
function hasRequiredAddress(party: Party): boolean {
  return party.street !== '' && party.zip !== '' && party.city !== '';
}

function relationOf(party: Party, isOutOfDate: boolean): OutSmartRelation {
  return {
    debtor_number: party.number,
    name: party.name,
    contact: party.contact,
    phone_number: isOutOfDate ? '0335550199' : party.phone,
    mobile: party.mobile,
    email: party.email,
    email_workorder: party.email,
    street: party.street,
    house_number: party.houseNumber,
    postal_code: isOutOfDate ? '3800 AA' : party.zip,
    city: party.city,
    country: party.country,
    remark: '',
    latitude: null,
    longitude: null,
    external_id: '',
    debtor_number_invoice: '',
    kvk_number: isOutOfDate ? '' : party.cocNumber,
    vat_number: isOutOfDate ? '' : party.vatNumber,
    debtor_type: 'Klant',
    language: 'nl',
    active: '1',
  };
}
