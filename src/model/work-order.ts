/**
 * A finished work order as mapping reads it: OutSmart's wire form already parsed, nothing decided yet. Types only.
 */
import type { IsoDate } from '../kernel/dates.ts';
import type { Decimal } from '../kernel/decimal.ts';
import type { WorkOrderRowId } from './ids.ts';

/** A value as it was read: present, empty, or a text that cannot be read as what it should be. */
export type ReadValue<T> =
  | { readonly kind: 'value'; readonly value: T; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly text: string };

/** A customer of the work order: the place of work, or the party to invoice. All texts as sent, untrimmed; empty when absent. */
export interface Party {
  readonly debtorNumber: string;
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly contactPerson: string;
  readonly phone: string;
  readonly email: string;
}

export interface MaterialLine {
  /** Place on the work order, from 0. */
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: ReadValue<Decimal>;
  /** Per unit, excluding VAT. */
  readonly price: ReadValue<Decimal>;
}

export interface WorkPeriod {
  /** Place on the work order, from 0. */
  readonly index: number;
  readonly hourType: string;
  readonly remark: string;
  readonly employeeNumber: string;
  /** Whole minutes; may pass 24 hours. */
  readonly totalMinutes: ReadValue<number>;
  /** Minutes since midnight. */
  readonly beginMinutes: ReadValue<number>;
  readonly endMinutes: ReadValue<number>;
  readonly breakMinutes: ReadValue<number>;
}

export interface WorkOrder {
  readonly rowId: WorkOrderRowId;
  /** OutSmart's own number, the one people use; empty when there is none. */
  readonly orderNumber: string;
  readonly status: string;
  /** Code of the work status; empty when there is none. */
  readonly workStatus: string;
  readonly isArchived: boolean;
  readonly workParty: Party;
  readonly invoiceParty: Party;
  readonly materials: readonly MaterialLine[];
  readonly workPeriods: readonly WorkPeriod[];
  /** Every value that may be chosen for reference and extra lines, by field id (`OrderNr`, `FreeFields.val_value_2`). */
  readonly fields: Readonly<Record<string, string>>;
  /** Day of the work, or of creation when no work day is known; null when neither can be read. */
  readonly workDate: IsoDate | null;
  readonly createdOn: IsoDate | null;
  /** Last change as OutSmart writes it; only compared for equality. */
  readonly changedAt: string;
  /** Members whose shape could not be read at all, such as materials that are no list. */
  readonly unreadable: readonly { readonly field: string; readonly text: string }[];
}

/** One member that differs between two versions of a work order, such as `materials.0.quantity` or `fields.Reference`. */
export interface MemberChange {
  readonly member: string;
  readonly before: string;
  readonly after: string;
}

/** An hour type as OutSmart keeps it. */
export interface HourType {
  readonly code: string;
  readonly name: string;
  readonly salePrice: ReadValue<Decimal>;
  readonly isActive: boolean;
}

/** A field of work orders that a person may choose, with its Dutch label. */
export interface WorkOrderField {
  readonly id: string;
  readonly label: string;
}
