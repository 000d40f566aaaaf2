/**
 * The short notes under the lines of an invoice sheet, in every language. Must not know the lines.
 */
import type { WaitReason } from '../model/finding.ts';
import type { Language } from './language.ts';

/** `code` as on the work order; `obstacle` as in the finding. */
type HeldNote = (code: string, obstacle: string) => string;

interface SheetWords {
  readonly fixedText: string;
  readonly extraLine: string;
  readonly article: string;
  readonly salesType: string;
  readonly createdArticle: (code: string) => string;
  readonly withoutVat: string;
  readonly leftOutMaterial: string;
  readonly leftOutPeriod: string;
  /** Why a line cannot be made yet. */
  readonly held: Readonly<Record<WaitReason, HeldNote>>;
}

const VAT_NL = 'De btw-code ontbreekt';
const VAT_EN = 'The VAT code is missing';

export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  nl: {
    fixedText: 'Tekstregel op order',
    extraLine: 'Extra orderregel',
    article: 'Artikel',
    salesType: 'Verkoopsoort',
    createdArticle: (code) => `Artikel ${code} wordt aangemaakt`,
    withoutVat: VAT_NL,
    leftOutMaterial: 'Niet op de factuur: het aantal is 0',
    leftOutPeriod: 'Niet op de factuur: er zijn geen minuten gewerkt',
    held: {
      'relatie-onbekend': () => '',
      'relatie-geblokkeerd': () => '',
      'geen-regels': () => '',
      'materiaal-onbekend': (code, obstacle) => `Artikel ${code} ${isInactive(obstacle) ? 'is inactief' : 'ontbreekt'}`,
      'uursoort-onbekend': (code, obstacle) => `Uursoort ${code} ${isInactive(obstacle) ? 'is inactief' : 'ontbreekt'}`,
      'regel-zonder-artikelcode': () => 'De artikelcode ontbreekt',
      'uren-zonder-uursoort': () => 'De uursoort ontbreekt',
      'btw-ontbreekt': () => VAT_NL,
      'waarde-onleesbaar': () => 'Een waarde op deze regel is niet te lezen',
      'geweigerd-door-asperion': () => 'Asperion neemt dit niet aan',
      'concept-verwijderd': () => '',
    },
  },
  en: {
    fixedText: 'Fixed text line',
    extraLine: 'Extra order line',
    article: 'Article',
    salesType: 'Sales type',
    createdArticle: (code) => `Article ${code} will be created`,
    withoutVat: VAT_EN,
    leftOutMaterial: 'Not on the invoice: the quantity is 0',
    leftOutPeriod: 'Not on the invoice: no minutes were worked',
    held: {
      'relatie-onbekend': () => '',
      'relatie-geblokkeerd': () => '',
      'geen-regels': () => '',
      'materiaal-onbekend': (code, obstacle) =>
        `Article ${code} ${isInactive(obstacle) ? 'is inactive' : 'is missing'}`,
      'uursoort-onbekend': (code, obstacle) =>
        `Hour type ${code} ${isInactive(obstacle) ? 'is inactive' : 'is missing'}`,
      'regel-zonder-artikelcode': () => 'The article code is missing',
      'uren-zonder-uursoort': () => 'The hour type is missing',
      'btw-ontbreekt': () => VAT_EN,
      'waarde-onleesbaar': () => 'A value on this line cannot be read',
      'geweigerd-door-asperion': () => 'Asperion does not accept this',
      'concept-verwijderd': () => '',
    },
  },
};

function isInactive(obstacle: string): boolean {
  return obstacle === 'inactive' || obstacle === 'link-inactive';
}
