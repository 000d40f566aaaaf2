// Work orders that qualify and cannot go yet, one or more for every reason. With nothing created in Asperion they wait
// until the office mends the cause. The reason for a missing VAT code has none here: it would hold up every order.

import { orderWith, partyNamed } from './named-order.ts';
import { passerBy, unknownParties } from './named-parties.ts';
import { typedIn, used, worked } from './order-lines.ts';
import type { Expected, OrderSpec, WaitReason } from './order-spec.ts';

const waits = (...reasons: WaitReason[]): Expected => ({ outcome: 'waits', reasons });

/** Orders that wait, by reason; the last one waits for four at once. */
export function waitingOrders(): OrderSpec[] {
  return [...byRelation(), ...byMaterial(), ...byHours(), ...byValue(), severalReasons()];
}

function byRelation(): OrderSpec[] {
  return [
    orderWith({
      kind: 'unknown-relation',
      workdaysAgo: 1,
      short: 'Ketel 2 gereviseerd',
      party: unknownParties.hotel,
      materials: [used('2210', '1')],
      periods: [worked('001', '08:00', 210)],
      expected: waits('relatie-onbekend'),
    }),
    orderWith({
      kind: 'unknown-invoice-relation',
      workdaysAgo: 3,
      short: 'Personeelsverblijf hotel: thermostaat',
      invoiceParty: unknownParties.hotel,
      materials: [used('3410', '1')],
      periods: [worked('001', '13:00', 45)],
      expected: waits('relatie-onbekend'),
    }),
    orderWith({
      kind: 'no-debtor-number',
      workdaysAgo: 4,
      short: 'Losse klant, kraan lekt',
      party: passerBy,
      invoiceParty: null,
      materials: [used('6020', '1')],
      periods: [worked('001', '16:00', 30)],
      expected: waits('relatie-onbekend'),
    }),
    orderWith({
      kind: 'blocked-debtor',
      workdaysAgo: 5,
      typeOfWork: 'Reparatie',
      short: 'Luchtverwarmer werkplaats',
      party: partyNamed('blockedGarage'),
      materials: [used('4430', '2')],
      periods: [worked('001', '08:30', 180)],
      expected: waits('relatie-geblokkeerd'),
    }),
  ];
}

function byMaterial(): OrderSpec[] {
  return [
    orderWith({
      kind: 'unknown-material',
      workdaysAgo: 1,
      typeOfWork: 'Storing',
      short: 'Lekkage verholpen, vulkraan vernieuwd',
      wire: { Reference: 'PO-77120' },
      materials: [used('4502', '1'), used('4711', '2'), used('2210', '0')],
      periods: [worked('REIS', '07:50', 40), worked('001', '08:30', 165, { remark: 'Lekkage verholpen' })],
      expected: waits('materiaal-onbekend'),
    }),
    orderWith({
      kind: 'unknown-material',
      workdaysAgo: 2,
      short: 'Vulset vernieuwd',
      party: partyNamed('nursery'),
      materials: [used('4711', '1')],
      periods: [worked('001', '14:00', 60)],
      expected: waits('materiaal-onbekend'),
    }),
    orderWith({
      kind: 'unknown-material',
      workdaysAgo: 4,
      short: 'Vulkraan en manometer vervangen',
      party: partyNamed('school'),
      materials: [used('4711', '1'), used('4410', '1')],
      periods: [worked('001', '10:00', 75)],
      expected: waits('materiaal-onbekend'),
    }),
    orderWith({
      kind: 'inactive-article',
      workdaysAgo: 6,
      short: 'Hoekstopkraan vervangen',
      party: partyNamed('family'),
      materials: [used('3990', '1')],
      periods: [worked('001', '09:00', 30)],
      expected: waits('materiaal-onbekend'),
    }),
    orderWith({
      kind: 'line-without-code',
      workdaysAgo: 2,
      party: partyNamed('physiotherapist'),
      materials: [used('KT-15', '2'), typedIn('Klein materiaal', '1', '7.95')],
      periods: [worked('001', '11:00', 60)],
      expected: waits('regel-zonder-artikelcode'),
    }),
  ];
}

function byHours(): OrderSpec[] {
  return [
    orderWith({
      kind: 'unknown-hour-type',
      workdaysAgo: 2,
      typeOfWork: 'Storing',
      short: 'Avondstoring warm water',
      party: partyNamed('dentist'),
      periods: [worked('AVOND', '19:00', 90)],
      expected: waits('uursoort-onbekend'),
    }),
    orderWith({
      kind: 'unknown-hour-type',
      workdaysAgo: 7,
      typeOfWork: 'Project',
      short: 'Avondwerk winkelcentrum',
      party: partyNamed('propertyManager'),
      materials: [used('7030', '6')],
      periods: [worked('001', '16:00', 120), worked('AVOND', '18:00', 180)],
      expected: waits('uursoort-onbekend'),
    }),
    orderWith({
      kind: 'inactive-hour-type',
      workdaysAgo: 8,
      short: 'Nachtelijke afsluiting hoofdkraan',
      party: partyNamed('association'),
      periods: [worked('NACHT', '23:00', 150)],
      expected: waits('uursoort-onbekend'),
    }),
    orderWith({
      kind: 'hours-without-hour-type',
      workdaysAgo: 3,
      party: partyNamed('family'),
      materials: [used('3210', '1')],
      periods: [worked('', '08:30', 90)],
      expected: waits('uren-zonder-uursoort'),
    }),
  ];
}

function byValue(): OrderSpec[] {
  return [
    orderWith({
      kind: 'nothing-on-it',
      workdaysAgo: 5,
      short: 'Klant niet thuis',
      expected: waits('geen-regels'),
    }),
    orderWith({
      kind: 'only-zeros',
      workdaysAgo: 9,
      short: 'Meegenomen, niets gebruikt',
      party: partyNamed('nursery'),
      materials: [used('4502', '0')],
      periods: [worked('001', '08:00', 0)],
      expected: waits('geen-regels'),
    }),
    orderWith({
      kind: 'unreadable-quantity',
      workdaysAgo: 1,
      party: partyNamed('school'),
      materials: [used('4502', '2 st'), used('4410', '1')],
      periods: [worked('001', '08:00', 60)],
      expected: waits('waarde-onleesbaar'),
    }),
    orderWith({
      kind: 'unreadable-time-and-price',
      workdaysAgo: 10,
      party: partyNamed('association'),
      materials: [used('8120', '1', { price: 'op aanvraag' })],
      periods: [worked('001', '08:00', 510, { wire: { TotalTime: '8u30' } })],
      expected: waits('waarde-onleesbaar'),
    }),
  ];
}

function severalReasons(): OrderSpec {
  return orderWith({
    kind: 'several-reasons',
    workdaysAgo: 6,
    typeOfWork: 'Regie',
    short: 'Keuken hotel, alles nieuw',
    party: unknownParties.hotel,
    materials: [used('4711', '1'), typedIn('Diversen volgens bon', '1', '25.00')],
    periods: [worked('AVOND', '18:30', 150)],
    expected: waits('relatie-onbekend', 'materiaal-onbekend', 'regel-zonder-artikelcode', 'uursoort-onbekend'),
  });
}
