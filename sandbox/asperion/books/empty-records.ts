// Records in which nothing was filled in: the value of every member that is left out. Must not know who leaves it out.
import type { Article, Debtor, LedgerAccount, SalesType, VatCode } from './records.ts';

export const emptyVatCode: VatCode = {
  id: '',
  description: '',
  salesCode: true,
  percentage: 0,
  isDefault: false,
  validFrom: null,
  validUntil: null,
  countryCode: 'NL',
};

export const emptySalesType: SalesType = {
  id: '',
  description: '',
  ledgerAccountId: null,
  vatCode: null,
  disabled: false,
};

export const emptyLedgerAccount: LedgerAccount = {
  id: 0,
  type: 2,
  description: '',
  vatCode: null,
  disabled: false,
  rcsfi: null,
};

/** A debtor in which nothing was filled in but what the application insists on. */
export const emptyDebtor = {
  customerNumber: '',
  name: '',
  address: '',
  addressLine2: null,
  addressLine3: null,
  postCode: '',
  city: '',
  countryCode: '',
  attentionTo: '',
  phoneNumber: '',
  mobileNumber: '',
  faxNumber: '',
  emailAddress: '',
  cocNumber: '',
  vatNumber: '',
  iban: '',
  bic: '',
  bban: '',
  directDebit: false,
  debtorKindId: '1',
  paymentConditionId: null,
  paymentMethodId: null,
  comments: null,
  characteristic4: null,
  characteristic5: null,
  dateLastChange: null,
  blocked: false,
  noReminder: false,
} as const satisfies Omit<Debtor, 'id' | 'dateAdded'>;

/** An article in which nothing was filled in. */
export const emptyArticle = {
  code: '',
  description: '',
  longDescription: null,
  unit: null,
  salesTypeId: '1',
  salesPrice: 0,
  grossSalesPrice: 0,
  purchasePrice: 0,
  priceFactor: 1,
  eanCode1: null,
  eanCode2: null,
  isStockArticle: false,
  currentStock: 0,
  isActive: true,
  dateLastChange: null,
} as const satisfies Omit<Article, 'id'>;
