// What the API says about a request, in the two languages that callers may ask for. Must not know when it is said.

/** One message in both languages. */
export interface Message {
  readonly nl: string;
  readonly en: string;
}

export type Language = keyof Message;

/** Dutch unless the first language asked for is English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') === true ? 'en' : 'nl';
}

export const say = {
  validationTitle: {
    nl: 'Er zijn een of meer validatiefouten opgetreden.',
    en: 'One or more validation errors occurred.',
  },
  forbiddenTitle: { nl: 'Geen toegang', en: 'Forbidden' },
  notFoundTitle: { nl: 'Niet gevonden', en: 'Not found' },
  methodTitle: { nl: 'Methode niet toegestaan', en: 'Method not allowed' },
  failureTitle: { nl: 'Er is een fout opgetreden', en: 'An error occurred' },

  tenantForbidden: {
    nl: 'U heeft geen toegang tot deze administratie.',
    en: 'You have no access to this administration.',
  },
  scopeMissing: { nl: 'De koppeling mist de juiste scope.', en: 'The client lacks the required scope.' },
  inTradeMissing: {
    nl: 'Deze functie hoort bij inTrade en zit niet in het abonnement van deze administratie.',
    en: 'This function belongs to inTrade and is not part of the subscription of this administration.',
  },
  noSuchPath: { nl: 'Dit adres bestaat niet.', en: 'This address does not exist.' },
  noSuchRecord: { nl: 'Dit gegeven bestaat niet.', en: 'This record does not exist.' },

  bodyNotObject: { nl: 'Een JSON-object wordt verwacht.', en: 'A JSON object is expected.' },
  required: { nl: 'Dit veld is verplicht.', en: 'This field is required.' },
  mustBeText: { nl: 'Dit veld moet tekst zijn.', en: 'This field must be text.' },
  mustBeNumber: { nl: 'Dit veld moet een getal zijn.', en: 'This field must be a number.' },
  mustBeInteger: { nl: 'Dit veld moet een geheel getal zijn.', en: 'This field must be an integer.' },
  mustBeBoolean: { nl: 'Dit veld moet true of false zijn.', en: 'This field must be true or false.' },
  mustBeDate: { nl: 'Dit veld moet een datum zijn.', en: 'This field must be a date.' },
  mustBeList: { nl: 'Dit veld moet een lijst in _data zijn.', en: 'This field must be a list in _data.' },
  readOnly: { nl: 'Dit veld kan niet worden gewijzigd.', en: 'This field cannot be changed.' },
  notUsedHere: {
    nl: 'Dit veld hoort niet bij dit soort regel.',
    en: 'This field does not belong to this kind of line.',
  },
  noLines: { nl: 'Er is minstens één regel nodig.', en: 'At least one line is needed.' },
  unknownLineType: {
    nl: 'De regelsoort moet Article, SalesType of Text zijn.',
    en: 'The line type must be Article, SalesType or Text.',
  },
  discountRange: {
    nl: 'De korting moet tussen 0 en 100 procent liggen.',
    en: 'The discount must lie between 0 and 100 percent.',
  },
  periodRange: { nl: 'De periode moet tussen 1 en 12 liggen.', en: 'The period must lie between 1 and 12.' },
  periodClosed: { nl: 'Deze periode is afgesloten.', en: 'This period is closed.' },
  alreadyProcessed: {
    nl: 'De factuur is al verwerkt en kan niet meer worden gewijzigd.',
    en: 'The invoice has been processed and can no longer be changed.',
  },
  vatAmountOff: {
    nl: 'Het btw-bedrag klopt niet met de btw-code.',
    en: 'The VAT amount does not agree with the VAT code.',
  },
  totalOff: { nl: 'Het bedrag klopt niet met de regels.', en: 'The amount does not agree with the lines.' },
  fileMissing: {
    nl: 'Een bestand met de naam File wordt verwacht.',
    en: 'A file named File is expected.',
  },
  badEmail: { nl: 'Het e-mailadres is niet juist.', en: 'The e-mail address is not correct.' },
  badPhone: { nl: 'Het telefoonnummer heeft minstens 6 cijfers.', en: 'The phone number has at least 6 digits.' },
  badIban: { nl: 'De IBAN is niet juist.', en: 'The IBAN is not correct.' },
  badCoc: { nl: 'Het KvK-nummer heeft 8 cijfers.', en: 'The chamber of commerce number has 8 digits.' },
  badVatNumber: { nl: 'Het btw-nummer is niet juist.', en: 'The VAT number is not correct.' },
} as const satisfies Record<string, Message>;

/** A message with a value in it, quoted as it was sent. */
export const sayAbout = {
  taken: (value: string): Message => ({ nl: `"${value}" bestaat al.`, en: `"${value}" already exists.` }),
  unknown: (value: unknown): Message => ({ nl: `"${value}" bestaat niet.`, en: `"${value}" does not exist.` }),
  blocked: (value: string): Message => ({ nl: `Debiteur ${value} is geblokkeerd.`, en: `Debtor ${value} is blocked.` }),
  inactive: (value: unknown): Message => ({ nl: `"${value}" is niet actief.`, en: `"${value}" is not active.` }),
  notForSales: (value: string): Message => ({
    nl: `Btw-code ${value} is niet voor verkoop.`,
    en: `VAT code ${value} is not for sales.`,
  }),
  notValidOn: (value: string, day: string): Message => ({
    nl: `Btw-code ${value} is niet geldig op ${day}.`,
    en: `VAT code ${value} is not valid on ${day}.`,
  }),
  badParameter: (value: unknown): Message => ({
    nl: `De waarde "${value}" is niet geldig.`,
    en: `The value "${value}" is not valid.`,
  }),
};
