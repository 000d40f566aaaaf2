/**
 * The VAT code of article and sales-type lines (E4): the administration's usable default, else the chosen one.
 * Takes the day as given; knows nothing of the lines.
 */
import type { IsoDate } from '../kernel/dates.ts';
import { decimalText } from '../kernel/decimal.ts';
import { foldCode } from '../kernel/text.ts';
import type { VatCode } from '../model/accounting.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { Finding } from '../model/finding.ts';
import type { Obstacle } from './findings.ts';
import { finding } from './findings.ts';
import { traced } from './origins.ts';

export type VatOutcome =
  | { readonly kind: 'code'; readonly vatCode: Traced<string> }
  | { readonly kind: 'missing'; readonly finding: Finding };

/**
 * The first default code that is for sales and valid that day wins; the chosen one, which the page then no longer shows,
 * counts only without it. Finding: btw-ontbreekt (obstacles: vat-unknown, vat-not-for-sales, vat-not-valid).
 */
export function vatCodeFor(chosenCode: string | null, vatCodes: readonly VatCode[], date: IsoDate): VatOutcome {
  const usableDefault = defaultVatCode(vatCodes, date);
  if (usableDefault !== null) {
    const rule = 'vat.default-of-administration';
    const detail = { rule, parameters: parametersOf(usableDefault) } as const;
    return {
      kind: 'code',
      vatCode: traced(usableDefault.id, 'asperion', `vat code ${usableDefault.id} isDefault`, detail),
    };
  }
  const code = (chosenCode ?? '').trim();
  if (code === '') return missing('', '', '');
  const sameId = vatCodes.filter((vatCode) => foldCode(vatCode.id) === foldCode(code));
  const chosen = sameId.find((vatCode) => isUsable(vatCode, date)) ?? sameId[0];
  if (chosen === undefined) return missing(code, '', 'vat-unknown');
  if (!chosen.isForSales) return missing(code, chosen.description, 'vat-not-for-sales');
  if (!isValidOn(chosen, date)) return missing(code, chosen.description, 'vat-not-valid');
  const detail = { rule: 'vat.chosen', parameters: parametersOf(chosen) } as const;
  return { kind: 'code', vatCode: traced(chosen.id, 'setting', 'vatCode', detail) };
}

/** The default code of the administration that makes the setting superfluous that day; null when there is none. */
export function defaultVatCode(vatCodes: readonly VatCode[], date: IsoDate): VatCode | null {
  return vatCodes.find((vatCode) => vatCode.isDefault && isUsable(vatCode, date)) ?? null;
}

function missing(code: string, name: string, obstacle: Obstacle | ''): VatOutcome {
  return { kind: 'missing', finding: finding('btw-ontbreekt', { field: 'vatCode', code, name, obstacle }) };
}

function isUsable(vatCode: VatCode, date: IsoDate): boolean {
  return vatCode.isForSales && isValidOn(vatCode, date);
}

/** Both days belong to the period. */
function isValidOn(vatCode: VatCode, date: IsoDate): boolean {
  const hasBegun = vatCode.validFrom === null || vatCode.validFrom <= date;
  return hasBegun && (vatCode.validUntil === null || date <= vatCode.validUntil);
}

function parametersOf(vatCode: VatCode): Readonly<Record<string, string>> {
  return { description: vatCode.description, percentage: decimalText(vatCode.percentage) };
}
