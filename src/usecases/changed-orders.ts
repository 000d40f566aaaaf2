/**
 * Work orders that were changed after their invoice was made: what differs, for a person who lets it be so or mends it.
 */
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { ForeignPages } from './foreign-pages.ts';
import type { Language } from './language.ts';
import { changesText, type Difference, differencesOf } from './sentences-changes.ts';

export interface ChangedOrder {
  readonly rowId: string;
  readonly orderNumber: string;
  readonly title: string;
  readonly text: string;
  readonly differences: Difference[];
  readonly asperionUrl: string | null;
}

const WORDS: Readonly<Record<Language, { readonly title: (number: string) => string; readonly old: string }>> = {
  nl: {
    title: (number) => `Werkbon ${number} is gewijzigd nadat het concept was gemaakt.`,
    old: 'Het concept in Asperion is nog het oude.',
  },
  en: {
    title: (number) => `Work order ${number} was changed after the draft was made.`,
    old: 'The draft in Asperion is still the old one.',
  },
};

/** Null for a work order that is as it was invoiced, or about which a person decided. */
export function changedOrder(order: KnownWorkOrder, pages: ForeignPages, language: Language): ChangedOrder | null {
  if (order.orderChanges.length === 0) return null;
  const words = WORDS[language];
  const what = changesText(order.orderChanges, language);
  const sentence = what === '' ? '' : `${what.charAt(0).toUpperCase()}${what.slice(1)}. `;
  const isLinked = order.administrationId !== null && order.invoiceId !== null;
  return {
    rowId: order.rowId,
    orderNumber: order.orderNumber,
    title: words.title(order.orderNumber || order.rowId),
    text: `${sentence}${words.old}`,
    differences: differencesOf(order.orderChanges, language),
    asperionUrl: isLinked ? pages.draft(order.administrationId, order.invoiceId) : null,
  };
}
