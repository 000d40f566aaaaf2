/**
 * The first door: what the program asks of the field service system. OutSmart stands behind it. Types only.
 * A method whose name does not begin with read, find or check changes something on the other side.
 */
import type { WorkOrderRowId } from './ids.ts';
import type { HourType, WorkOrder, WorkOrderField } from './work-order.ts';

export interface WorkStatus {
  readonly code: string;
  readonly name: string;
}

/** A row of the work-order list that could not be read as a work order at all. */
export interface UnreadableRow {
  readonly rowId: string | null;
  readonly orderNumber: string | null;
  readonly field: string;
  readonly text: string;
}

export interface WorkOrderList {
  readonly workOrders: readonly WorkOrder[];
  readonly unreadable: readonly UnreadableRow[];
}

/** A customer record to write. Required by OutSmart: number, name, street, postal code, city, none of them empty. */
export interface RelationRecord {
  readonly debtorNumber: string;
  readonly name: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly contactPerson: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly kvkNumber: string;
  readonly vatNumber: string;
  readonly externalId: string;
  readonly isActive: boolean;
}

/** A material to write. All members required by OutSmart except the EAN code; price is text with a dot. */
export interface MaterialRecord {
  readonly code: string;
  readonly description: string;
  readonly price: string;
  readonly unit: string;
  readonly eanCode: string;
}

/** An hour type to write; price is text with a dot. */
export interface HourTypeRecord {
  readonly code: string;
  readonly name: string;
  readonly salePrice: string;
  readonly isActive: boolean;
}

export interface RefusedRecord {
  /** The record's own key: debtor number or code. */
  readonly key: string;
  /** The foreign system's words. */
  readonly messages: readonly string[];
}

/** Every record handed in is either accepted or refused. */
export interface WriteResult {
  readonly acceptedKeys: readonly string[];
  readonly refused: readonly RefusedRecord[];
}

export interface FieldService {
  /** Calls made since this door was opened, for the run's account of itself. */
  readonly callCount: number;
  /** Passes when the token pair is accepted. Faults: outsmart.token_refused, outsmart.software_token_refused, outsmart.unreachable. */
  checkCredentials(): Promise<void>;
  /** Work orders that are Compleet with that work status and not archived; changes nothing in OutSmart. */
  readReadyWorkOrders(workStatusCode: string): Promise<WorkOrderList>;
  /** One work order by row id, whatever its status; null when unknown. Changes nothing in OutSmart. */
  readWorkOrder(rowId: WorkOrderRowId): Promise<WorkOrder | null>;
  /** Work orders with exactly that order number, whatever their status. Changes nothing in OutSmart. */
  findWorkOrders(orderNumber: string): Promise<readonly WorkOrder[]>;
  /** Tells OutSmart the work order is handled (Compleet becomes Afgehandeld). Safe to repeat. Null when the row is unknown. */
  acknowledgeWorkOrder(rowId: WorkOrderRowId): Promise<WorkOrder | null>;
  readWorkStatuses(): Promise<readonly WorkStatus[]>;
  createWorkStatus(status: WorkStatus): Promise<void>;
  readHourTypes(): Promise<readonly HourType[]>;
  /** Fields a person may choose for reference and extra lines, the free fields of this account included. */
  readWorkOrderFields(): Promise<readonly WorkOrderField[]>;
  writeRelations(records: readonly RelationRecord[]): Promise<WriteResult>;
  writeMaterials(records: readonly MaterialRecord[]): Promise<WriteResult>;
  writeHourTypes(records: readonly HourTypeRecord[]): Promise<WriteResult>;
}
