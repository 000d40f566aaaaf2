/**
 * Settings under the names the page gives them, with their key for `settings set`.
 */
import type { Settings } from '../../model/settings.ts';
import { table } from './table.ts';

const LABELS: Readonly<Record<keyof Settings, string>> = {
  administrationId: 'Administratie',
  importDebtors: 'Import debiteuren',
  importArticles: 'Import artikelen',
  hourTypesOn: 'Import uursoorten',
  hourSalesTypeId: 'Verkoopsoort van de uursoorten',
  exportOn: 'Conceptfactuur aanmaken voor complete werkbonnen',
  workStatusCode: 'Werkbonstatus',
  vatCode: 'Standaard btw-percentage',
  createRelations: 'Nieuwe relaties aanmaken',
  debtorKindId: 'Standaard debiteursoort',
  paymentConditionId: 'Standaard betalingsconditie',
  createMaterials: 'Nieuwe materialen aanmaken',
  salesTypeId: 'Standaard verkoopsoort',
  defaultHourType: 'Standaard uursoort',
  roundMinutes: 'Uren afronden',
  fixedText: 'Tekstregel op order',
  referenceField: 'Referentie veld',
  extraLines: 'Extra orderregels',
};

const COLUMNS = [{ title: 'Instelling' }, { title: 'Sleutel' }, { title: 'Waarde', isFlexible: true }] as const;

export function settingsText(settings: Settings, terminalColumns: number | null): string {
  const keys = Object.keys(LABELS) as (keyof Settings)[];
  const rows = keys.map((key) => [LABELS[key], key, valueText(key, settings)]);
  return table(COLUMNS, rows, terminalColumns);
}

function valueText(key: keyof Settings, settings: Settings): string {
  if (key === 'roundMinutes' && settings.roundMinutes !== null) return `${settings.roundMinutes} minuten`;
  if (key === 'extraLines')
    return settings.extraLines.map(({ prefix, fields }) => `${prefix} ${fields.join(' + ')}`.trim()).join('; ') || '–';
  const value = settings[key];
  if (typeof value === 'boolean') return value ? 'aan' : 'uit';
  return value === null || value === '' ? '–' : String(value);
}
