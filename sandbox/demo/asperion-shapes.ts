// What Asperion sends for the records of the demo, named as on the wire. A reading of the API notes of its own:
// it shares no type with the stand-in for Asperion nor with the program under test. `_meta` is left to the server.

export type AsperionDebtor = {
  id: number;
  customerNumber: string;
  name: string;
  address: string;
  addressLine2: string | null;
  addressLine3: string | null;
  postCode: string;
  city: string;
  countryCode: string;
  attentionTo: string;
  phoneNumber: string;
  mobileNumber: string;
  faxNumber: string;
  emailAddress: string;
  cocNumber: string;
  vatNumber: string;
  iban: string;
  bic: string;
  bban: string;
  directDebit: boolean;
  debtorKindId: string;
  paymentConditionId: number;
  paymentMethodId: string;
  comments: string | null;
  characteristic4: string | null;
  characteristic5: string | null;
  dateAdded: string;
  dateLastChange: string | null;
  blocked: boolean;
  noReminder: boolean;
};

export type AsperionArticle = {
  id: number;
  code: string;
  description: string;
  longDescription: string | null;
  unit: string;
  salesTypeId: string;
  salesPrice: number;
  grossSalesPrice: number;
  purchasePrice: number;
  priceFactor: number;
  eanCode1: string | null;
  eanCode2: string | null;
  isStockArticle: boolean;
  currentStock: number;
  isActive: boolean;
  dateLastChange: string | null;
};

export type AsperionSalesType = {
  id: string;
  description: string;
  ledgerAccountId: number;
  vatCode: string;
  disabled: boolean;
};

export type AsperionVatCode = {
  id: string;
  description: string;
  salesCode: boolean;
  percentage: number;
  isDefault: boolean;
  validFrom: string | null;
  validUntil: string | null;
  countryCode: string;
};

export type AsperionDebtorKind = { id: string; description: string };
export type AsperionPaymentCondition = { id: number; description: string };
export type AsperionJournal = { id: string; description: string; type: string };

export type AsperionLedgerAccount = {
  id: number;
  type: number;
  description: string;
  vatCode: string | null;
  disabled: boolean;
  rcsfi: string | null;
};

export type AsperionAdministration = {
  id: number;
  name: string;
  /** Sales orders and stock need this module; the demo company does without. */
  inTrade: boolean;
  debtors: AsperionDebtor[];
  articles: AsperionArticle[];
  salesTypes: AsperionSalesType[];
  vatCodes: AsperionVatCode[];
  debtorKinds: AsperionDebtorKind[];
  paymentConditions: AsperionPaymentCondition[];
  journals: AsperionJournal[];
  ledgerAccounts: AsperionLedgerAccount[];
};

type AsperionUser = {
  userName: string;
  password: string;
  profileName: string;
  administrations: number[];
  defaultAdministration: number;
};

export type AsperionSeed = { administrations: AsperionAdministration[]; users: AsperionUser[] };
