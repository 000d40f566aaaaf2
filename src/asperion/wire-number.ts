/**
 * Exact decimals as JSON numbers. `JSON.stringify` only knows floating point, so the digits are handed over as raw text.
 */
import { type Decimal, decimalText } from '../kernel/decimal.ts';

declare global {
  interface JSON {
    /** A value that `JSON.stringify` writes as this very text. */
    rawJSON(text: string): { readonly rawJSON: string };
  }
}

/** A decimal that `JSON.stringify` writes digit by digit: 0.1 stays 0.1, and 30 digits stay 30 digits. */
export function wireNumber(value: Decimal): { readonly rawJSON: string } {
  return JSON.rawJSON(decimalText(value));
}
