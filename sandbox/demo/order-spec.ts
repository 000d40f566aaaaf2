// What the demo says about one work order before it takes its form on the wire: who, when, what was used and worked,
// and what should become of it. Lists of these are written down by kind; order-on-the-wire.ts fills in the rest.

import type { OutSmartWorkOrder, OutSmartWorkPeriod } from './outsmart-shapes.ts';
import type { Party } from './parties.ts';

export type WaitReason =
  | 'relatie-onbekend'
  | 'relatie-geblokkeerd'
  | 'materiaal-onbekend'
  | 'uursoort-onbekend'
  | 'regel-zonder-artikelcode'
  | 'uren-zonder-uursoort'
  | 'geen-regels'
  | 'waarde-onleesbaar';

/** What should become of a work order under the demo settings. */
export type Expected =
  | {
      outcome: 'ready';
      /** Number of the debtor to invoice, as Asperion spells it. */
      debtor: string;
      reference: string | null;
      /** Lines with a quantity; the two text lines that every invoice opens with are not counted. */
      invoiceLines: number;
      /** Sum of quantity × price without VAT, exact and unrounded. */
      totalExcl: string;
    }
  | { outcome: 'waits'; reasons: readonly WaitReason[] }
  | { outcome: 'not-qualifying'; because: string };

export type MaterialSpec = {
  code: string;
  name: string;
  quantity: string;
  unit: string;
  price: string;
};

export type PeriodSpec = {
  hourType: string;
  /** Begin, as `H:i`. The end follows from worked minutes and break. */
  begin: string;
  minutes: number;
  breakMinutes: number;
  remark: string;
  /** Fields that are not what they should be: an empty total time, an unreadable one. */
  wire: Partial<OutSmartWorkPeriod>;
};

/** All that OutSmart is told about a work order. */
export type OrderContent = {
  /** Working days before today; negative for work that is still planned. */
  workdaysAgo: number;
  party: Party;
  /** The party to invoice; null when OutSmart leaves those fields empty. */
  invoiceParty: Party | null;
  employeeNr: string;
  typeOfWork: string;
  short: string;
  description: string;
  materials: readonly MaterialSpec[];
  periods: readonly PeriodSpec[];
  /** Fields that differ from an ordinary completed work order. */
  wire: Partial<OutSmartWorkOrder>;
};

export type OrderSpec = OrderContent & {
  /** The rule the order shows, as a short name; several orders may share one. */
  kind: string;
  expected: Expected;
};
