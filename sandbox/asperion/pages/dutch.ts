// Numbers and dates the way a Dutch bookkeeper reads them. Must not know where they are shown.

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 10 });
const days = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
/** Prices keep all their decimals, but show at least cents. */
const prices = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  minimumFractionDigits: 2,
  maximumFractionDigits: 10,
});

/** "€ 1.234,50"; empty for null. */
export const euro = (amount: number | null): string => (amount === null ? '' : euros.format(amount));

/** "€ 12,3456"; empty for null. */
export const price = (amount: number | null): string => (amount === null ? '' : prices.format(amount));

/** "2,75"; empty for null. */
export const decimal = (value: number | null): string => (value === null ? '' : numbers.format(value));

/** "14 mrt 2025" of a wire date; empty for null. */
export function day(wireDate: string | null): string {
  return wireDate === null ? '' : days.format(new Date(`${wireDate.slice(0, 10)}T00:00:00Z`));
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  1: 'Concept',
  2: 'Verwerkt',
  3: 'Geboekt',
  6: 'Te betalen',
  7: 'Betaald',
  8: 'Vastgehouden',
};

/** The Dutch word for the status of an invoice. */
export const statusWord = (status: number): string => STATUS_WORDS[status] ?? String(status);
