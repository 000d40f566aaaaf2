// Small companies for stories that need few records: what they have in OutSmart and in Asperion, and their settings.
// Debtor 10042 and articles KT-15 and 001 exist in both administrations with other ids, prices and VAT codes, so that
// whoever mixes the two is found out.

import type { AsperionSeed } from '#sandbox/asperion/seed.ts';

export const ADMINISTRATION = 101;
export const OTHER_ADMINISTRATION = 102;
/** Who signs in at Asperion; may see both administrations, and would get the other one by default. */
export const asperionUser = { userName: 'kantoor', password: 'geheim-van-kantoor' } as const;

/** Both administrations and the user. */
export const asperionSeed: AsperionSeed = {
  administrations: [
    {
      id: ADMINISTRATION,
      name: 'Installatiebedrijf Waterkant',
      debtors: [
        {
          id: 501,
          customerNumber: '10042',
          name: 'Bakkerij Blom',
          address: 'Dorpsstraat 1',
          postCode: '3811 AA',
          city: 'Amersfoort',
          countryCode: 'NL',
        },
        {
          id: 502,
          customerNumber: '10015',
          name: 'Vastgoed Meerzicht B.V.',
          address: 'Kade 12',
          postCode: '3811 AB',
          city: 'Amersfoort',
          countryCode: 'NL',
        },
      ],
      articles: [
        { id: 701, code: 'KT-15', description: 'Knelkoppeling 15 mm', unit: 'st', salesPrice: 12.5, salesTypeId: '10' },
        { id: 702, code: '001', description: 'Monteur', unit: 'uur', salesPrice: 62.5, salesTypeId: '20' },
      ],
      salesTypes: [
        { id: '10', description: 'Materiaal', vatCode: '1' },
        { id: '20', description: 'Uren', vatCode: '1' },
      ],
    },
    {
      id: OTHER_ADMINISTRATION,
      name: 'Waterkant Verhuur',
      debtors: [
        {
          id: 601,
          customerNumber: '10042',
          name: 'Bakkerij Blom (verhuur)',
          address: 'Dorpsstraat 1',
          postCode: '3811 AA',
          city: 'Amersfoort',
          countryCode: 'NL',
        },
      ],
      articles: [
        { id: 801, code: 'KT-15', description: 'Huur koppelstuk', unit: 'dag', salesPrice: 3, salesTypeId: '10' },
        { id: 802, code: '001', description: 'Bezorger', unit: 'uur', salesPrice: 40, salesTypeId: '20' },
      ],
      salesTypes: [
        { id: '10', description: 'Verhuur', vatCode: '2' },
        { id: '20', description: 'Bezorging', vatCode: '2' },
      ],
    },
  ],
  users: [
    {
      ...asperionUser,
      profileName: 'Kantoor',
      administrations: [ADMINISTRATION, OTHER_ADMINISTRATION],
      defaultAdministration: OTHER_ADMINISTRATION,
    },
  ],
};

/** Settings with everything on that a small company needs; keys as `settings set` takes them. */
export const companySettings = {
  administrationId: ADMINISTRATION,
  importDebtors: true,
  importArticles: true,
  hourTypesOn: true,
  hourSalesTypeId: '20',
  exportOn: true,
  vatCode: '1',
  referenceField: 'Reference',
} as const;

/** A complete work order with work status 1: four couplings and two hours and ten minutes. `fields` are OutSmart's own. */
export function workOrder(number: string, fields: Readonly<Record<string, unknown>> = {}) {
  return {
    OrderNr: number,
    status: 'Compleet',
    WorkStatus: '1',
    Archived: '0',
    CustomerName: 'Bakkerij Blom',
    CustomerDebtorNr: '10042',
    CustomerDebtorNrInvoice: '10042',
    Materials: [
      {
        MaterialCode: 'KT-15',
        MaterialName: 'Knelkoppeling 15 mm',
        MaterialNr: '4.00',
        MaterialUnit: 'st',
        MaterialPrice: '12.50',
      },
    ],
    Workperiods: [
      { TotalTime: '02:10', HourType: '001', WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', Break: '0' },
    ],
    ...fields,
  };
}

/** `count` work orders, numbered from `first`. */
export function workOrders(count: number, first = 1) {
  return Array.from({ length: count }, (_, index) => workOrder(`W25-${String(first + index).padStart(4, '0')}`));
}
