/**
 * Whom to invoice: the debtor of the work order, the one to create, or why it waits. Knows nothing of lines.
 */
import { foldCode, isBlank, oneLine } from '../kernel/text.ts';
import type { NewDebtor } from '../model/accounting.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { Finding, Notice } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import type { Party, WorkOrder } from '../model/work-order.ts';
import { countryCode } from './country-codes.ts';
import type { Obstacle } from './findings.ts';
import { findingAbout, notice } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import { type OriginRule, traced } from './origins.ts';

const ADDRESS_STAND_IN = '-';

/** The party whose debtor number counts, and how its members are called on the work order. */
interface InvoicedParty {
  readonly party: Party;
  readonly number: string;
  readonly rule: 'invoice-party' | 'work-party';
  readonly suffix: 'Invoice' | '';
}

export interface DebtorOutcome {
  /** Null while the work order waits for its debtor. */
  readonly number: Traced<string> | null;
  readonly name: string;
  readonly newDebtor: NewDebtor | null;
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** The number to look the debtor up by, trimmed; empty when the work order holds none. */
export function debtorNumberOf(workOrder: WorkOrder): string {
  return invoicedParty(workOrder).number;
}

/**
 * The debtor to invoice. Findings: relatie-onbekend (obstacles: no-number, debtorKindId, paymentConditionId, no-name,
 * link-gone), relatie-geblokkeerd (obstacle: link-blocked). A filled but unknown invoice debtor never gives way to the customer: the bill would go to the wrong party.
 */
export function debtorOf(workOrder: WorkOrder, settings: Settings, knowledge: Knowledge): DebtorOutcome {
  const invoiced = invoicedParty(workOrder);
  const name = oneLine(invoiced.party.name);
  const linked = knowledge.choices.debtor.links.get(foldCode(invoiced.number));
  if (invoiced.number !== '' && linked !== undefined) return linkedDebtor(invoiced, name, linked, knowledge);
  const known = knowledge.debtors.get(foldCode(invoiced.number));
  if (invoiced.number === '' || known === undefined) return unknownDebtor(invoiced, name, settings, knowledge);
  if (known.isBlocked) {
    const blocked = findingAbout('relatie-geblokkeerd', known.customerNumber, {
      field: fieldOf(invoiced),
      name: known.name,
    });
    return { number: null, name: known.name, newDebtor: null, findings: [blocked], notices: [] };
  }
  const number = tracedNumber(invoiced, known.customerNumber, `debtor.${invoiced.rule}`, {});
  return { number, name: known.name, newDebtor: null, findings: [], notices: [] };
}

/** The debtor that a person chose for the number; the finding that it cannot be used is about the number on the work order. */
function linkedDebtor(invoiced: InvoicedParty, name: string, target: string, knowledge: Knowledge): DebtorOutcome {
  const known = knowledge.debtors.get(foldCode(target));
  if (known !== undefined && !known.isBlocked) {
    const number = tracedNumber(invoiced, known.customerNumber, 'debtor.linked', { code: invoiced.number });
    return { number, name: known.name, newDebtor: null, findings: [], notices: [] };
  }
  const detail = { field: fieldOf(invoiced), name, found: target };
  const unusable =
    known === undefined
      ? findingAbout('relatie-onbekend', invoiced.number, { ...detail, obstacle: 'link-gone' })
      : findingAbout('relatie-geblokkeerd', invoiced.number, { ...detail, obstacle: 'link-blocked' });
  return { number: null, name, newDebtor: null, findings: [unusable], notices: [] };
}

function invoicedParty(workOrder: WorkOrder): InvoicedParty {
  const { invoiceParty, workParty } = workOrder;
  const invoiceNumber = invoiceParty.debtorNumber.trim();
  if (invoiceNumber !== '')
    return { party: invoiceParty, number: invoiceNumber, rule: 'invoice-party', suffix: 'Invoice' };
  return { party: workParty, number: workParty.debtorNumber.trim(), rule: 'work-party', suffix: '' };
}

function fieldOf(invoiced: InvoicedParty): string {
  return `CustomerDebtorNr${invoiced.suffix}`;
}

function tracedNumber(
  invoiced: InvoicedParty,
  number: string,
  rule: OriginRule & `debtor.${string}`,
  parameters: Readonly<Record<string, string>>,
): Traced<string> {
  const found = invoiced.party.debtorNumber;
  return traced(number, 'work-order', fieldOf(invoiced), { ...(found === number ? {} : { found }), rule, parameters });
}

function unknownDebtor(
  invoiced: InvoicedParty,
  name: string,
  settings: Settings,
  { choices }: Knowledge,
): DebtorOutcome {
  const mayCreate = settings.createRelations || choices.debtor.creatable.has(foldCode(invoiced.number));
  const creatable = newDebtor(invoiced, name, settings, mayCreate);
  if (typeof creatable === 'string') {
    const detail = { field: fieldOf(invoiced), name, obstacle: creatable };
    const findings = [findingAbout('relatie-onbekend', invoiced.number, detail)];
    return { number: null, name, newDebtor: null, findings, notices: [] };
  }
  const number = tracedNumber(invoiced, creatable.customerNumber, `debtor.new-${invoiced.rule}`, { name });
  const parameters = { number: creatable.customerNumber, name };
  const notices =
    creatable.address === ADDRESS_STAND_IN
      ? [notice('debtor-address-missing', `CustomerStreet${invoiced.suffix}`, parameters)]
      : [];
  return { number, name, newDebtor: creatable, findings: [], notices };
}

/** The debtor to create, or why there is none; the empty text when it may not be created. */
function newDebtor(
  invoiced: InvoicedParty,
  name: string,
  settings: Settings,
  mayCreate: boolean,
): NewDebtor | Obstacle | '' {
  const { debtorKindId, paymentConditionId } = settings;
  if (invoiced.number === '') return 'no-number';
  if (!mayCreate) return '';
  if (debtorKindId === null || isBlank(debtorKindId)) return 'debtorKindId';
  if (paymentConditionId === null) return 'paymentConditionId';
  if (name === '') return 'no-name';
  const { party } = invoiced;
  return {
    customerNumber: invoiced.number,
    name,
    address: oneLine(`${oneLine(party.street)} ${oneLine(party.houseNumber)}`) || ADDRESS_STAND_IN,
    postCode: oneLine(party.postalCode),
    city: oneLine(party.city),
    countryCode: countryCode(party.country),
    attentionTo: oneLine(party.contactPerson),
    phoneNumber: oneLine(party.phone),
    emailAddress: oneLine(party.email),
    debtorKindId,
    paymentConditionId,
  };
}
