/**
 * Where sales bookings go in the books. Only needed when invoices become bookings, because a booking names a journal and
 * a ledger account for each line, which a draft leaves to Asperion.
 */
export interface SalesBookingSettings {
  /** The sales journal (dagboek). */
  readonly journalId: string;
  /** The turnover account of every line whose sales type is not in the list below. */
  readonly ledgerAccountId: number;
  /** Turnover account per sales type; an article's line follows the sales type of the article. */
  readonly ledgerAccountIdBySalesTypeId: Readonly<Record<string, number>>;
}
