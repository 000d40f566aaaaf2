// What OutSmart sends for the records of the demo, named as on the wire: nearly everything is text, ids and flags
// included. A reading of the API notes of its own, shared with neither the stand-in nor the program under test.

export type OutSmartEmployee = { number: string; firstname: string; lastname: string; active: string };
export type OutSmartWorkStatus = { sta_code: string; sta_name: string };
export type OutSmartWorkType = {
  wrt_name: string;
  wrt_description: string;
  wrt_default_minutes: string;
  wrt_active: string;
};

export type OutSmartFreeField = {
  fld_entity: string;
  fld_name: string;
  fld_type: string;
  fld_values: string;
  fld_reference_name: string;
  fld_order: string;
  fld_required: string;
};

export type OutSmartHourType = {
  code: string;
  name: string;
  cost_booking: string;
  sale_booking: string;
  sale_price: string;
  cost_price: string;
  active: string;
};

export type OutSmartRelation = {
  debtor_number: string;
  name: string;
  contact: string;
  phone_number: string;
  mobile: string;
  email: string;
  email_workorder: string;
  street: string;
  house_number: string;
  postal_code: string;
  city: string;
  country: string;
  remark: string;
  latitude: null;
  longitude: null;
  external_id: string;
  debtor_number_invoice: string;
  kvk_number: string;
  vat_number: string;
  debtor_type: string;
  language: string;
  active: string;
};

export type OutSmartMaterial = {
  code: string;
  description: string;
  price: string;
  unit: string;
  eancode: string;
  barcode: string;
  freefield1: string;
  freefield2: string;
  freefield3: string;
  freefield4: string;
  freefield5: string;
};

export type OutSmartMaterialLine = {
  MaterialCode: string;
  MaterialName: string;
  MaterialNr: string;
  MaterialUnit: string;
  MaterialPrice: string;
  MaterialTotalPrice: string;
  MaterialType: string | null;
  MaterialFreeField1: string | null;
  MaterialFreeField2: string | null;
  MaterialFreeField3: string | null;
  MaterialFreeField4: string | null;
  MaterialFreeField5: string | null;
};

export type OutSmartWorkPeriod = {
  Id: string;
  WorkDate: string;
  BeginTime: string;
  EndTime: string;
  Break: string;
  TotalTime: string;
  Travel: string;
  WorkRemark: string;
  HourType: string;
  EmployeeNr: string;
  ObjCode: string;
  ExternalId: string;
};

type TextFields<Name extends string> = { [Field in Name]: string };

/** The party at the place of work, and with `Invoice` behind the name the party to invoice. */
export type CustomerField =
  | 'CustomerName'
  | 'CustomerDebtorNr'
  | 'CustomerStreet'
  | 'CustomerStreetNo'
  | 'CustomerEmail'
  | 'CustomerZIP'
  | 'CustomerCity'
  | 'CustomerCountry'
  | 'CustomerContactPerson'
  | 'CustomerPhone'
  | 'CustomerRemark'
  | 'CpnCode';

type OrderTextField =
  | 'id'
  | 'WorkorderNo'
  | 'OrderNr'
  | 'JobNr'
  | 'Reference'
  | 'ExternalReference'
  | 'ContractNumber'
  | 'SlaCode'
  | 'ProjectNr'
  | 'ExternProjectNr'
  | 'ProjectActivityNr'
  | 'AdrCode'
  | 'TypeOfWork'
  | 'ShortWorkDescription'
  | 'WorkDescription'
  | 'InternalWorkDescription'
  | 'WorkInstruction'
  | 'Comment'
  | 'PaymentMethod'
  | 'EmployeeNr'
  | 'WorkDate'
  | 'WorkTime'
  | 'WorkEndDate'
  | 'WorkEndTime'
  | 'WorkDeadline'
  | 'WorkDuration'
  | 'MinimumHours'
  | 'RoundingAmount'
  | 'CreationDate'
  | 'MutationDate'
  | 'status'
  | 'WorkFinished'
  | 'Archived'
  | 'PickupPlanning'
  | 'WebPlanning'
  | 'ErrorCode'
  | 'ErrorMessage'
  | 'SolutionCode'
  | 'SolutionMessage'
  | 'PriorityCode'
  | 'PriorityMessage'
  | 'PgpCode'
  | 'Accountmanager'
  | 'UDID'
  | 'Signature'
  | 'SignatureUrl'
  | 'SignatureContactperson'
  | 'PdfUrl'
  | 'WordUrl'
  | 'WorksheetCode';

export type OutSmartWorkOrder = TextFields<CustomerField | `${CustomerField}Invoice` | OrderTextField> & {
  CustomerLatitude: null;
  CustomerLongitude: null;
  /** Mostly empty text when there is none; null in some newer replies. */
  WorkStatus: string | null;
  StatusChanges: { status: string; timestamp: string; user: string }[];
  Employees: string[];
  Photos: { image: string; title: string }[];
  Workperiods: OutSmartWorkPeriod[];
  Materials: OutSmartMaterialLine[];
  Documents: string[];
  Forms: never[];
  WorkObjects: string[];
  FreeFields: Record<string, string | null>;
};

export type OutSmartSeed = {
  employees: OutSmartEmployee[];
  freeFields: OutSmartFreeField[];
  workStatusses: OutSmartWorkStatus[];
  worktypes: OutSmartWorkType[];
  hourTypes: OutSmartHourType[];
  relations: OutSmartRelation[];
  materials: OutSmartMaterial[];
  workOrders: OutSmartWorkOrder[];
};
