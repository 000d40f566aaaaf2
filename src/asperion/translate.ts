/**
 * Asperion's words into ours and back, pure. Knows the records and the model, and no address.
 */
import { isBlank } from '../kernel/text.ts';
import type { Article, Debtor, MarkedInvoice, NewArticle, NewDebtor, VatCode } from '../model/accounting.ts';
import type { ArticleId, DebtorId, InvoiceId } from '../model/ids.ts';
import type { ArticleRecord, DebtorRecord, InvoiceRecord, VatCodeRecord } from './records.ts';
import { wireNumber } from './wire-number.ts';

/** A debtor as the model knows it. */
export function debtorFromRecord(record: DebtorRecord): Debtor {
  const { id, blocked, ...texts } = record;
  return { id: id as DebtorId, ...texts, isBlocked: blocked ?? false };
}

/** An article as the model knows it. One that does not say whether it is active is taken as active. */
export function articleFromRecord(record: ArticleRecord): Article {
  const { id, eanCode1, isActive, ...rest } = record;
  return {
    id: id as ArticleId,
    ...rest,
    salesTypeId: rest.salesTypeId.trim(),
    eanCode: eanCode1,
    isActive: isActive ?? true,
  };
}

/** A VAT code as the model knows it. */
export function vatCodeFromRecord(record: VatCodeRecord): VatCode {
  const { salesCode, isDefault, ...rest } = record;
  return { ...rest, isForSales: salesCode ?? false, isDefault: isDefault ?? false };
}

/** An invoice that a look-up found. */
export function markedInvoiceFromRecord(record: InvoiceRecord): MarkedInvoice {
  const { id, description, invoiceNumber, date, orderDate } = record;
  return {
    id: id as InvoiceId,
    description,
    invoiceNumber: isBlank(invoiceNumber) ? null : invoiceNumber,
    date: date ?? orderDate,
  };
}

/**
 * The body that creates a debtor. Members without a value are left out, so that Asperion's own defaults count.
 * @assumed `customerNumber`, `name`, `address` and `debtorKindId` are required, as they are in the application.
 */
export function debtorBody(debtor: NewDebtor): string {
  const { customerNumber, name, address, debtorKindId, paymentConditionId, ...optional } = debtor;
  return JSON.stringify({
    customerNumber,
    name,
    address,
    ...withoutBlanks(optional),
    debtorKindId,
    paymentConditionId,
  });
}

/**
 * The body that creates an article.
 * @assumed Every member but `salesTypeId`.
 */
export function articleBody(article: NewArticle): string {
  const { code, description, unit, salesTypeId, salesPrice } = article;
  return JSON.stringify({
    code,
    description,
    ...withoutBlanks({ unit }),
    salesTypeId,
    salesPrice: wireNumber(salesPrice),
  });
}

/**
 * An id of ours in a body: an integer as the number it was on the wire, anything else as text.
 * @assumed Articles have integer ids.
 */
export function idInBody(id: string): string | { readonly rawJSON: string } {
  return /^(0|[1-9]\d{0,14})$/.test(id) ? JSON.rawJSON(id) : id;
}

/** A day as Asperion's clients write it: midnight without a zone. */
export function dateInBody(day: string): string {
  return `${day}T00:00:00`;
}

function withoutBlanks<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => !isBlank(text))) as Partial<T>;
}

/** Orders ids by age: Asperion counts up. Text ids come after numbers, in the order of their letters. */
export function compareIds(left: string, right: string): number {
  const isLeftNumber = /^\d+$/.test(left);
  const isRightNumber = /^\d+$/.test(right);
  if (isLeftNumber && isRightNumber) return left.length - right.length || (left < right ? -1 : Number(left > right));
  if (isLeftNumber !== isRightNumber) return isLeftNumber ? -1 : 1;
  return left < right ? -1 : Number(left > right);
}
