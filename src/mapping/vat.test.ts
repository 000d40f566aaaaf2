import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../kernel/dates.ts';
import { exportDate, vatCode } from './example-records.test-kit.ts';
import { defaultVatCode, vatCodeFor } from './vat.ts';

const day = (text: string): IsoDate => text as IsoDate;
const high = vatCode({ id: '1' });

describe('the VAT code', () => {
  test('is the chosen one, as Asperion spells it', () => {
    const outcome = vatCodeFor(' v21 ', [vatCode({ id: 'V21' })], exportDate);
    expect(outcome).toMatchObject({ kind: 'code', vatCode: { value: 'V21', origin: { rule: 'vat.chosen' } } });
  });

  test('is the first usable default of the administration, whatever was chosen', () => {
    const defaults = [
      vatCode({ id: '8', isDefault: true, isForSales: false }),
      vatCode({ id: '7', isDefault: true, validUntil: day('2018-12-31') }),
      vatCode({ id: '2', isDefault: true }),
      vatCode({ id: '3', isDefault: true }),
    ];
    const outcome = vatCodeFor('1', [high, ...defaults], exportDate);
    expect(outcome).toMatchObject({ vatCode: { value: '2', origin: { rule: 'vat.default-of-administration' } } });
    expect(defaultVatCode([high, ...defaults], exportDate)?.id).toBe('2');
    expect(defaultVatCode([high], exportDate)).toBeNull();
  });

  test.each([
    ['on its first day', { validFrom: day('2025-06-16') }, 'code'],
    ['on its last day', { validUntil: day('2025-06-16') }, 'code'],
    ['the day before its first', { validFrom: day('2025-06-17') }, 'missing'],
    ['the day after its last', { validUntil: day('2025-06-15') }, 'missing'],
  ])('counts %s or not', (_title, period, kind) => {
    expect(vatCodeFor('1', [vatCode(period)], exportDate).kind).toBe(kind);
  });

  test.each([
    ['nothing was chosen', null, [high], ''],
    ['the chosen one is blank', '  ', [high], ''],
    ['the chosen one does not exist', '9', [high], 'vat-unknown'],
    ['the chosen one is for purchases', '1', [vatCode({ isForSales: false })], 'vat-not-for-sales'],
    ['the chosen one is no longer valid', '1', [vatCode({ validUntil: day('2018-12-31') })], 'vat-not-valid'],
  ])('is missing when %s, and the finding says which', (_title, chosen, codes, obstacle) => {
    expect(vatCodeFor(chosen, codes, exportDate)).toMatchObject({
      kind: 'missing',
      finding: { reason: 'btw-ontbreekt', obstacle },
    });
  });
});
