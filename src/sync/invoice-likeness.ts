/**
 * What an invoice would look like whose creation nobody knows the end of, read from what its intent kept.
 */
import { z } from 'zod';
import { dayInAmsterdam } from '../kernel/dates.ts';
import { readDecimal } from '../kernel/decimal.ts';
import type { InvoiceLikeness } from '../model/accounting.ts';
import type { Intent } from '../store/intents.ts';

const request = z.object({ amount: z.string(), draft: z.object({ debtorNumber: z.object({ value: z.string() }) }) });

/** Null when the intent is of an earlier version of the program, which kept no amount. */
export function likenessOf(intent: Pick<Intent, 'request' | 'committedAt'>): InvoiceLikeness | null {
  const kept = request.safeParse(intent.request);
  const total = kept.success ? readDecimal(kept.data.amount) : null;
  if (!kept.success || total === null) return null;
  return { debtorNumber: kept.data.draft.debtorNumber.value, total, since: dayInAmsterdam(intent.committedAt) };
}
