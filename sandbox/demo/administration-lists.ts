// The short lists of the demo administration: sales types, VAT codes, debtor kinds and what else a bookkeeper sets up once.
// No VAT code is the default, so that the setting for it shows; the 6 % code has expired and must not be offered.

import type {
  AsperionDebtorKind,
  AsperionJournal,
  AsperionLedgerAccount,
  AsperionPaymentCondition,
  AsperionSalesType,
  AsperionVatCode,
} from './asperion-shapes.ts';

const salesType = (
  id: string,
  description: string,
  ledgerAccountId: number,
  vatCode = '1',
  disabled = false,
): AsperionSalesType => ({ id, description, ledgerAccountId, vatCode, disabled });

/** `20` holds the hour types; `90` is disabled. */
export function demoSalesTypes(): AsperionSalesType[] {
  return [
    salesType('10', 'Materiaal', 8000),
    salesType('11', 'Apparatuur', 8010),
    salesType('12', 'Sanitair', 8020),
    salesType('13', 'Elektra', 8030),
    salesType('14', 'Zonne-energie', 8040, '3'),
    salesType('15', 'Ventilatie & koeling', 8050),
    salesType('20', 'Uren', 8100),
    salesType('30', 'Huur materieel', 8200),
    salesType('40', 'Diversen', 8300),
    salesType('50', 'Onderhoudscontracten', 8400),
    salesType('60', 'Onderaanneming (btw verlegd)', 8500, '4'),
    salesType('90', 'Arbeid laag tarief (oud)', 8190, '7', true),
  ];
}

type VatSpan = { validFrom?: string; validUntil?: string; salesCode?: boolean };

const vatCode = (id: string, description: string, percentage: number, span: VatSpan = {}): AsperionVatCode => ({
  id,
  description,
  salesCode: span.salesCode ?? true,
  percentage,
  isDefault: false,
  validFrom: span.validFrom ?? null,
  validUntil: span.validUntil ?? null,
  countryCode: 'NL',
});

export function demoVatCodes(): AsperionVatCode[] {
  return [
    vatCode('1', 'Verkoop hoog 21 %', 21, { validFrom: '2012-10-01' }),
    vatCode('2', 'Verkoop laag 9 %', 9, { validFrom: '2019-01-01' }),
    vatCode('3', 'Verkoop 0 %', 0),
    vatCode('4', 'Verkoop btw verlegd', 0),
    vatCode('5', 'Verkoop vrijgesteld', 0),
    vatCode('6', 'Intracommunautaire levering', 0),
    vatCode('7', 'Verkoop laag 6 % (oud)', 6, { validFrom: '2001-01-01', validUntil: '2018-12-31' }),
    vatCode('11', 'Inkoop hoog 21 %', 21, { validFrom: '2012-10-01', salesCode: false }),
    vatCode('12', 'Inkoop laag 9 %', 9, { validFrom: '2019-01-01', salesCode: false }),
    vatCode('13', 'Inkoop 0 %', 0, { salesCode: false }),
  ];
}

export function demoDebtorKinds(): AsperionDebtorKind[] {
  return [
    { id: '1', description: 'Zakelijk binnenland' },
    { id: '2', description: 'Particulier' },
    { id: '3', description: 'Binnen de EU' },
    { id: '4', description: 'Buiten de EU' },
  ];
}

export function demoPaymentConditions(): AsperionPaymentCondition[] {
  return [
    { id: 1, description: 'Contant' },
    { id: 2, description: '14 dagen netto' },
    { id: 3, description: '30 dagen netto' },
    { id: 4, description: '8 dagen 2 % korting, 30 dagen netto' },
    { id: 5, description: 'Automatische incasso' },
  ];
}

export function demoJournals(): AsperionJournal[] {
  return [
    { id: '10', description: 'Kas', type: 'Cash' },
    { id: '20', description: 'Bank', type: 'Bank' },
    { id: '60', description: 'Inkoopboek', type: 'Purchase' },
    { id: '70', description: 'Verkoopboek', type: 'Sales' },
    { id: '90', description: 'Memoriaal', type: 'General' },
  ];
}

const account = (
  id: number,
  description: string,
  vat: string | null = null,
  disabled = false,
): AsperionLedgerAccount => ({
  id,
  type: id < 4000 ? 1 : 2,
  description,
  vatCode: vat,
  disabled,
  rcsfi: null,
});

export function demoLedgerAccounts(): AsperionLedgerAccount[] {
  return [
    account(1000, 'Kas'),
    account(1100, 'Bank'),
    account(1300, 'Debiteuren'),
    account(1520, 'Btw hoog af te dragen'),
    account(1600, 'Crediteuren'),
    account(4000, 'Lonen en salarissen'),
    account(7000, 'Inkoop materialen', '11'),
    account(8000, 'Omzet materiaal', '1'),
    account(8010, 'Omzet apparatuur', '1'),
    account(8020, 'Omzet sanitair', '1'),
    account(8030, 'Omzet elektra', '1'),
    account(8040, 'Omzet zonne-energie', '3'),
    account(8050, 'Omzet ventilatie', '1'),
    account(8100, 'Omzet arbeid', '1'),
    account(8190, 'Omzet arbeid laag (oud)', '7', true),
    account(8200, 'Omzet verhuur', '1'),
    account(8300, 'Omzet diversen', '1'),
    account(8400, 'Omzet contracten', '1'),
    account(8500, 'Omzet verlegd', '4'),
  ];
}
