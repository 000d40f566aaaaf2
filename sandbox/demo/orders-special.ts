// Work orders that show one rule each and still become a draft: spellings, odd numbers, odd times, odd texts.
// Lines and totals of the drafts were worked out by hand, with hours rounded up to 15 minutes.

import { orderWith, partyNamed, partyNumbered, ready } from './named-order.ts';
import { draftOf, used, worked } from './order-lines.ts';
import type { OrderSpec } from './order-spec.ts';
import { stock } from './words/stock.ts';

/** Orders that end up as a draft although something about them is unusual; every kind occurs once. */
export function specialOrders(): OrderSpec[] {
  return [...spellings(), ...numbers(), ...times(), ...texts(), ...parties(), manyLines()];
}

function spellings(): OrderSpec[] {
  return [
    orderWith({
      kind: 'debtor-number-spelling',
      workdaysAgo: 3,
      party: partyNamed('mixedCase'),
      invoiceParty: null,
      wire: { CustomerDebtorNr: ' k100A ' },
      materials: [used('6010', '1')],
      periods: [worked('001', '09:00', 75)],
      expected: ready('K100a', 2, '196.125'),
    }),
    orderWith({
      kind: 'article-code-spelling',
      workdaysAgo: 2,
      materials: [used('KT-15', '2.00', { code: ' kt-15', name: '' })],
      periods: [worked('reis', '07:30', 30), worked('001', '08:00', 45)],
      expected: ready('10482', 3, '94.375'),
    }),
    orderWith({
      kind: 'hour-type-of-other-sales-type',
      workdaysAgo: 6,
      typeOfWork: 'Storing',
      short: 'Storingsdienst in het weekend',
      party: partyNamed('dentist'),
      materials: [used('VOOR', '1')],
      periods: [worked('STORING', '19:10', 75)],
      expected: ready('10301', 2, '144.75'),
    }),
  ];
}

function numbers(): OrderSpec[] {
  return [
    orderWith({
      kind: 'quantity-zero',
      workdaysAgo: 1,
      short: 'Expansievat vervangen',
      materials: [
        used('4502', '1'),
        used('4502', '0.00', { code: 'BESTAAT-NIET', name: 'Niet gebruikt', price: '40.00' }),
        used('2210', ''),
      ],
      periods: [worked('001', '10:00', 60)],
      expected: ready('10482', 2, '127.4'),
    }),
    orderWith({
      kind: 'negative-quantity',
      workdaysAgo: 4,
      party: partyNamed('family'),
      short: 'Radiatorkranen vervangen, één retour',
      materials: [used('3120', '3'), used('3120', '-1,00', { name: 'Retour thermostaatkraan haaks ½″' })],
      periods: [worked('001', '13:00', 50)],
      expected: ready('10266', 3, '118.3'),
    }),
    orderWith({
      kind: 'only-returns',
      workdaysAgo: 5,
      typeOfWork: 'Levering',
      short: 'Boiler teruggenomen',
      party: partyNamed('nursery'),
      materials: [used('5120', '-1')],
      expected: ready('10211', 1, '-149.5'),
    }),
    orderWith({
      kind: 'comma-and-dot',
      workdaysAgo: 7,
      typeOfWork: 'Levering',
      party: partyNamed('nursery'),
      materials: [
        used('BUIS-22', '2,5', { price: '9,732' }),
        used('9010', '0.75', { price: '12.3456' }),
        used('KT-22', '4.00', { price: '15,20' }),
      ],
      expected: ready('10211', 3, '94.3892'),
    }),
    orderWith({
      kind: 'thousands',
      workdaysAgo: 8,
      typeOfWork: 'Installatie',
      short: 'Cv-ketel geplaatst',
      party: partyNamed('school'),
      materials: [used('5010', '1', { price: '1.495,00' }), used('BUIS-15', '1.495')],
      periods: [worked('002', '08:00', 240)],
      expected: ready('10333', 3, '1794.590425'),
    }),
    orderWith({
      kind: 'empty-price',
      workdaysAgo: 9,
      typeOfWork: 'Garantie',
      short: 'Manometer onder garantie vervangen',
      materials: [used('4410', '1', { price: '' }), used('2210', '1', { price: '0,00' })],
      periods: [worked('001', '11:00', 30)],
      expected: ready('10482', 3, '31.25'),
    }),
  ];
}

function times(): OrderSpec[] {
  return [
    orderWith({
      kind: 'past-midnight',
      workdaysAgo: 2,
      typeOfWork: 'Storing',
      short: 'Nachtelijke storing verholpen',
      party: partyNamed('physiotherapist'),
      materials: [used('4415', '1')],
      periods: [
        worked('SPOED', '22:30', 195, { breakMinutes: 30, wire: { TotalTime: '' } }),
        // The break is longer than the span: no minutes, so the missing hour type makes nobody wait.
        worked('', '02:15', 0, { wire: { EndTime: '02:25', Break: '15', TotalTime: '' } }),
      ],
      expected: ready('10127', 2, '359.625'),
    }),
    orderWith({
      kind: 'over-24-hours',
      workdaysAgo: 10,
      typeOfWork: 'Project',
      short: 'Kantoorpand, drie dagen op één regel',
      party: partyNamed('propertyManager'),
      materials: [used('HUUR-HW', '3')],
      periods: [worked('001', '08:00', 165, { wire: { TotalTime: '26:45' } })],
      expected: ready('10402', 2, '2106.875'),
    }),
    orderWith({
      kind: 'zero-time',
      workdaysAgo: 1,
      materials: [used('4430', '1')],
      periods: [worked('', '08:00', 0), worked('001', '08:00', 10)],
      expected: ready('10482', 2, '27.225'),
    }),
  ];
}

function texts(): OrderSpec[] {
  return [
    orderWith({
      kind: 'markup',
      workdaysAgo: 3,
      typeOfWork: 'Storing',
      short: '<img src=x onerror=alert(1)> lekkage onder de bar',
      description: 'Kraan <b>dichtgedraaid</b> & vervangen; klant zei: "top!"',
      party: partyNamed('markup'),
      materials: [used('6020', '1', { name: '<b>Hoekstopkraan</b> & "slang" ½″' })],
      periods: [worked('001', '15:00', 60, { remark: '<script>alert(1)</script>' })],
      expected: ready('10410', 2, '70.75'),
    }),
    orderWith({
      kind: 'emoji',
      workdaysAgo: 4,
      short: 'Rookmelders 🔥 vervangen',
      party: partyNamed('emoji'),
      materials: [used('7050', '2', { name: 'Rookmelder 🚨 10 jaar' })],
      periods: [worked('001', '09:30', 30, { remark: 'Klant blij 😀👍🏽 – façade naïef, Ünlü, Łódź' })],
      expected: ready('10415', 2, '81.15'),
    }),
    orderWith({
      kind: 'description-64-kb',
      workdaysAgo: 11,
      typeOfWork: 'Onderhoud',
      description: longDescription(),
      party: partyNamed('school'),
      materials: [used('2215', '1')],
      periods: [worked('001', '08:00', 120)],
      expected: ready('10333', 2, '137.85'),
    }),
    orderWith({
      kind: 'free-fields',
      workdaysAgo: 5,
      typeOfWork: 'Onderhoud',
      party: partyNamed('association'),
      wire: {
        Reference: '  PO-88213 ',
        ExternalReference: 'EXT-0007',
        ProjectNr: 'P-014',
        FreeFields: { val_value_1: 'KET-0042-B', val_value_2: 'V-123-XY', val_value_3: '1', val_value_4: null },
      },
      materials: [used('8110', '1')],
      periods: [worked('001', '13:30', 45)],
      expected: ready('10398', 2, '81.375', 'PO-88213'),
    }),
    orderWith({
      kind: 'line-breaks',
      workdaysAgo: 12,
      typeOfWork: 'Reparatie',
      party: partyNumbered('10411'),
      wire: { Reference: 'Opdracht 17\n2e verdieping' },
      materials: [used('9010', '2', { name: 'Siliconenkit\r\nwit' })],
      periods: [worked('001', '08:15', 105, { remark: 'Kitvoegen\nvernieuwd' })],
      expected: ready('10411', 2, '125.575', 'Opdracht 17 2e verdieping'),
    }),
    orderWith({
      kind: 'internal-description',
      workdaysAgo: 6,
      wire: { InternalWorkDescription: 'GEHEIM: betaalt altijd te laat, sleutel ligt onder de mat.' },
      materials: [used('3410', '1')],
      periods: [worked('001', '10:45', 60)],
      expected: ready('10482', 2, '227'),
    }),
  ];
}

function parties(): OrderSpec[] {
  return [
    orderWith({
      kind: 'other-invoice-debtor',
      workdaysAgo: 1,
      typeOfWork: 'Onderhoud',
      short: 'Onderhoud ketels trappenhuis',
      party: partyNamed('association'),
      invoiceParty: partyNamed('propertyManager'),
      materials: [used('2210', '2')],
      periods: [worked('REIS', '07:35', 25), worked('001', '08:00', 90)],
      expected: ready('10402', 3, '179.05'),
    }),
    orderWith({
      kind: 'abroad',
      workdaysAgo: 14,
      typeOfWork: 'Installatie',
      short: 'Close-in boiler geplaatst',
      party: partyNamed('abroad'),
      materials: [used('5120', '1')],
      periods: [worked('REIS', '06:30', 150), worked('002', '09:00', 180)],
      expected: ready('10420', 3, '479.5'),
    }),
  ];
}

/** One of every active stock article that is no hour type: an invoice that runs over the page. */
function manyLines(): OrderSpec {
  const goods = stock.filter((article) => article.isActive !== false && article.unit !== 'uur');
  const materials = goods.map((article, index) => used(article.code, String(1 + (index % 4))));
  const periods = [
    worked('001', '08:00', 480, { breakMinutes: 30 }),
    worked('002', '08:00', 472, { breakMinutes: 30 }),
  ];
  return orderWith({
    kind: 'many-lines',
    workdaysAgo: 15,
    typeOfWork: 'Project',
    short: 'Verbouwing kantoor, eerste termijn',
    party: partyNamed('housingFund'),
    materials,
    periods,
    expected: { outcome: 'ready', debtor: '10355', reference: null, ...draftOf(materials, periods) },
  });
}

/** Exactly the 65,535 bytes that a text field of OutSmart holds, with a line break after each sentence. */
function longDescription(): string {
  const sentence = 'Ketel gecontroleerd, brander gereinigd, druk op 1,8 bar gebracht en CO gemeten: in orde.\n';
  return sentence.repeat(Math.ceil(65_535 / sentence.length)).slice(0, 65_535);
}
