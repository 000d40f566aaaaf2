/**
 * The left one of the twin sheets: a work order as people read it, each line under the tag it has on the invoice.
 * Knows nothing of the invoice.
 */

import type { Decimal } from '../kernel/decimal.ts';
import { readDecimal } from '../kernel/decimal.ts';
import { oneLine } from '../kernel/text.ts';
import { minutesText, workedTime } from '../mapping/worked-time.ts';
import type { Party, ReadValue, WorkPeriod } from '../model/work-order.ts';
import type { Language } from './language.ts';
import { dutchNumber, euro } from './sentences-numbers.ts';
import type { WorkOrderContent } from './stored-invoice.ts';

export interface WorkOrderSheet {
  readonly fields: { readonly label: string; readonly value: string }[];
  readonly materials: {
    readonly tag: string;
    readonly name: string;
    readonly code: string;
    readonly quantity: string;
    readonly price: string;
  }[];
  readonly periods: { readonly tag: string; readonly name: string; readonly text: string; readonly time: string }[];
}

const LABELS = {
  nl: {
    customer: 'Relatie',
    invoiceTo: 'Factureren aan',
    same: 'Dezelfde relatie',
    reference: 'Referentie',
    typeOfWork: 'Soort werk',
    status: 'Status',
    workStatus: 'werkbonstatus',
    description: 'Omschrijving',
    address: 'Werkadres',
    workDate: 'Uitgevoerd op',
    employee: 'Medewerker',
    until: 'tot',
    pause: 'pauze',
  },
  en: {
    customer: 'Customer',
    invoiceTo: 'Invoice to',
    same: 'The same customer',
    reference: 'Reference',
    typeOfWork: 'Type of work',
    status: 'Status',
    workStatus: 'work status',
    description: 'Description',
    address: 'Work address',
    workDate: 'Done on',
    employee: 'Employee',
    until: 'to',
    pause: 'break',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** `status`: as it is in OutSmart now, null when it was not asked. `hourTypeNames`: by tag, where they are known. */
export function workOrderSheet(
  content: WorkOrderContent,
  status: { readonly status: string; readonly workStatus: string } | null,
  hourTypeNames: ReadonlyMap<string, string>,
  language: Language,
): WorkOrderSheet {
  return {
    fields: fieldsOf(content, status, language),
    materials: content.materials.map(({ index, name, code, quantity, price }) => ({
      tag: `M${index + 1}`,
      name: oneLine(name),
      code: code.trim(),
      quantity: shown(quantity, (value) => dutchNumber(value, 0, language)),
      price: shown(price, (value) => euro(value, 'all', language)),
    })),
    periods: content.workPeriods.map((period) => {
      const tag = `U${period.index + 1}`;
      const name = hourTypeNames.get(tag) ?? period.hourType.trim();
      return { tag, name, text: aboutPeriod(period, name, language), time: timeOf(period) };
    }),
  };
}

function fieldsOf(
  { workParty, invoiceParty, fields }: WorkOrderContent,
  status: { readonly status: string; readonly workStatus: string } | null,
  language: Language,
): WorkOrderSheet['fields'] {
  const words = LABELS[language];
  const isSame =
    invoiceParty.debtorNumber.trim() === '' || invoiceParty.debtorNumber.trim() === workParty.debtorNumber.trim();
  const of = (id: string) => oneLine(fields[id] ?? '');
  const workStatus =
    status === null || status.workStatus.trim() === '' ? '' : `, ${words.workStatus} ${status.workStatus}`;
  const rows: (readonly [string, string])[] = [
    [words.customer, named(workParty)],
    [words.invoiceTo, isSame ? words.same : named(invoiceParty)],
    [words.reference, of('Reference')],
    [words.typeOfWork, of('TypeOfWork')],
    [words.status, status === null ? '' : `${status.status}${workStatus}`],
    [words.description, of('ShortWorkDescription') || of('WorkDescription')],
    [words.address, addressOf(workParty)],
    [words.workDate, of('WorkDate')],
    [words.employee, of('EmployeeNr')],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

function named({ debtorNumber, name }: Party): string {
  return `${debtorNumber.trim()} ${oneLine(name)}`.trim();
}

function addressOf({ street, houseNumber, postalCode, city }: Party): string {
  const parts = [`${oneLine(street)} ${oneLine(houseNumber)}`, `${oneLine(postalCode)} ${oneLine(city)}`];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}

/** A number the way people write it; a text that is none as it stands. */
function shown(read: ReadValue<Decimal>, format: (value: Decimal) => string): string {
  if (read.kind === 'empty') return '';
  const value = readDecimal(read.text);
  return value === null ? read.text : format(value);
}

/** `MONT · 08:30 tot 11:30, pauze 0:15. Lekkage verholpen`, as much of it as there is. */
function aboutPeriod(period: WorkPeriod, name: string, language: Language): string {
  const words = LABELS[language];
  const { beginMinutes: begin, endMinutes: end, breakMinutes: pause } = period;
  const code = period.hourType.trim();
  const span = begin.kind === 'empty' || end.kind === 'empty' ? '' : `${begin.text} ${words.until} ${end.text}`;
  const isPaused = pause.kind === 'value' && pause.value > 0;
  const times = span === '' ? '' : `${span}${isPaused ? `, ${words.pause} ${minutesText(pause.value)}` : ''}`;
  const head = [code === name ? '' : code, times].filter((part) => part !== '').join(' · ');
  return [head, oneLine(period.remark)].filter((part) => part !== '').join('. ');
}

function timeOf(period: WorkPeriod): string {
  const time = workedTime(period);
  return time.kind === 'minutes'
    ? minutesText(time.minutes)
    : time.members
        .map(({ found }) => found)
        .join(' ')
        .trim();
}
