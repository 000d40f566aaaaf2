/**
 * The draft and the work order as they were when the invoice was sent, read back from what the intent kept. An intent of
 * another version of the program, or of an invoice that was found by its mark, may hold neither. Shows nothing.
 */
import { z } from 'zod';
import { type Decimal, decimal } from '../kernel/decimal.ts';
import type { DraftInvoice, Origin } from '../model/draft-invoice.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { Intent } from '../store/intents.ts';

/** The members of a work order that make its invoice. */
export type WorkOrderContent = Pick<WorkOrder, 'workParty' | 'invoiceParty' | 'materials' | 'workPeriods' | 'fields'>;

export interface StoredInvoice {
  readonly draft: DraftInvoice;
  readonly content: WorkOrderContent;
}

const exact = z.union([z.string(), z.number()]).transform((text): Decimal => decimal(text));
const text = z.string();

const origin = z.object({
  source: z.enum(['work-order', 'setting', 'asperion', 'outsmart', 'rule']),
  field: text,
  found: text.exactOptional(),
  rule: text.exactOptional(),
  parameters: z.record(text, text).exactOptional(),
}) satisfies z.ZodType<Origin>;

function traced<T extends z.ZodType>(value: T) {
  return z.object({ value, origin });
}

const priced = {
  tag: text,
  text: traced(text),
  quantity: traced(exact),
  unit: traced(text),
  unitPrice: traced(exact),
  vatCode: traced(text),
};

const draftLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), tag: text, text: traced(text) }),
  z.object({ kind: z.literal('article'), ...priced, code: traced(text), articleId: text.nullable() }),
  z.object({ kind: z.literal('salestype'), ...priced, salesTypeId: traced(text) }),
]);

const draft = z.object({
  debtorNumber: traced(text),
  debtorName: text,
  date: traced(text),
  subject: traced(text),
  description: traced(text),
  reference: traced(text).nullable(),
  lines: z.array(draftLine),
});

function readValue<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value, text }),
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('unreadable'), text }),
  ]);
}

const party = z.object({
  ...{ debtorNumber: text, name: text, street: text, houseNumber: text, postalCode: text, city: text },
  ...{ country: text, contactPerson: text, phone: text, email: text },
});

const content = z.object({
  workParty: party,
  invoiceParty: party,
  materials: z.array(
    z.object({
      ...{ index: z.number(), code: text, name: text, unit: text },
      ...{ quantity: readValue(exact), price: readValue(exact) },
    }),
  ),
  workPeriods: z.array(
    z.object({
      ...{ index: z.number(), hourType: text, remark: text, employeeNumber: text },
      ...{ totalMinutes: readValue(z.number()), beginMinutes: readValue(z.number()) },
      ...{ endMinutes: readValue(z.number()), breakMinutes: readValue(z.number()) },
    }),
  ),
  fields: z.record(text, text),
});

const request = z.object({ draft, content });

/** Null when the intent does not hold both in a form that this version reads. */
export function storedInvoiceOf(intent: Pick<Intent, 'request'> | null): StoredInvoice | null {
  const read = request.safeParse(intent?.request);
  // Days and ids are texts with a brand; they were checked when the draft was made.
  return read.success ? (read.data as unknown as StoredInvoice) : null;
}
