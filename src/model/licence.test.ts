import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../kernel/dates.ts';
import { decimal, decimalText } from '../kernel/decimal.ts';
import { daysOfOrder, isRunning, licenceStateOn, runsUntil, tellPrice } from './licence.ts';

const day = (text: string) => text as IsoDate;

describe('the days of a licence', () => {
  test('ordered in the trial it starts at once and is paid from the day after the trial', () => {
    expect(daysOfOrder(day('2026-11-24'), day('2026-12-14'))).toEqual({
      startsOn: '2026-11-24',
      paidFrom: '2026-12-15',
    });
    expect(daysOfOrder(day('2026-12-14'), day('2026-12-14')).paidFrom).toBe('2026-12-15');
    expect(daysOfOrder(day('2026-12-15'), day('2026-12-14')).paidFrom).toBe('2026-12-15');
    expect(daysOfOrder(day('2027-03-01'), day('2026-12-14')).paidFrom).toBe('2027-03-01');
  });

  test.each([
    ['in the trial', '2026-12-15', '2026-11-24', '2026-12-14'],
    ['on the first paid day', '2026-12-15', '2026-12-15', '2027-12-14'],
    ['on the last day of the first paid year', '2026-12-15', '2027-12-14', '2027-12-14'],
    ['on the first day of the second', '2026-12-15', '2027-12-15', '2028-12-14'],
    ['when it began on 29 February', '2028-02-29', '2028-06-01', '2029-02-28'],
    ['when it began on 29 February, four years on', '2028-02-29', '2032-01-01', '2032-02-28'],
  ])('%s it runs until the end of what is paid', (_when, paidFrom, today, end) => {
    expect(runsUntil({ paidFrom: day(paidFrom) }, day(today))).toBe(end);
  });

  test.each([
    [null, '2026-11-24', 'none', false],
    [{ paidFrom: '2026-12-15', endsOn: null }, '2026-12-14', 'trial', true],
    [{ paidFrom: '2026-12-15', endsOn: null }, '2026-12-15', 'running', true],
    [{ paidFrom: '2026-12-15', endsOn: '2026-12-14' }, '2026-12-14', 'cancelled', true],
    [{ paidFrom: '2026-12-15', endsOn: '2026-12-14' }, '2026-12-15', 'ended', false],
    [{ paidFrom: '2026-12-15', endsOn: '2027-12-14' }, '2027-12-14', 'cancelled', true],
    [{ paidFrom: '2026-12-15', endsOn: '2027-12-14' }, '2027-12-15', 'ended', false],
  ])('%j on %s is %s', (licence, today, state, mayWork) => {
    const days = licence && {
      paidFrom: day(licence.paidFrom),
      endsOn: licence.endsOn === null ? null : day(licence.endsOn),
    };
    const found = licenceStateOn(days, day(today));
    expect(found).toBe(state);
    expect(isRunning(found)).toBe(mayWork);
  });
});

describe('the price of a connector', () => {
  const told = (once: string, perYear: string, vatPercentage: string) => {
    const price = tellPrice({ once: decimal(once), perYear: decimal(perYear), vatPercentage: decimal(vatPercentage) });
    return Object.fromEntries(Object.entries(price).map(([name, amount]) => [name, decimalText(amount)]));
  };

  test('Asperion costs 120 euros a year, 145.20 with VAT, which is 10 euros a month', () => {
    expect(told('0', '120', '21')).toEqual({
      perMonth: '10',
      vatPerYear: '25.2',
      perYearWithVat: '145.2',
      firstInvoice: '145.2',
    });
  });

  test('VAT is rounded half up to cents, over what is invoiced at once', () => {
    expect(told('0', '0.50', '21')).toMatchObject({ vatPerYear: '0.11', perYearWithVat: '0.61' });
    expect(told('49.95', '100', '21')).toMatchObject({ perMonth: '8.33', firstInvoice: '181.44' });
  });
});
