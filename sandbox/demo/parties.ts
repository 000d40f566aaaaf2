// Everyone the demo company works for, before they take the form of a debtor in Asperion or a relation in OutSmart.
// The named parties come as written in named-parties.ts; the others are put together from words.

import { dutchIban, dutchVatNumber, tradeRegisterNumber } from './company-numbers.ts';
import { namedParties } from './named-parties.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { associationNames, institutions, legalForms, trades } from './words/businesses.ts';
import { departments, initials, salutations, surnames } from './words/people.ts';
import { dutchPlaces, type ForeignPlace, foreignPlaces } from './words/places.ts';
import { houseNumberSuffixes, streets, trickyStreets } from './words/streets.ts';

type PartyKind = 'company' | 'association' | 'private';

export type Party = {
  /** The debtor number, alike in Asperion and OutSmart. */
  number: string;
  name: string;
  kind: PartyKind;
  street: string;
  houseNumber: string;
  extraAddress: string | null;
  zip: string;
  city: string;
  country: string;
  contact: string;
  phone: string;
  mobile: string;
  email: string;
  cocNumber: string;
  vatNumber: string;
  iban: string;
  isBlocked: boolean;
};

const GENERATED_COUNT = 320;
const FIRST_NUMBER = 10_004;

/** All debtors of the demo administration, by ascending number; numbers are unique, names need not be. */
export function demoParties(): Party[] {
  const random = seededRandom('parties');
  const taken = new Set(namedParties.map((party) => party.number));
  const generated: Party[] = [];
  for (let number = FIRST_NUMBER; generated.length < GENERATED_COUNT; number += random.chance(35) ? 2 : 1) {
    if (!taken.has(String(number))) generated.push(generatedParty(String(number), random));
  }
  return [...namedParties, ...generated].sort((left, right) => (left.number < right.number ? -1 : 1));
}

function generatedParty(number: string, random: SeededRandom): Party {
  const roll = random.whole(1, 100);
  const party =
    roll <= 38 ? privatePerson(number, random) : roll <= 52 ? association(number, random) : company(number, random);
  const abroad = roll > 93 ? random.pick(foreignPlaces) : undefined;
  const placed = abroad ? movedTo(abroad, party, random) : party;
  // Old records that nobody ever completed: without postcode, or without postcode and town.
  if (random.chance(3)) return { ...placed, zip: '', city: random.chance(50) ? '' : placed.city };
  return { ...placed, isBlocked: random.chance(2) };
}

/** The party at a foreign address; Dutch registration and bank numbers make no sense there. */
function movedTo(abroad: ForeignPlace, party: Party, random: SeededRandom): Party {
  const { city, zip, country, phonePrefix } = abroad;
  const phone = `${phonePrefix}${random.digits(7)}`;
  return { ...party, city, zip, country, phone, cocNumber: '', vatNumber: '', iban: '' };
}

function privatePerson(number: string, random: SeededRandom): Party {
  const surname = random.pick(surnames);
  const person = `${random.pick(salutations)} ${random.pick(initials)} ${surname}`;
  return {
    ...atDutchAddress(number, random),
    name: random.chance(55) ? `Fam. ${surname}` : person,
    kind: 'private',
    email: random.chance(80) ? `${slug(surname)}${number}@thuis.example` : '',
  };
}

function association(number: string, random: SeededRandom): Party {
  const house = random.whole(1, 90);
  const name = `VvE ${random.pick(associationNames)}${random.chance(50) ? ` ${house}–${house + 2 * random.whole(3, 40)}` : ''}`;
  return {
    ...atDutchAddress(number, random),
    name,
    kind: 'association',
    contact: random.chance(60) ? 'Beheerder' : `Dhr. ${random.pick(surnames)}`,
    email: `vve${number}@beheer.example`,
    cocNumber: tradeRegisterNumber(random),
    iban: dutchIban(random),
  };
}

function company(number: string, random: SeededRandom): Party {
  const name = random.chance(15)
    ? random.pick(institutions)
    : `${random.pick(trades)} ${random.pick(surnames)}${random.pick(legalForms)}`;
  return {
    ...atDutchAddress(number, random),
    name,
    kind: 'company',
    extraAddress: random.chance(10) ? 'Unit 3, achterzijde' : null,
    contact: random.chance(50) ? random.pick(departments) : `${random.pick(salutations)} ${random.pick(surnames)}`,
    email: random.chance(85) ? `facturen@${slug(name)}.example` : '',
    cocNumber: tradeRegisterNumber(random),
    vatNumber: random.chance(80) ? dutchVatNumber(random) : '',
    iban: random.chance(70) ? dutchIban(random) : '',
  };
}

function atDutchAddress(number: string, random: SeededRandom): Party {
  const place = random.pick(dutchPlaces);
  const letters = `${random.pick([...'ABCDEGHJKLMNPRSTVWXZ'])}${random.pick([...'ABCEGHJKLMNPRTVWXZ'])}`;
  const line = random.digits(10 - place.areaCode.length);
  return {
    number,
    name: '',
    kind: 'company',
    street: random.chance(6) ? random.pick(trickyStreets) : random.pick(streets),
    houseNumber: `${random.whole(1, 240)}${random.pick(houseNumberSuffixes)}`,
    extraAddress: null,
    zip: `${random.whole(place.zipFrom, place.zipTo)}${random.chance(70) ? ' ' : ''}${letters}`,
    city: place.city,
    country: 'NL',
    contact: '',
    phone: random.chance(50) ? `${place.areaCode}-${line}` : `${place.areaCode}${line}`,
    mobile: random.chance(40) ? `06 ${random.digits(8)}` : '',
    email: '',
    cocNumber: '',
    vatNumber: '',
    iban: '',
    isBlocked: false,
  };
}

/** The name as a part of an e-mail address: plain lower-case letters and digits, joined by hyphens. */
function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
