// What the command line answers with --json, as far as the stories look at it. Written down here once more, as a script of a
// customer would know it, so that a change of these documents shows.

export interface AccountNamed {
  readonly id: string;
  readonly name: string;
}

export interface Reason {
  readonly reason: string;
  readonly field: string;
  readonly found: string;
  readonly sentence: string;
}

export interface Order {
  readonly orderNumber: string;
  readonly rowId: string;
  readonly state: string;
  readonly administrationId: number;
  readonly amount: string;
  readonly reasons: readonly Reason[];
  readonly invoiceId: string | null;
}

export interface OrdersDocument {
  readonly account: AccountNamed;
  readonly totals: readonly { readonly state: string; readonly count: number; readonly amount: string }[];
  readonly orders: readonly Order[];
}

export interface RunDocument {
  readonly id: string;
  readonly job: string;
  readonly trigger: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly faultCode: string | null;
}

export interface SyncDocument {
  readonly account: AccountNamed;
  readonly run: RunDocument;
  readonly firstExportConfirmed: boolean;
  readonly waiting: readonly { readonly orderNumber: string; readonly reasons: readonly Reason[] }[];
  readonly uncertain: readonly { readonly orderNumber: string }[];
  readonly invoiced: readonly { readonly orderNumber: string; readonly invoiceId: string }[];
}

export interface LogDocument {
  readonly lines: readonly {
    readonly subjectKind: string;
    readonly subjectKey: string;
    readonly result: string;
    readonly code: string | null;
    readonly sentence: string;
  }[];
}

export interface DoctorDocument {
  readonly healthy: boolean;
  readonly parts: readonly {
    readonly account: AccountNamed | null;
    readonly checks: readonly { readonly name: string; readonly state: string; readonly text: string }[];
  }[];
}

export interface FaultsDocument {
  readonly faults: readonly {
    readonly code: string;
    readonly call: string | null;
    readonly field: string | null;
    readonly maskedBody: string | null;
  }[];
}

export interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly text: string;
    readonly problems?: readonly { readonly field: string; readonly text: string }[];
  };
}
