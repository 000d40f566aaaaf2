/**
 * The fields of a work order that a person may choose for the reference and the extra lines, with their Dutch labels.
 * Left out on purpose: the internal description (it never leaves OutSmart), device id, signature, coordinates, addresses
 * of files, and flags and codes that mean nothing on an invoice. Knows nothing of invoices.
 */
import type { WorkOrderField } from '../model/work-order.ts';

/** Every scalar field on offer, in the order in which the page shows them; ids are OutSmart's own names. */
export const scalarFields = [
  { id: 'OrderNr', label: 'Ordernummer' },
  { id: 'WorkorderNo', label: 'Werkbonnummer (extern)' },
  { id: 'JobNr', label: 'Opdrachtnummer' },
  { id: 'Reference', label: 'Referentie' },
  { id: 'ExternalReference', label: 'Externe referentie' },
  { id: 'ProjectNr', label: 'Projectnummer' },
  { id: 'ExternProjectNr', label: 'Extern projectnummer' },
  { id: 'ProjectActivityNr', label: 'Projectfase' },
  { id: 'ContractNumber', label: 'Contractnummer' },
  { id: 'SlaCode', label: 'SLA-code' },
  { id: 'ShortWorkDescription', label: 'Korte omschrijving' },
  { id: 'WorkDescription', label: 'Werkomschrijving' },
  { id: 'WorkInstruction', label: 'Werkinstructie' },
  { id: 'Comment', label: 'Opmerking van de medewerker' },
  { id: 'TypeOfWork', label: 'Soort werk' },
  { id: 'PaymentMethod', label: 'Betaalwijze' },
  { id: 'WorkDate', label: 'Werkdatum' },
  { id: 'WorkTime', label: 'Begintijd' },
  { id: 'WorkEndDate', label: 'Einddatum' },
  { id: 'WorkEndTime', label: 'Eindtijd' },
  { id: 'WorkDeadline', label: 'Uiterste datum' },
  { id: 'WorkDuration', label: 'Geplande duur (minuten)' },
  { id: 'MinimumHours', label: 'Minimumaantal uren' },
  { id: 'CreationDate', label: 'Aanmaakdatum' },
  { id: 'EmployeeNr', label: 'Medewerker (nummer)' },
  { id: 'Accountmanager', label: 'Accountmanager' },
  { id: 'PgpCode', label: 'Planningsgroep' },
  { id: 'CustomerName', label: 'Klant: naam' },
  { id: 'CustomerDebtorNr', label: 'Klant: debiteurnummer' },
  { id: 'CustomerStreet', label: 'Klant: straat' },
  { id: 'CustomerStreetNo', label: 'Klant: huisnummer' },
  { id: 'CustomerZIP', label: 'Klant: postcode' },
  { id: 'CustomerCity', label: 'Klant: plaats' },
  { id: 'CustomerCountry', label: 'Klant: land' },
  { id: 'CustomerContactPerson', label: 'Klant: contactpersoon' },
  { id: 'CustomerPhone', label: 'Klant: telefoon' },
  { id: 'CustomerEmail', label: 'Klant: e-mailadres' },
  { id: 'CustomerRemark', label: 'Klant: opmerking' },
  { id: 'CustomerNameInvoice', label: 'Factuurklant: naam' },
  { id: 'CustomerDebtorNrInvoice', label: 'Factuurklant: debiteurnummer' },
  { id: 'CustomerStreetInvoice', label: 'Factuurklant: straat' },
  { id: 'CustomerStreetNoInvoice', label: 'Factuurklant: huisnummer' },
  { id: 'CustomerZIPInvoice', label: 'Factuurklant: postcode' },
  { id: 'CustomerCityInvoice', label: 'Factuurklant: plaats' },
  { id: 'CustomerCountryInvoice', label: 'Factuurklant: land' },
  { id: 'CustomerContactPersonInvoice', label: 'Factuurklant: contactpersoon' },
  { id: 'CustomerPhoneInvoice', label: 'Factuurklant: telefoon' },
  { id: 'CustomerEmailInvoice', label: 'Factuurklant: e-mailadres' },
  { id: 'CustomerRemarkInvoice', label: 'Factuurklant: opmerking' },
  { id: 'CpnCode', label: 'Contactpersoon (code)' },
  { id: 'CpnCodeInvoice', label: 'Contactpersoon factuur (code)' },
  { id: 'AdrCode', label: 'Adres (code)' },
  { id: 'ErrorCode', label: 'Storing (code)' },
  { id: 'ErrorMessage', label: 'Storing' },
  { id: 'SolutionCode', label: 'Oplossing (code)' },
  { id: 'SolutionMessage', label: 'Oplossing' },
  { id: 'PriorityCode', label: 'Prioriteit (code)' },
  { id: 'PriorityMessage', label: 'Prioriteit' },
] as const satisfies readonly WorkOrderField[];

export type ScalarFieldId = (typeof scalarFields)[number]['id'];

const FREE_FIELD_MEMBER = /^val_value_(?:[1-9]|[1-4]\d|50)$/;

/** True for the name of a free field's value on a record: `val_value_1` up to `val_value_50`. */
export function isFreeFieldMember(name: string): boolean {
  return FREE_FIELD_MEMBER.test(name);
}

/** The field id of a free field of the work order: `FreeFields.val_value_2`. */
export function freeFieldId(member: string): string {
  return `FreeFields.${member}`;
}

/** A free field as OutSmart defines it, read as text. */
export interface FreeFieldDefinition {
  readonly fld_entity: string;
  readonly fld_name: string;
  readonly fld_reference_name: string;
  readonly fld_order: string;
}

/** The scalar fields, then the account's free fields of work orders by their own label and in their own order. */
export function fieldsOnOffer(definitions: readonly FreeFieldDefinition[]): readonly WorkOrderField[] {
  const freeFields = new Map<string, WorkOrderField>();
  const ofWorkOrders = definitions.filter((definition) => definition.fld_entity.trim().toUpperCase() === 'WORKORDER');
  for (const definition of ofWorkOrders.toSorted((a, b) => Number(a.fld_order) - Number(b.fld_order))) {
    const member = valueMember(definition);
    if (member === null || freeFields.has(member)) continue;
    const label = definition.fld_name.trim() || `Vrij veld ${member.slice('val_value_'.length)}`;
    freeFields.set(member, { id: freeFieldId(member), label });
  }
  return [...scalarFields, ...freeFields.values()];
}

/**
 * @assumed (API notes 12) The value of a free field is the member named by `fld_reference_name` when that is a
 * `val_value_N`, else the one with the number `fld_order`.
 */
function valueMember(definition: FreeFieldDefinition): string | null {
  const candidates = [definition.fld_reference_name.trim(), `val_value_${definition.fld_order.trim()}`];
  return candidates.find(isFreeFieldMember) ?? null;
}
