/**
 * What the page of one work order says beside its two sheets, in every language.
 */
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { Language } from './language.ts';
import { dutchDate, euro } from './sentences-numbers.ts';

type NotQualifying = 'not-complete' | 'other-work-status' | 'archived';

/** Why a work order is not exported as it is now. */
export const NOT_QUALIFYING: Readonly<Record<Language, Readonly<Record<NotQualifying, string>>>> = {
  nl: {
    'not-complete': 'Deze werkbon staat in OutSmart niet op Compleet en gaat daarom niet naar Asperion.',
    'other-work-status':
      'Deze werkbon staat in OutSmart niet op 1 – Naar Asperion. Zet hem daarop; dan gaat hij de volgende keer mee.',
    archived: 'Deze werkbon staat in OutSmart in het archief en gaat daarom niet naar Asperion.',
  },
  en: {
    'not-complete': 'This work order is not Compleet in OutSmart, so it does not go to Asperion.',
    'other-work-status':
      'This work order is not set to 1 – Naar Asperion in OutSmart. Set it to that and it goes along next time.',
    archived: 'This work order is archived in OutSmart, so it does not go to Asperion.',
  },
};

/** OutSmart does not have the work order any more, or not in a form that can be read. */
export const REMEMBERED: Readonly<Record<Language, string>> = {
  nl: 'OutSmart geeft deze werkbon niet meer. U ziet wat wij ervan hebben onthouden.',
  en: 'OutSmart does not answer this work order any more. You see what we remember of it.',
};

interface ChangedWords {
  readonly on: (day: string) => string;
  readonly total: (total: string) => string;
}

const CHANGED: Readonly<Record<Language, ChangedWords>> = {
  nl: {
    on: (day) => `In Asperion aangepast op ${day}`,
    total: (total) => `; het totaal zonder btw is daar nu ${total}`,
  },
  en: {
    on: (day) => `Changed in Asperion on ${day}`,
    total: (total) => `; its total without VAT is now ${total}`,
  },
};

/** What Asperion says of the invoice since it was made; empty when it is as we made it. */
export function invoiceNote({ invoiceChangedAt, invoiceTotal, amount }: KnownWorkOrder, language: Language): string {
  if (invoiceChangedAt === null) return '';
  const { on, total } = CHANGED[language];
  const isOfAmount = invoiceTotal !== null && !invoiceTotal.eq(amount);
  const rest = isOfAmount ? total(euro(invoiceTotal, 'cents', language)) : '';
  return `${on(dutchDate(invoiceChangedAt, language))}${rest}.`;
}
