// The records of the sandbox, spelled as Asperion spells them on the wire. A record is stored exactly as it is sent,
// numbers included, so that nothing is rounded on the way. Must not know of HTTP, pages or identity.

/** One administration: the unit that the tenant header chooses. */
export interface Administration {
  readonly id: number;
  readonly name: string;
  readonly telephoneNumber: string;
  readonly email: string;
  /** Sales orders exist only with this module. */
  readonly inTrade: boolean;
  /** With it, a debtor may be created without a customer number. */
  readonly automaticDebtorNumbers: boolean;
}

/** A customer. Texts that the service gives as null when empty are nullable here, all other texts are "" then. */
export interface Debtor {
  readonly id: number;
  readonly customerNumber: string;
  readonly name: string;
  readonly address: string;
  readonly addressLine2: string | null;
  readonly addressLine3: string | null;
  readonly postCode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly attentionTo: string;
  readonly phoneNumber: string;
  readonly mobileNumber: string;
  readonly faxNumber: string;
  readonly emailAddress: string;
  readonly cocNumber: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string;
  readonly bban: string;
  readonly directDebit: boolean;
  readonly debtorKindId: string;
  readonly paymentConditionId: number | null;
  readonly paymentMethodId: string | null;
  readonly comments: string | null;
  readonly characteristic4: string | null;
  readonly characteristic5: string | null;
  readonly dateAdded: string;
  readonly dateLastChange: string | null;
  readonly blocked: boolean;
  readonly noReminder: boolean;
}

/** Debtor kind, payment method: a code with a description. */
export interface Described {
  readonly id: string;
  readonly description: string;
}

export interface PaymentCondition {
  readonly id: number;
  readonly description: string;
}

export interface VatCode {
  readonly id: string;
  readonly description: string;
  /** Usable for sales. */
  readonly salesCode: boolean;
  readonly percentage: number;
  readonly isDefault: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly countryCode: string;
}

export interface SalesType {
  readonly id: string;
  readonly description: string;
  readonly ledgerAccountId: number | null;
  readonly vatCode: string | null;
  readonly disabled: boolean;
}

export interface Article {
  readonly id: number;
  readonly code: string;
  readonly description: string;
  readonly longDescription: string | null;
  readonly unit: string | null;
  readonly salesTypeId: string;
  readonly salesPrice: number;
  readonly grossSalesPrice: number;
  readonly purchasePrice: number;
  readonly priceFactor: number;
  readonly eanCode1: string | null;
  readonly eanCode2: string | null;
  readonly isStockArticle: boolean;
  /** Read only: stock moves only inside the application. */
  readonly currentStock: number;
  readonly isActive: boolean;
  readonly dateLastChange: string | null;
}

export interface LedgerAccount {
  readonly id: number;
  readonly type: number;
  readonly description: string;
  readonly vatCode: string | null;
  readonly disabled: boolean;
  readonly rcsfi: string | null;
}

export interface Journal {
  readonly id: string;
  readonly description: string;
  readonly type: string;
}

export interface CostCenter {
  readonly id: number;
  readonly description: string;
  readonly conversionCode: string | null;
}

type LineType = 'Article' | 'SalesType' | 'Text';

/** A line of a draft invoice or a sales order. Text lines carry a description only. */
export interface DraftLine {
  readonly id: number;
  readonly lineType: LineType;
  readonly articleId: number | null;
  readonly salesTypeId: string | null;
  readonly description: string;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly price: number | null;
  readonly discountPercentage: number | null;
  readonly vatCode: string | null;
  readonly costCenterId: number | null;
  /** Excluding VAT, in euros, rounded half up to cents; null on a text line. */
  readonly amount: number | null;
}

/** Euros, each computed from exact decimals. */
export interface Totals {
  readonly amountExclVat: number;
  readonly vatAmount: number;
  readonly amountInclVat: number;
}

/** Status of an invoice: 1 concept, 2 in a journal entry, 3 in the ledger, 6 payable, 7 paid, 8 on hold. */
type InvoiceStatus = 1 | 2 | 3 | 6 | 7 | 8;

export interface DraftInvoice extends Totals {
  readonly id: number;
  readonly status: InvoiceStatus;
  /** Null until the draft is processed. */
  readonly invoiceNumber: string | null;
  readonly debtorCustomerNumber: string;
  readonly date: string;
  readonly subject: string | null;
  readonly description: string | null;
  readonly reference: string | null;
  readonly journalId: string | null;
  readonly paymentConditionId: number | null;
  readonly layoutId: number | null;
  readonly emailLayoutId: number | null;
  readonly dateAdded: string;
  readonly dateLastChange: string | null;
  readonly lines: readonly DraftLine[];
}

export interface SalesInvoiceLine {
  readonly id: number;
  readonly description: string;
  readonly amount: number;
  readonly ledgerAccountId: number;
  readonly vatCode: string;
  readonly vatAmount: number;
  readonly costCenterId: number | null;
  readonly costUnitId: number | null;
}

/** A sales booking; also what a processed draft becomes in the books. */
export interface SalesInvoice extends Totals {
  readonly id: number;
  readonly invoiceNumber: string;
  readonly date: string;
  readonly bookyear: number;
  readonly bookperiod: number;
  readonly journalId: string;
  readonly debtorCustomerNumber: string;
  readonly description: string;
  readonly paymentConditionId: number | null;
  readonly paymentDueDate: string | null;
  readonly status: InvoiceStatus;
  readonly lines: readonly SalesInvoiceLine[];
}

export interface SalesOrder extends Totals {
  readonly id: number;
  readonly status: number;
  readonly orderNumber: string;
  readonly debtorCustomerNumber: string;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  readonly customerReference: string | null;
  readonly description: string | null;
  readonly reference: string | null;
  readonly dateAdded: string;
  readonly lines: readonly DraftLine[];
}

/** A document attached to a draft or a booking. */
export interface StoredFile {
  readonly id: string;
  /** Collection and id of the record it belongs to, e.g. "drafts:5031". */
  readonly owner: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly createdOn: string;
  readonly contentBase64: string;
}

/** A person who can sign in. The password is kept readable: this is a sandbox. */
export interface SandboxUser {
  readonly userName: string;
  readonly password: string;
  readonly profileName: string;
  readonly administrations: readonly number[];
  readonly defaultAdministration: number;
}

/** A program that may ask users for access. */
export interface SandboxClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}
