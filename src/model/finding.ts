/**
 * Why a work order waits, and what is worth knowing though it does not wait. Values, never thrown. Types only.
 */

/** The reasons of product.md section 3 and cases/README, plus what only the export itself can find out. */
export type WaitReason =
  | 'relatie-onbekend'
  | 'relatie-geblokkeerd'
  | 'materiaal-onbekend'
  | 'uursoort-onbekend'
  | 'regel-zonder-artikelcode'
  | 'uren-zonder-uursoort'
  | 'geen-regels'
  | 'btw-ontbreekt'
  | 'waarde-onleesbaar'
  /** Asperion refused the invoice, debtor or article; its own words are in `messages`. */
  | 'geweigerd-door-asperion'
  /** Its invoice was made and then deleted in Asperion. */
  | 'concept-verwijderd';

/** One reason with all that a sentence about it needs. The same reason may stand for several records. */
export interface Finding {
  readonly reason: WaitReason;
  /** What makes findings of several work orders one cause: the debtor number, article code or hour type, folded; else empty. */
  readonly causeKey: string;
  /** The member of the work order: `Materials[2].MaterialNr`. */
  readonly field: string;
  /** The record's code as people know it. */
  readonly code: string;
  /** The record's name, when known. */
  readonly name: string;
  /** The text found, for a value that cannot be read. */
  readonly found: string;
  /** Why creating it was no way out, when creating is on: `debtorKindId`, `inactive`, `no-number` ...; else empty. */
  readonly obstacle: string;
  /** The foreign system's words, when it refused. */
  readonly messages: readonly string[];
}

export type NoticeCode =
  | 'line-left-out-quantity-0'
  | 'period-left-out-0-minutes'
  | 'price-0'
  | 'hours-article-of-other-sales-type'
  | 'sales-type-text-used'
  | 'debtor-address-missing';

/** Something the preview says beside the invoice. */
export interface Notice {
  readonly code: NoticeCode;
  readonly field: string;
  readonly parameters: Readonly<Record<string, string>>;
}
