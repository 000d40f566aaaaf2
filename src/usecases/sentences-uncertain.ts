/**
 * What is said of an uncertain work order: that it is not known yet, what was done to know it, and what a person can look at.
 */
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { Language } from './language.ts';
import { dutchTime, euro } from './sentences-numbers.ts';
import type { Looked } from './uncertain-questions.ts';

interface Uncertain {
  readonly order: Pick<KnownWorkOrder, 'orderNumber' | 'rowId' | 'debtorNumber' | 'amount'>;
  readonly askedAt: Date;
  readonly looksAgainAt: Date | null;
  readonly looked: Looked;
}

interface UncertainTexts {
  readonly title: (number: string) => string;
  readonly asked: (time: string) => string;
  readonly looksAt: (time: string) => string;
  readonly looks: string;
  readonly failed: string;
  readonly candidate: string;
  readonly question: (debtor: string, amount: string) => string;
}

const TEXTS: Readonly<Record<Language, UncertainTexts>> = {
  nl: {
    title: (number) => `Werkbon ${number}: nog niet zeker of het concept er is.`,
    asked: (time) => `Asperion gaf om ${time} geen antwoord.`,
    looksAt: (time) => `We zoeken het om ${time} op; u hoeft niets te doen.`,
    looks: 'We zoeken het vanzelf op; u hoeft niets te doen.',
    failed: 'We konden het daarna niet opzoeken.',
    candidate: 'Er staat een concept zonder ons kenmerk dat het kan zijn.',
    question: (debtor, amount) =>
      `Kijk in Asperion${debtor === '' ? '' : ` bij debiteur ${debtor}`}. Staat daar een concept van ${amount}?`,
  },
  en: {
    title: (number) => `Work order ${number}: not sure yet whether the draft is there.`,
    asked: (time) => `Asperion gave no answer at ${time}.`,
    looksAt: (time) => `We look it up at ${time}; you do not have to do anything.`,
    looks: 'We look it up by ourselves; you do not have to do anything.',
    failed: 'After that we could not look it up.',
    candidate: 'There is a draft without our mark that may be it.',
    question: (debtor, amount) =>
      `Look in Asperion${debtor === '' ? '' : ` at debtor ${debtor}`}. Is there a draft of ${amount}?`,
  },
};

/** Title and text of the question. */
export function uncertainWords(
  { order, askedAt, looksAgainAt, looked }: Uncertain,
  language: Language,
): { readonly title: string; readonly text: string } {
  const texts = TEXTS[language];
  const asked = texts.asked(dutchTime(askedAt, language));
  const title = texts.title(order.orderNumber || order.rowId);
  if (looked === 'not-yet') {
    const looks = looksAgainAt === null ? texts.looks : texts.looksAt(dutchTime(looksAgainAt, language));
    return { title, text: `${asked} ${looks}` };
  }
  const found = looked === 'candidate' ? texts.candidate : texts.failed;
  return { title, text: `${found} ${texts.question(order.debtorNumber, euro(order.amount, 'cents', language))}` };
}
