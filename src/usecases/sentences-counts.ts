/**
 * Which figures of a run are told, and in which order. Must not know their words or how they become a sentence.
 */

type Of = (part: string) => number;

/** Left out when this says so: a figure that others already tell. */
type IsTold = (of: Of) => boolean;

const always: IsTold = () => true;

/** First part of the counts of an import. */
export const importKinds = ['relations', 'materials', 'hourtypes'] as const;

/** Second part of the counts of an import, in the order in which they are told. */
export const importCounts = {
  new: always,
  changed: always,
  unchanged: always,
  inactive: always,
  gone: always,
  moved: always,
  refused: always,
  notices: always,
  read: (of: Of) => of('new') + of('changed') + of('unchanged') + of('refused') === 0,
} as const satisfies Readonly<Record<string, IsTold>>;

/** Work orders, in the order in which they are told. */
export const exportCounts = {
  offered: always,
  ready: (of: Of) => of('invoiced') === 0,
  invoiced: always,
  adopted: always,
  waiting: always,
  uncertain: always,
  absent: always,
  acknowledged: (of: Of) => of('acknowledged') !== of('invoiced'),
  unacknowledged: always,
  withdrawn: always,
  reoffered: always,
  changedInvoices: always,
  finalInvoices: always,
  paidInvoices: always,
  deletedInvoices: always,
  notFollowed: always,
} as const satisfies Readonly<Record<string, IsTold>>;

/** What the export made besides invoices. */
export const createdCounts = {
  debtorsCreated: always,
  articlesCreated: always,
} as const satisfies Readonly<Record<string, IsTold>>;

/** How one figure is told: `1 debiteur`, `2 debiteuren`. */
export interface CountWords {
  readonly one: string;
  readonly many: string;
}

/** The words of one language for every figure. */
export interface CountTexts {
  /** Title of each import. */
  readonly imports: Readonly<Record<(typeof importKinds)[number], string>>;
  readonly importCounts: Readonly<Record<keyof typeof importCounts, CountWords>>;
  readonly workOrders: string;
  readonly exportCounts: Readonly<Record<keyof typeof exportCounts, CountWords>>;
  readonly created: string;
  readonly createdCounts: Readonly<Record<keyof typeof createdCounts, CountWords>>;
}

/** The parts of which the figure is not zero and not told by another. */
export function toldParts<Part extends string>(parts: Readonly<Record<Part, IsTold>>, of: Of): Part[] {
  return (Object.keys(parts) as Part[]).filter((part) => of(part) !== 0 && parts[part](of));
}
