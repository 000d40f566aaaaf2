/**
 * Records for tests, filled with what the test does not care about. Every test names the members it is about.
 */
import type { IsoDate } from '../kernel/dates.ts';
import { type Decimal, decimal } from '../kernel/decimal.ts';
import type { Article, Debtor, VatCode } from '../model/accounting.ts';
import type { ArticleId, DebtorId, WorkOrderRowId } from '../model/ids.ts';
import { NO_CHOICES, type RecordChoices } from '../model/record-choices.ts';
import { type Settings, type SettingsInput, settingsSchema } from '../model/settings.ts';
import type { HourType, MaterialLine, Party, ReadValue, WorkOrder, WorkPeriod } from '../model/work-order.ts';
import { invoiceFromWorkOrder } from './invoice-from-work-order.ts';
import type { InvoiceOutcome, InvoiceToCreate, InvoiceWaits } from './invoice-outcome.ts';
import { articlesByCode, debtorsByNumber, hourTypesByCode, type Knowledge } from './knowledge.ts';

export const exportDate = '2025-06-16' as IsoDate;

export const empty = { kind: 'empty' } as const;

export function unreadable(text: string): { readonly kind: 'unreadable'; readonly text: string } {
  return { kind: 'unreadable', text };
}

/** A number as the work order holds it. */
export function number(text: string): ReadValue<Decimal> {
  return { kind: 'value', value: decimal(text.replace(',', '.')), text };
}

/** A time or duration as the work order holds it: `02:45`. */
export function time(text: string): ReadValue<number> {
  const [hours = '0', minutes = '0'] = text.split(':');
  return { kind: 'value', value: Number(hours) * 60 + Number(minutes), text };
}

export function party(members: Partial<Party> = {}): Party {
  const none = { debtorNumber: '', name: '', street: '', houseNumber: '', postalCode: '', city: '' };
  return { ...none, country: '', contactPerson: '', phone: '', email: '', ...members };
}

export function material(members: Partial<MaterialLine> = {}): MaterialLine {
  const line = { index: 0, code: 'KT-15', name: 'Knelkoppeling 15 mm', unit: 'st' };
  return { ...line, quantity: number('1'), price: number('12.50'), ...members };
}

export function period(members: Partial<WorkPeriod> = {}): WorkPeriod {
  const texts = { index: 0, hourType: '001', remark: '', employeeNumber: '11' };
  const times = { totalMinutes: time('01:00'), beginMinutes: empty, endMinutes: empty, breakMinutes: empty };
  return { ...texts, ...times, ...members };
}

/** A work order of Bakkerij Blom, debtor 10042, with the given lines; their places are counted here. */
export function workOrder(members: Partial<WorkOrder> = {}): WorkOrder {
  return {
    rowId: '2417305' as WorkOrderRowId,
    orderNumber: 'W25-00187',
    status: 'Compleet',
    workStatus: '1',
    isArchived: false,
    workParty: party({ debtorNumber: '10042', name: 'Bakkerij Blom' }),
    invoiceParty: party(),
    fields: {},
    workDate: null,
    createdOn: null,
    changedAt: '',
    unreadable: [],
    ...members,
    materials: (members.materials ?? []).map((line, index) => ({ ...line, index })),
    workPeriods: (members.workPeriods ?? []).map((line, index) => ({ ...line, index })),
  };
}

export function debtor(members: Partial<Debtor> = {}): Debtor {
  const named = { id: '71' as DebtorId, customerNumber: '10042', name: 'Bakkerij Blom', isBlocked: false };
  const address = { address: 'Dorpsstraat 12a', postCode: '3511AB', city: 'Utrecht', countryCode: 'NL' };
  const contact = {
    attentionTo: '',
    phoneNumber: '',
    mobileNumber: '',
    emailAddress: '',
    cocNumber: '',
    vatNumber: '',
  };
  return { ...named, ...address, ...contact, ...members };
}

export function article(members: Partial<Article> = {}): Article {
  const named = { id: '12' as ArticleId, code: 'KT-15', description: 'Knelkoppeling 15mm messing', unit: 'st' };
  return { ...named, salesTypeId: '10', salesPrice: decimal('11.95'), eanCode: '', isActive: true, ...members };
}

export const mechanic = article({
  id: '13' as ArticleId,
  code: '001',
  description: 'Monteur',
  unit: 'uur',
  salesTypeId: '20',
  salesPrice: decimal('62.50'),
});

export function vatCode(members: Partial<VatCode> = {}): VatCode {
  const named = { id: '1', description: 'Verkoop hoog', percentage: decimal(21) };
  return { ...named, isForSales: true, isDefault: false, validFrom: null, validUntil: null, ...members };
}

export function hourType(members: Partial<HourType> = {}): HourType {
  return { code: '001', name: 'Monteur', salePrice: number('62.50'), isActive: true, ...members };
}

/** The settings with VAT code 1 chosen and all else off. */
export function settings(members: SettingsInput = {}): Settings {
  return settingsSchema.parse({ vatCode: '1', ...members });
}

/** What is known: debtor 10042, articles KT-15 and 001, VAT code 1; any of it replaced. */
export function knowledge(
  members: {
    readonly debtors?: readonly Debtor[];
    readonly articles?: readonly Article[];
    readonly salesTypes?: Knowledge['salesTypes'];
    readonly vatCodes?: readonly VatCode[];
    readonly hourTypes?: readonly HourType[];
    readonly choices?: RecordChoices;
  } = {},
): Knowledge {
  return {
    debtors: debtorsByNumber(members.debtors ?? [debtor()]),
    articles: articlesByCode(members.articles ?? [article(), mechanic]),
    salesTypes: members.salesTypes ?? [],
    vatCodes: members.vatCodes ?? [vatCode()],
    hourTypes: hourTypesByCode(members.hourTypes ?? []),
    choices: members.choices ?? NO_CHOICES,
  };
}

/** The outcome for these records on 16 June 2025, in the account `ab12cd34`. */
export function outcomeOf(order: WorkOrder, chosen: Settings = settings(), known = knowledge()): InvoiceOutcome {
  return invoiceFromWorkOrder(order, chosen, known, { date: exportDate, outsmartKey: 'ab12cd34' });
}

/** The same, when the test is about an invoice that can be made. */
export function invoiceOf(order: WorkOrder, chosen: Settings = settings(), known = knowledge()): InvoiceToCreate {
  const outcome = outcomeOf(order, chosen, known);
  if (outcome.kind === 'waits') throw new Error(`waits: ${JSON.stringify(outcome.findings)}`);
  return outcome;
}

/** The same, when the test is about a work order that waits. */
export function waitOf(order: WorkOrder, chosen: Settings = settings(), known = knowledge()): InvoiceWaits {
  const outcome = outcomeOf(order, chosen, known);
  if (outcome.kind === 'create') throw new Error('the invoice can be made');
  return outcome;
}
