/**
 * Shapes that many routes share, as they stand in JSON.
 */
import { z } from 'zod';

/** `2026-11-24`. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `2026-11-24T09:15:00.000Z`. */
export const isoMoment = z.string();
/** Exact euros excluding VAT, as text: `1234.5`. Never a floating-point number. */
export const amount = z.string();
export const count = z.number().int().nonnegative();

export const accountParams = z.object({ accountId: z.uuid() });

/** How many and for how much. */
export const tally = z.object({ count, amount });

/** One thing wrong with one field; the text is for people. */
export const problem = z.object({ field: z.string(), text: z.string() });

/** Every answer that is not a success. */
export const apiError = z
  .object({
    /** Stable name for programs: `settings.changed-meanwhile`. */
    code: z.string(),
    /** What happened to which record and what to do, in the language asked for. */
    message: z.string(),
    problems: z.array(problem),
  })
  .meta({ id: 'Error' });
export type ApiError = z.output<typeof apiError>;

/** Page numbers begin at 1. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
};

/** A list of which one page is answered. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: count, page: count, pageSize: count });
}

export const done = z.object({ ok: z.literal(true) });
