/**
 * How far an invoice has come in Asperion, by its status and number.
 * @assumed What each of the confirmed status values means; that 7 is paid follows from its name.
 */
import { isBlank } from '../../kernel/text.ts';
import type { InvoiceStage } from '../../model/accounting.ts';
import type { InvoiceRecord } from '../records.ts';

export const STATUS_CONCEPT = 1;
const STATUS_PAID = 7;

/** An invoice that tells no status and has no number counts as a draft. */
export function stageOf(
  { isNumberedWhenFinal }: { readonly isNumberedWhenFinal: boolean },
  { status, invoiceNumber }: Pick<InvoiceRecord, 'status' | 'invoiceNumber'>,
): InvoiceStage {
  if (status === STATUS_PAID) return 'paid';
  const isFinal = (status ?? STATUS_CONCEPT) !== STATUS_CONCEPT || (isNumberedWhenFinal && !isBlank(invoiceNumber));
  return isFinal ? 'final' : 'draft';
}
