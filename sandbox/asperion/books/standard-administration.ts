// What an administration holds when a seed does not say: the VAT codes that the notes on the API propose, and enough
// master data to sell something. All ids are our own choice. Must not know how it is stored.
import type { CostCenter, Described, Journal, LedgerAccount, PaymentCondition, SalesType, VatCode } from './records.ts';

function vatCode(id: string, description: string, percentage: number, salesCode: boolean): VatCode {
  const isDefault = false;
  return { id, description, salesCode, percentage, isDefault, validFrom: null, validUntil: null, countryCode: 'NL' };
}

/** None is the default of the administration, so that a client has to let its user choose. */
export const STANDARD_VAT_CODES: readonly VatCode[] = [
  vatCode('1', 'Verkoop hoog 21%', 21, true),
  vatCode('2', 'Verkoop laag 9%', 9, true),
  vatCode('3', 'Verkoop 0%', 0, true),
  vatCode('4', 'Verkoop btw verlegd', 0, true),
  vatCode('5', 'Verkoop vrijgesteld', 0, true),
  vatCode('6', 'Intracommunautaire levering', 0, true),
  vatCode('11', 'Inkoop hoog 21%', 21, false),
  vatCode('12', 'Inkoop laag 9%', 9, false),
  vatCode('13', 'Inkoop 0%', 0, false),
];

function salesType(id: string, description: string, ledgerAccountId: number, code: string): SalesType {
  return { id, description, ledgerAccountId, vatCode: code, disabled: false };
}

export const STANDARD_SALES_TYPES: readonly SalesType[] = [
  salesType('1', 'Arbeid 21%', 8000, '1'),
  salesType('2', 'Materiaal 21%', 8010, '1'),
  salesType('3', 'Materiaal 9%', 8020, '2'),
  salesType('4', 'Btw verlegd', 8030, '4'),
];

export const STANDARD_DEBTOR_KINDS: readonly Described[] = [
  { id: '1', description: 'Binnenland' },
  { id: '2', description: 'Binnen de EU' },
  { id: '3', description: 'Buiten de EU' },
];

export const STANDARD_PAYMENT_CONDITIONS: readonly PaymentCondition[] = [
  { id: 1, description: '14 dagen' },
  { id: 2, description: '30 dagen' },
  { id: 3, description: 'Automatische incasso' },
];

export const STANDARD_PAYMENT_METHODS: readonly Described[] = [
  { id: 'BANK', description: 'Bank' },
  { id: 'PIN', description: 'Pin' },
];

function ledgerAccount(id: number, description: string, code: string | null): LedgerAccount {
  return { id, type: 2, description, vatCode: code, disabled: false, rcsfi: null };
}

export const STANDARD_LEDGER_ACCOUNTS: readonly LedgerAccount[] = [
  { ...ledgerAccount(1300, 'Debiteuren', null), type: 1 },
  ledgerAccount(8000, 'Omzet arbeid hoog', '1'),
  ledgerAccount(8010, 'Omzet materiaal hoog', '1'),
  ledgerAccount(8020, 'Omzet materiaal laag', '2'),
  ledgerAccount(8030, 'Omzet btw verlegd', '4'),
];

export const STANDARD_JOURNALS: readonly Journal[] = [
  { id: '20', description: 'Bank', type: 'B' },
  { id: '70', description: 'Verkoop', type: 'V' },
  { id: '90', description: 'Memoriaal', type: 'M' },
];

export const STANDARD_COST_CENTERS: readonly CostCenter[] = [
  { id: 1, description: 'Service', conversionCode: null },
  { id: 2, description: 'Projecten', conversionCode: null },
];
