/**
 * What an import says about a record beside writing it: a part that was missing or too long, or why it cannot be written.
 * Codes and shapes only; the sentences are elsewhere.
 */

export type ImportNoticeCode =
  /** A required member was empty and got a visible stand-in; parameter `standIn`. */
  | 'stand-in'
  /** A text was longer than OutSmart holds and was cut; parameters `length` and `max`. */
  | 'cut'
  /** A code that means nothing when cut was too long and is left out; parameters `length` and `max`. */
  | 'left-out-too-long';

export interface ImportNotice {
  readonly code: ImportNoticeCode;
  /** Member of the record written: `postalCode`. */
  readonly field: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export type UnusableReason =
  /** There is no debtor number or code to write under. */
  | 'no-key'
  /** The debtor number or code is longer than OutSmart holds; cut, it would be another record. */
  | 'key-too-long';

/** A record to write, or why it cannot be written. */
export type ImportOutcome<R> =
  | { readonly kind: 'record'; readonly record: R; readonly notices: readonly ImportNotice[] }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason; readonly field: string };
