/**
 * Asperion's records as they come over the wire, names untouched. Members we do not use are not named here and are
 * ignored when they come. What the records mean to us is translate.ts's business.
 */
import { z } from 'zod';
import { wireBoolean, wireDay, wireDecimal, wireId, wireIntegerId, wireText } from './wire-values.ts';

/** Confirmed: on lists always, on single objects declared. Open ended, so every member may be missing. */
export const metaRecord = z
  .object({
    administrationId: wireIntegerId.nullish(),
    administrationName: wireText,
    nextPage: wireText,
    pageCount: z.int().nonnegative().nullish().catch(null),
  })
  .nullish();

export type MetaRecord = z.output<typeof metaRecord>;

/** The outside of every list. The rows are read one by one with their own schema, so that a fault can name the row. */
export const listEnvelope = z.object({ _data: z.array(z.unknown()), _meta: metaRecord });

export const administrationRecord = z.object({ id: wireIntegerId, name: wireText });

export const debtorRecord = z.object({
  id: wireId,
  customerNumber: wireText,
  name: wireText,
  address: wireText,
  postCode: wireText,
  city: wireText,
  countryCode: wireText,
  attentionTo: wireText,
  phoneNumber: wireText,
  mobileNumber: wireText,
  emailAddress: wireText,
  cocNumber: wireText,
  vatNumber: wireText,
  blocked: wireBoolean,
});

/** @assumed Every member but `salesTypeId`. */
export const articleRecord = z.object({
  id: wireId,
  code: wireText,
  description: wireText,
  unit: wireText,
  salesTypeId: wireText,
  salesPrice: wireDecimal,
  eanCode1: wireText,
  isActive: wireBoolean,
});

/** @assumed Every member. */
export const salesTypeRecord = z.object({ id: wireId, description: wireText, disabled: wireBoolean });

export const vatCodeRecord = z.object({
  id: wireId,
  description: wireText,
  salesCode: wireBoolean,
  percentage: wireDecimal,
  isDefault: wireBoolean,
  validFrom: wireDay,
  validUntil: wireDay,
});

/** @assumed Every member. */
export const debtorKindRecord = z.object({ id: wireId, description: wireText });

export const paymentConditionRecord = z.object({ id: wireIntegerId, description: wireText });

/**
 * A draft invoice, sales order or sales booking in a list. Bookings are confirmed.
 * @assumed That drafts and orders have the same members.
 */
export const invoiceRecord = z.object({
  id: wireId,
  description: wireText,
  invoiceNumber: wireText,
  date: wireDay.catch(null),
  /** The date of a sales order. */
  orderDate: wireDay.catch(null),
  status: wireIntegerId.nullish().catch(null),
  debtorCustomerNumber: wireText,
  amountExclVat: wireDecimal.nullish().catch(null),
  /** @assumed On invoices; it is known of debtors. Null for as long as nobody changed it. */
  dateLastChange: wireText,
});

/** The same as a single object. */
export const singleInvoiceRecord = invoiceRecord.extend({ _meta: metaRecord });

/** What a create answers: the bare object, or (a debtor, in one client) a list with that object in it. */
export const createdRecord = z.object({ id: wireId, invoiceNumber: wireText, _meta: metaRecord });

export type DebtorRecord = z.output<typeof debtorRecord>;
export type ArticleRecord = z.output<typeof articleRecord>;
export type VatCodeRecord = z.output<typeof vatCodeRecord>;
export type InvoiceRecord = z.output<typeof invoiceRecord>;
