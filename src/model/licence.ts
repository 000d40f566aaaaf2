/**
 * When a licence runs (L1-L3): its paid years, its end and its state, as calendar days in Amsterdam. Takes the day as
 * given; knows nothing of who ordered it or where it is kept.
 */
import { daysAfter, daysBefore, type IsoDate } from '../kernel/dates.ts';
import { type Decimal, decimal, roundToCents } from '../kernel/decimal.ts';

/** The connector of this program; others may be ordered beside it one day. */
export const ASPERION_CONNECTOR = 'asperion';

/** `cancelled`: still running until its last day. */
export type LicenceState = 'none' | 'trial' | 'running' | 'cancelled' | 'ended';

/** The days that decide about a licence. */
export interface LicenceDays {
  /** First day that is paid for; before it is the trial. Paid years count from here. */
  readonly paidFrom: IsoDate;
  /** Last day of one that was cancelled; null while it goes on. */
  readonly endsOn: IsoDate | null;
}

/** How a licence stands on a day; without one `none`. */
export function licenceStateOn(licence: LicenceDays | null, today: IsoDate): LicenceState {
  if (licence === null) return 'none';
  if (licence.endsOn !== null) return licence.endsOn < today ? 'ended' : 'cancelled';
  return today < licence.paidFrom ? 'trial' : 'running';
}

/** Whether work may be done in this state. */
export function isRunning(state: LicenceState): boolean {
  return state === 'trial' || state === 'running' || state === 'cancelled';
}

/** The days of a licence ordered today: it starts at once, and is paid from the day after the trial. */
export function daysOfOrder(today: IsoDate, trialUntil: IsoDate): { startsOn: IsoDate; paidFrom: IsoDate } {
  return { startsOn: today, paidFrom: today <= trialUntil ? daysAfter(trialUntil, 1) : today };
}

/** Last day of the paid year that today is in; in the trial, the trial's last day. On it a cancellation takes effect. */
export function runsUntil({ paidFrom }: Pick<LicenceDays, 'paidFrom'>, today: IsoDate): IsoDate {
  let end = daysBefore(paidFrom, 1);
  for (let years = 1; end < today; years++) end = daysBefore(yearsAfter(paidFrom, years), 1);
  return end;
}

/** The same day so many years later; of 29 February, 1 March in a year without it, so that no paid year is short. */
function yearsAfter(day: IsoDate, years: number): IsoDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, dayOfMonth)).toISOString().slice(0, 10) as IsoDate;
}

/** What a connector costs, in euros excluding VAT. */
export interface Price {
  readonly once: Decimal;
  readonly perYear: Decimal;
  readonly vatPercentage: Decimal;
}

/** The amounts that people see, each rounded half up to cents. */
export interface PriceTold {
  readonly perMonth: Decimal;
  readonly vatPerYear: Decimal;
  readonly perYearWithVat: Decimal;
  /** Once and the first year, with VAT. */
  readonly firstInvoice: Decimal;
}

export function tellPrice({ once, perYear, vatPercentage }: Price): PriceTold {
  const withVat = (amount: Decimal) => amount.plus(roundToCents(amount.times(vatPercentage).div(HUNDRED)));
  const perYearWithVat = roundToCents(withVat(perYear));
  return {
    perMonth: roundToCents(perYear.div(MONTHS)),
    vatPerYear: perYearWithVat.minus(roundToCents(perYear)),
    perYearWithVat,
    firstInvoice: roundToCents(withVat(once.plus(perYear))),
  };
}

const HUNDRED = decimal('100');
const MONTHS = decimal('12');
