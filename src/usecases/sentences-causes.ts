/**
 * What makes one or many work orders wait, and what to do about all of them at once. One work order has its words in
 * sentences-reasons.ts already. Must not know which buttons stand beside them.
 */
import type { Finding, WaitReason } from '../model/finding.ts';
import type { Language } from './language.ts';
import { short } from './sentences-foreign-words.ts';
import { counted } from './sentences-numbers.ts';
import { reasonOf } from './sentences-reasons.ts';

export interface CauseWords {
  /** What is wrong, as one sentence. */
  readonly title: string;
  /** What to do about it. */
  readonly text: string;
}

/** Words for several work orders; without a title that of the reason, without a text what the reason says to do. */
type GroupWords = (group: {
  readonly finding: Finding;
  readonly orders: string;
  readonly name: string;
}) => Partial<CauseWords>;
type GroupTexts = Readonly<Record<WaitReason, GroupWords>>;

const DUTCH: GroupTexts = {
  'relatie-onbekend': ({ finding, orders }) =>
    finding.causeKey === ''
      ? { title: `Op ${orders} heeft de relatie geen debiteurnummer.` }
      : { text: `Maak de debiteur aan of kies een bestaande; daarna gaan ${orders} vanzelf mee.` },
  'relatie-geblokkeerd': ({ orders }) => ({ text: `Hef de blokkade op in Asperion, of handel de ${orders} zelf af.` }),
  'materiaal-onbekend': ({ name, orders }) => ({
    text: `${name === '' ? 'Het' : name} staat op ${orders}. Maak het aan of kies een ander artikel.`,
  }),
  'uursoort-onbekend': ({ orders }) => ({
    text: `${orders} gebruiken deze uursoort. Maak het artikel aan of kies een andere uursoort.`,
  }),
  'regel-zonder-artikelcode': ({ orders }) => ({
    title: `${orders} hebben een regel zonder artikelcode.`,
    text: 'Kies één keer een standaard verkoopsoort voor zulke regels, of vul de code in op de werkbonnen.',
  }),
  'uren-zonder-uursoort': ({ orders }) => ({
    title: 'Er zijn gewerkte uren zonder uursoort.',
    text: `Kies één keer een standaard uursoort; daarna gaan ${orders} vanzelf mee.`,
  }),
  'geen-regels': ({ orders }) => ({
    title: `${orders} hebben niets om te factureren.`,
    text: 'Er staan geen materialen of uren met een aantal op. Vul die in OutSmart in, of handel ze zelf af.',
  }),
  'btw-ontbreekt': ({ orders }) => ({ text: `${orders} wachten tot u een standaard btw-percentage kiest.` }),
  'waarde-onleesbaar': ({ orders }) => ({
    title: `Op ${orders} staat een waarde die we niet kunnen lezen.`,
    text: 'Open de werkbonnen en verander de waarde in OutSmart.',
  }),
  'geweigerd-door-asperion': ({ finding, orders }) =>
    finding.causeKey === '' ? { title: `Asperion neemt de concepten van ${orders} niet aan.` } : {},
  'concept-verwijderd': ({ orders }) => ({
    title: `De concepten van ${orders} zijn in Asperion verwijderd.`,
    text: 'Wij maken ze niet vanzelf opnieuw. Laat ze opnieuw maken, of handel ze zelf af.',
  }),
};

const ENGLISH: GroupTexts = {
  'relatie-onbekend': ({ finding, orders }) =>
    finding.causeKey === ''
      ? { title: `The customer of ${orders} has no debtor number.` }
      : { text: `Create the debtor or choose an existing one; ${orders} will follow by themselves.` },
  'relatie-geblokkeerd': ({ orders }) => ({ text: `Unblock it in Asperion, or handle the ${orders} yourself.` }),
  'materiaal-onbekend': ({ name, orders }) => ({
    text: `${name === '' ? 'It' : name} is on ${orders}. Create it or choose another article.`,
  }),
  'uursoort-onbekend': ({ orders }) => ({
    text: `${orders} use this hour type. Create the article or choose another hour type.`,
  }),
  'regel-zonder-artikelcode': ({ orders }) => ({
    title: `${orders} have a line without an article code.`,
    text: 'Choose a default sales type for such lines once, or fill in the code on the work orders.',
  }),
  'uren-zonder-uursoort': ({ orders }) => ({
    title: 'There are worked hours without an hour type.',
    text: `Choose a default hour type once; ${orders} will follow by themselves.`,
  }),
  'geen-regels': ({ orders }) => ({
    title: `${orders} have nothing to invoice.`,
    text: 'They hold no materials or hours with a quantity. Fill those in in OutSmart, or handle them yourself.',
  }),
  'btw-ontbreekt': ({ orders }) => ({ text: `${orders} wait until you choose a default VAT percentage.` }),
  'waarde-onleesbaar': ({ orders }) => ({
    title: `A value on ${orders} cannot be read.`,
    text: 'Open the work orders and change the value in OutSmart.',
  }),
  'geweigerd-door-asperion': ({ finding, orders }) =>
    finding.causeKey === '' ? { title: `Asperion does not accept the drafts of ${orders}.` } : {},
  'concept-verwijderd': ({ orders }) => ({
    title: `The drafts of ${orders} were deleted in Asperion.`,
    text: 'We do not make them again by ourselves. Have them made again, or handle them yourself.',
  }),
};

const GROUPS: Readonly<Record<Language, GroupTexts>> = { nl: DUTCH, en: ENGLISH };
const ORDER_WORDS: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['werkbon', 'werkbonnen'],
  en: ['work order', 'work orders'],
};

/** The words of a cause of `count` work orders; of a single one its number is named. */
export function causeWords(finding: Finding, count: number, orderNumber: string, language: Language): CauseWords {
  if (count === 1) {
    const { what, act } = reasonOf(finding, { number: orderNumber }, language);
    return { title: `${what}.`, text: act };
  }
  // The name of an article stands in the text, since each line may have its own.
  const isPlainArticle = finding.reason === 'materiaal-onbekend' && finding.obstacle === '';
  const { what, act } = reasonOf(isPlainArticle ? { ...finding, name: '' } : finding, undefined, language);
  const own = { title: `${what}.`, text: act };
  const [one, many] = ORDER_WORDS[language];
  const group = { finding, orders: counted(count, one, many, language), name: short(finding.name) };
  const words = GROUPS[language][finding.reason](group);
  // What stands in the way says better what to do.
  return finding.obstacle === '' || finding.causeKey === '' ? { ...own, ...words } : own;
}

/** The title of a cause beside one work order of many. */
export function causeTitle(finding: Finding, orderNumber: string, language: Language): string {
  return `${reasonOf(finding, { number: orderNumber }, language).what}.`;
}
