// The start of a work order that is written down by hand: an ordinary service call at the bakery, of which the
// lists by kind change what they are about. Keeps those lists to what each order shows.

import { namedParties, partyNumber } from './named-parties.ts';
import type { Expected, OrderSpec } from './order-spec.ts';
import type { Party } from './parties.ts';

type Differing = Partial<OrderSpec> & Pick<OrderSpec, 'kind' | 'workdaysAgo' | 'expected'>;

/** A completed service call for the bakery with work status 1, without lines, unless `differing` says otherwise. */
export function orderWith(differing: Differing): OrderSpec {
  const party = differing.party ?? partyNamed('bakery');
  return {
    party,
    invoiceParty: party,
    employeeNr: '11',
    typeOfWork: 'Service',
    short: 'Servicebezoek',
    description: 'Werkzaamheden uitgevoerd en opgeleverd.',
    materials: [],
    periods: [],
    wire: {},
    ...differing,
  };
}

/** The debtor that goes by `name` in the list of named parties. */
export function partyNamed(name: keyof typeof partyNumber): Party {
  return partyNumbered(partyNumber[name]);
}

/** The named party with debtor number `number`. */
export function partyNumbered(number: string): Party {
  const party = namedParties.find((candidate) => candidate.number === number);
  if (!party) throw new Error(`No named party has debtor number ${number}.`);
  return party;
}

/** A draft for `debtor` with `invoiceLines` lines that carry a quantity and `totalExcl` euros in all, exactly. */
export function ready(
  debtor: string,
  invoiceLines: number,
  totalExcl: string,
  reference: string | null = null,
): Expected {
  return { outcome: 'ready', debtor, reference, invoiceLines, totalExcl };
}
