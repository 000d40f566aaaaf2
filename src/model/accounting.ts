/**
 * The second door: what the program asks of the accounting system. Asperion stands behind it. Types only.
 * A method whose name does not begin with read, find or check changes something on the other side.
 */
import type { IsoDate } from '../kernel/dates.ts';
import type { Decimal } from '../kernel/decimal.ts';
import type { DraftInvoice } from './draft-invoice.ts';
import type { AdministrationId, ArticleId, DebtorId, InvoiceId, WorkOrderRowId } from './ids.ts';

export interface Administration {
  readonly id: AdministrationId;
  readonly name: string;
}

export interface Debtor {
  readonly id: DebtorId;
  readonly customerNumber: string;
  readonly name: string;
  readonly address: string;
  readonly postCode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly attentionTo: string;
  readonly phoneNumber: string;
  readonly mobileNumber: string;
  readonly emailAddress: string;
  readonly cocNumber: string;
  readonly vatNumber: string;
  readonly isBlocked: boolean;
}

export interface Article {
  readonly id: ArticleId;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly salesTypeId: string;
  /** Per unit, excluding VAT. */
  readonly salesPrice: Decimal;
  readonly eanCode: string;
  readonly isActive: boolean;
}

export interface SalesType {
  readonly id: string;
  readonly description: string;
}

export interface VatCode {
  readonly id: string;
  readonly description: string;
  readonly percentage: Decimal;
  /** Usable for sales. */
  readonly isForSales: boolean;
  readonly isDefault: boolean;
  readonly validFrom: IsoDate | null;
  /** Last valid day. */
  readonly validUntil: IsoDate | null;
}

export interface DebtorKind {
  readonly id: string;
  readonly description: string;
}

export interface PaymentCondition {
  readonly id: number;
  readonly description: string;
}

/** A debtor to create. Address in one line, as Asperion keeps it. */
export interface NewDebtor {
  readonly customerNumber: string;
  readonly name: string;
  readonly address: string;
  readonly postCode: string;
  readonly city: string;
  /** ISO 3166 two letters; empty when unknown. */
  readonly countryCode: string;
  readonly attentionTo: string;
  readonly phoneNumber: string;
  readonly emailAddress: string;
  readonly debtorKindId: string;
  readonly paymentConditionId: number;
}

/** An article to create. */
export interface NewArticle {
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly salesTypeId: string;
  /** Per unit, excluding VAT. */
  readonly salesPrice: Decimal;
}

/** The deterministic key of (OutSmart account, work-order row id) that every invoice carries. See mapping/mark-of-origin.ts. */
export interface MarkOfOrigin {
  /** The key as it stands in the description: `(ab12cd34-2417305)`. */
  readonly text: string;
  readonly rowId: WorkOrderRowId;
}

/** An invoice in the accounting system that carries one of our marks. */
export interface MarkedInvoice {
  readonly id: InvoiceId;
  readonly description: string;
  readonly invoiceNumber: string | null;
  readonly date: IsoDate | null;
}

export interface CreatedInvoice {
  readonly id: InvoiceId;
  readonly invoiceNumber: string | null;
  /** The administration that says it holds the invoice; null when the answer does not tell. */
  readonly administrationId: AdministrationId | null;
}

export interface CreatedRecord<Id> {
  readonly id: Id;
  readonly administrationId: AdministrationId | null;
}

/** How far an invoice has come: a draft, numbered and final, or paid. */
export type InvoiceStage = 'draft' | 'final' | 'paid';

/** An invoice as it stands in the accounting system now. */
export interface InvoiceNow {
  readonly id: InvoiceId;
  readonly stage: InvoiceStage;
  readonly invoiceNumber: string | null;
  /** Excluding VAT; null when the answer does not tell. */
  readonly total: Decimal | null;
  /** Equal for as long as nobody changes debtor, date, description or amounts. */
  readonly print: string;
  /** Somebody changed it after it was made, as far as the answer tells. */
  readonly isTouched: boolean;
}

/** What an invoice without our mark would have, if it were ours all the same. */
export interface InvoiceLikeness {
  readonly debtorNumber: string;
  /** Excluding VAT. */
  readonly total: Decimal;
  /** It was not made before that day. */
  readonly since: IsoDate;
}

/**
 * Asked right before a create leaves the machine. False: too much time passed since its intent was committed
 * (the process was paused); the call is then not made and `asperion.too_late_to_send` is thrown.
 */
export type MaySend = () => boolean;

/** Where invoices go: draft invoice, sales order or sales booking. The door that product.md 5.8 asks for. */
export interface InvoiceTarget {
  readonly kind: 'draft-invoice' | 'sales-order' | 'sales-booking';
  /**
   * Invoices that carry one of the marks, compared exactly. One list call where that is cheaper than one call a mark.
   * `since`: no invoice of these work orders can be older than that day.
   */
  findMarked(
    marks: readonly MarkOfOrigin[],
    since: IsoDate | null,
  ): Promise<ReadonlyMap<WorkOrderRowId, MarkedInvoice[]>>;
  /**
   * Invoices of these ids as they are now, in few calls; one that is not there any more is absent from the answer.
   * `markStart`: how all of our marks in these books begin.
   */
  readInvoices(
    wanted: readonly { readonly id: InvoiceId; readonly since: IsoDate }[],
    markStart: string,
  ): Promise<ReadonlyMap<InvoiceId, InvoiceNow>>;
  /** Invoices that carry no mark of anybody's and are like it, to the cent or so: somebody may have taken the mark out. */
  findUnmarked(likeness: InvoiceLikeness): Promise<readonly MarkedInvoice[]>;
  /** Makes the invoice. Faults: asperion.refused (certainly not made), asperion.unclear (unknown: look it up), and those of any call. */
  create(draft: DraftInvoice, maySend: MaySend): Promise<CreatedInvoice>;
  /** Asks whether the invoice would be accepted, and makes nothing. Answers the objections in the foreign system's words. */
  checkAcceptable(draft: DraftInvoice): Promise<readonly string[]>;
  /** Deletes an invoice that is still a draft; only ever on a person's word. */
  delete(id: InvoiceId): Promise<void>;
}

/** Records found by a part of their text. */
export interface Searched<T> {
  readonly records: readonly T[];
  /** There are or may be more. */
  readonly isCut: boolean;
}

/** One administration's books. Every answer is checked to come from this administration. */
export interface Books {
  readonly administrationId: AdministrationId;
  /** Pages in the order of the list; each record once. */
  readDebtors(): AsyncIterable<readonly Debtor[]>;
  /** Active articles, or only those of one sales type. */
  readArticles(filter: { readonly salesTypeId: string | null }): AsyncIterable<readonly Article[]>;
  /** Articles of these ids, inactive ones included; absent from the answer: no longer there. */
  readArticlesById(ids: ReadonlySet<ArticleId>): Promise<readonly Article[]>;
  /** Debtors whose number equals one of these, trimmed and without regard to case. */
  findDebtors(customerNumbers: readonly string[]): Promise<readonly Debtor[]>;
  /** Articles whose code equals one of these, inactive ones included. */
  findArticles(codes: readonly string[]): Promise<readonly Article[]>;
  /** Up to `limit` debtors with that text in their number or name, for a person to choose from; empty: the first ones. */
  findDebtorsWithText(text: string, limit: number): Promise<Searched<Debtor>>;
  /** Up to `limit` active articles with that text in their code or description. */
  findArticlesWithText(text: string, limit: number): Promise<Searched<Article>>;
  readSalesTypes(): Promise<readonly SalesType[]>;
  readVatCodes(): Promise<readonly VatCode[]>;
  readDebtorKinds(): Promise<readonly DebtorKind[]>;
  readPaymentConditions(): Promise<readonly PaymentCondition[]>;
  createDebtor(debtor: NewDebtor, maySend: MaySend): Promise<CreatedRecord<DebtorId>>;
  createArticle(article: NewArticle, maySend: MaySend): Promise<CreatedRecord<ArticleId>>;
  readonly target: InvoiceTarget;
}

export interface Accounting {
  /** Calls made since this door was opened, for the run's account of itself. */
  readonly callCount: number;
  readAdministrations(): Promise<readonly Administration[]>;
  books(administrationId: AdministrationId): Books;
}
