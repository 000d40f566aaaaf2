/**
 * Reads the worked invoice cases: work orders through the same translation as in production, Asperion's partial records
 * filled up with nothing. Only for tests.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { IsoDate } from '../kernel/dates.ts';
import { decimal } from '../kernel/decimal.ts';
import type { ArticleId, DebtorId } from '../model/ids.ts';
import { NO_CHOICES } from '../model/record-choices.ts';
import { settingsSchema } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { isUnreadableRow, workOrderFromWire } from '../outsmart/translate.ts';
import * as example from './example-records.test-kit.ts';
import { articlesByCode, debtorsByNumber, hourTypesByCode, type Knowledge } from './knowledge.ts';

/** The newest cases lie beside the project while it is being built; the copy inside goes with it. */
const CASE_FILES = [
  new URL('../../../shared/cases/invoices.json', import.meta.url),
  new URL('../../cases/invoices.json', import.meta.url),
];

const day = z.string().nullish();
const expectedLine = z.object({
  kind: z.string(),
  code: z.string().optional(),
  text: z.string(),
  quantity: z.string().optional(),
  unitPrice: z.string().optional(),
  vatCode: z.string().optional(),
});

const invoiceCase = z.strictObject({
  name: z.string(),
  why: z.string(),
  date: z.string().default('2025-06-16'),
  settings: settingsSchema,
  asperion: z.strictObject({
    debtors: z.array(
      z.strictObject({ customerNumber: z.string(), name: z.string(), blocked: z.boolean().default(false) }),
    ),
    articles: z.array(
      z.strictObject({
        code: z.string(),
        description: z.string(),
        salesPrice: z.number(),
        salesTypeId: z.string(),
        isActive: z.boolean().default(true),
      }),
    ),
    salesTypes: z.array(z.object({ id: z.string(), description: z.string() })).default([]),
    vatCodes: z.array(
      z.strictObject({
        id: z.string(),
        percentage: z.number(),
        salesCode: z.boolean(),
        isDefault: z.boolean(),
        validFrom: day,
        validUntil: day,
      }),
    ),
  }),
  outsmart: z
    .object({ hourTypes: z.array(z.object({ code: z.string(), name: z.string(), sale_price: z.string().optional() })) })
    .partial()
    .default({}),
  workOrder: z.unknown(),
  expected: z
    .strictObject({
      debtor: z.string(),
      reference: z.string().nullable(),
      lines: z.array(expectedLine),
      creates: z
        .strictObject({
          debtors: z.array(z.record(z.string(), z.unknown())).default([]),
          articles: z.array(z.record(z.string(), z.unknown())).default([]),
        })
        .optional(),
    })
    .optional(),
  waits: z.array(z.string()).optional(),
});

export type InvoiceCase = z.output<typeof invoiceCase>;

/** All cases of the first file that exists. */
export function readInvoiceCases(): readonly InvoiceCase[] {
  const file = CASE_FILES.find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`no cases at ${CASE_FILES.join(' or ')}`);
  return z.array(invoiceCase).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The work order of a case, as OutSmart's reply would be read. */
export function workOrderOfCase({ name, workOrder }: InvoiceCase): WorkOrder {
  const read = workOrderFromWire(workOrder);
  if (isUnreadableRow(read)) throw new Error(`${name}: the work order cannot be read`);
  return read;
}

/** What the two systems of a case hold. */
export function knowledgeOfCase({ asperion, outsmart }: InvoiceCase): Knowledge {
  const debtors = asperion.debtors.map(({ blocked, ...members }, index) =>
    example.debtor({ ...members, id: `${index + 1}` as DebtorId, isBlocked: blocked }),
  );
  const articles = asperion.articles.map((members, index) =>
    example.article({ ...members, id: `${index + 1}` as ArticleId, salesPrice: decimal(members.salesPrice) }),
  );
  const vatCodes = asperion.vatCodes.map(({ salesCode, percentage, validFrom, validUntil, ...members }) =>
    example.vatCode({
      ...members,
      percentage: decimal(percentage),
      isForSales: salesCode,
      validFrom: (validFrom ?? null) as IsoDate | null,
      validUntil: (validUntil ?? null) as IsoDate | null,
    }),
  );
  const hourTypes = (outsmart.hourTypes ?? []).map(({ code, name, sale_price }) =>
    example.hourType({ code, name, salePrice: sale_price === undefined ? example.empty : example.number(sale_price) }),
  );
  return {
    debtors: debtorsByNumber(debtors),
    articles: articlesByCode(articles),
    salesTypes: asperion.salesTypes,
    vatCodes,
    hourTypes: hourTypesByCode(hourTypes),
    choices: NO_CHOICES,
  };
}
