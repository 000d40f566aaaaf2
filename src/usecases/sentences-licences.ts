/**
 * A licence in sentences, for the command line; the page shows the same as parts of a screen. Must not know where it is shown.
 */
import type { Decimal } from '../kernel/decimal.ts';
import type { LicenceState } from '../model/licence.ts';
import type { Language } from './language.ts';
import type { ConnectorOnOffer } from './licences.ts';
import { dutchDate, dutchNumber, euro } from './sentences-numbers.ts';

const STATES: Readonly<Record<Language, Readonly<Record<LicenceState, string>>>> = {
  nl: { none: 'niet besteld', trial: 'proefperiode', running: 'loopt', cancelled: 'opgezegd', ended: 'afgelopen' },
  en: { none: 'not ordered', trial: 'trial', running: 'runs', cancelled: 'cancelled', ended: 'ended' },
};

/** One or two words. */
export function licenceWord(state: LicenceState, language: Language = 'nl'): string {
  return STATES[language][state];
}

/** `€ 120,00 + € 25,20 btw (21 %) per jaar, eenmalig € 0,00`. */
function priceSentence({ connector, price }: ConnectorOnOffer, language: Language = 'nl'): string {
  const amount = (value: Decimal) => euro(value, 'cents', language);
  const percentage = dutchNumber(connector.vatPercentage, 0, language);
  return language === 'nl'
    ? `${amount(connector.perYear)} + ${amount(price.vatPerYear)} btw (${percentage} %) per jaar, eenmalig ${amount(connector.once)}`
    : `${amount(connector.perYear)} + ${amount(price.vatPerYear)} VAT (${percentage} %) a year, ${amount(connector.once)} once`;
}

/** What was ordered, from when it costs something, and until when it runs. */
export function licenceSentence(onOffer: ConnectorOnOffer, language: Language = 'nl'): string {
  const { connector, licence } = onOffer;
  const day = (value: Parameters<typeof dutchDate>[0]) => dutchDate(value, language);
  const { title } = connector;
  if (licence === null)
    return language === 'nl'
      ? `De koppeling ${title} is niet besteld. Die kost ${priceSentence(onOffer)}.`
      : `The connector ${title} is not ordered. It costs ${priceSentence(onOffer, 'en')}.`;
  const until = day(licence.runsUntil);
  const sentences: Readonly<Record<typeof licence.state, Readonly<Record<Language, string>>>> = {
    trial: {
      nl: `De koppeling ${title} is besteld. De proefperiode loopt tot en met ${until} en kost niets; daarna ${priceSentence(onOffer)}.`,
      en: `The connector ${title} is ordered. The trial runs until ${until} and costs nothing; after that ${priceSentence(onOffer, 'en')}.`,
    },
    running: {
      nl: `De koppeling ${title} is besteld en loopt; het betaalde jaar eindigt op ${until}. Die kost ${priceSentence(onOffer)}.`,
      en: `The connector ${title} is ordered and runs; the paid year ends on ${until}. It costs ${priceSentence(onOffer, 'en')}.`,
    },
    cancelled: {
      nl: `De koppeling ${title} is opgezegd en loopt nog tot en met ${until}. Tot die dag kunt u dat terugdraaien.`,
      en: `The connector ${title} is cancelled and still runs until ${until}. Up to that day you can take it back.`,
    },
    ended: {
      nl: `De licentie van de koppeling ${title} liep tot en met ${until}. Er wordt niets gesynchroniseerd tot u de koppeling opnieuw bestelt.`,
      en: `The licence for the connector ${title} ran until ${until}. Nothing is synchronised until you order the connector again.`,
    },
  };
  return sentences[licence.state][language];
}
