// The settings under which the demo's expectations hold: what the office of the demo company would have chosen.
// Names are those of the worked invoice examples. A setting that is left out of those is off.

/** The demo's settings for administration 101. Hours are rounded up to 15 minutes; nothing is created in Asperion. */
export const demoSettings = {
  administrationId: 101,
  importDebtors: true,
  importArticles: true,
  hourTypesOn: true,
  hourSalesTypeId: '20',
  exportOn: true,
  workStatusCode: '1',
  vatCode: '1',
  createRelations: false,
  createMaterials: false,
  salesTypeId: null,
  roundMinutes: 15,
  defaultHourType: null,
  fixedText: 'Werkzaamheden uitgevoerd volgens onze voorwaarden.',
  referenceField: 'Reference',
  extraLines: [{ prefix: 'Werkbon:', fields: ['OrderNr', 'TypeOfWork'] }],
} as const;
