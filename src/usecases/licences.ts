/**
 * The licence manager (L1-L3): what can be ordered and for how much, what this company ordered, and ordering, cancelling
 * and resuming. The rules of days and amounts are in model/licence.ts.
 */
import { dayInAmsterdam, type IsoDate } from '../kernel/dates.ts';
import type { Decimal } from '../kernel/decimal.ts';
import {
  ASPERION_CONNECTOR,
  daysOfOrder,
  type LicenceState,
  licenceStateOn,
  type PriceTold,
  runsUntil,
  tellPrice,
} from '../model/licence.ts';
import type { Connector, Licence } from '../store/licences.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import { Refusal, type UseCaseParts } from './parts.ts';

/** What an order of today would come to. */
export interface Offer {
  readonly startsOn: IsoDate;
  readonly paidFrom: IsoDate;
  readonly firstInvoiceOn: IsoDate;
  /** Including VAT. */
  readonly firstInvoice: Decimal;
}

export interface ConnectorOnOffer {
  readonly connector: Connector;
  readonly price: PriceTold;
  readonly offer: Offer;
  /** Null when it was never ordered. `runsUntil`: last day of the trial, of the paid year, or of the licence. */
  readonly licence: (Licence & { readonly state: Exclude<LicenceState, 'none'>; readonly runsUntil: IsoDate }) | null;
}

export interface LicenceManager {
  /** Last day of the trial; null when it is over. */
  readonly trialUntil: IsoDate | null;
  readonly connectors: readonly ConnectorOnOffer[];
}

/** Every connector with its price, what an order of today would be, and this company's licence. */
export async function readLicences(
  { clock }: Pick<UseCaseParts, 'clock'>,
  account: AccountStore,
): Promise<LicenceManager> {
  const today = dayInAmsterdam(clock.now());
  const [connectors, { trialUntil }] = await Promise.all([
    account.licences.connectors(),
    account.licences.standing(ASPERION_CONNECTOR),
  ]);
  return {
    trialUntil: today <= trialUntil ? trialUntil : null,
    connectors: await Promise.all(
      connectors.map(async (connector) => {
        const price = tellPrice(connector);
        const days = daysOfOrder(today, trialUntil);
        return {
          connector,
          price,
          offer: { ...days, firstInvoiceOn: days.paidFrom, firstInvoice: price.firstInvoice },
          licence: asOf(await account.licences.find(connector.name), today),
        };
      }),
    ),
  };
}

function asOf(licence: Licence | null, today: IsoDate): ConnectorOnOffer['licence'] {
  const state = licenceStateOn(licence, today);
  if (licence === null || state === 'none') return null;
  return { ...licence, state, runsUntil: licence.endsOn ?? runsUntil(licence, today) };
}

/** How the licence for Asperion stands today. */
export async function licenceStateOf(account: AccountStore): Promise<LicenceState> {
  return (await account.licences.standing(ASPERION_CONNECTOR)).state;
}

/** Orders a connector from today on. Refusals: licence.unknown, licence.ordered when one runs already. */
export async function orderLicence(
  account: AccountStore,
  connector: string,
  by: string,
  language: Language = 'nl',
): Promise<Licence> {
  const { title } = await connectorNamed(account, connector, language);
  return (await account.licences.order(connector, by)) ?? refuse('licence.ordered', title, language);
}

/**
 * Cancels: it goes on until the end of the paid year, or of the trial. Refusals: licence.unknown, licence.not-running when
 * there is nothing to cancel.
 */
export async function cancelLicence(
  account: AccountStore,
  connector: string,
  by: string,
  language: Language = 'nl',
): Promise<Licence> {
  const { title } = await connectorNamed(account, connector, language);
  return (await account.licences.cancel(connector, by)) ?? refuse('licence.not-running', title, language);
}

/**
 * Takes a cancellation back, up to the last day. Refusals: licence.unknown, licence.not-cancelled when there is none or it
 * has ended.
 */
export async function resumeLicence(
  account: AccountStore,
  connector: string,
  by: string,
  language: Language = 'nl',
): Promise<Licence> {
  const { title } = await connectorNamed(account, connector, language);
  return (await account.licences.resume(connector, by)) ?? refuse('licence.not-cancelled', title, language);
}

async function connectorNamed(account: AccountStore, name: string, language: Language): Promise<Connector> {
  const found = (await account.licences.connectors()).find((connector) => connector.name === name);
  return found ?? refuse('licence.unknown', name, language);
}

type RefusalCode = 'licence.unknown' | 'licence.ordered' | 'licence.not-running' | 'licence.not-cancelled';

const TEXTS: Readonly<Record<Language, Readonly<Record<RefusalCode, (connector: string) => string>>>> = {
  nl: {
    'licence.unknown': (connector) => `De koppeling "${connector}" bestaat niet. Kies er een uit de licentiemanager.`,
    'licence.ordered': (connector) => `De ${connector} koppeling is al besteld. U hoeft niets te doen.`,
    'licence.not-running': (connector) =>
      `Van de ${connector} koppeling loopt geen licentie die u kunt opzeggen. Bekijk de licentiemanager opnieuw.`,
    'licence.not-cancelled': (connector) =>
      `De licentie van de ${connector} koppeling is niet opgezegd, of is al afgelopen. Bestel de koppeling opnieuw als er geen licentie meer loopt.`,
  },
  en: {
    'licence.unknown': (connector) => `There is no connector "${connector}". Choose one from the licence manager.`,
    'licence.ordered': (connector) => `The ${connector} connector is already ordered. You do not have to do anything.`,
    'licence.not-running': (connector) =>
      `No licence for the ${connector} connector runs that you could cancel. Look at the licence manager again.`,
    'licence.not-cancelled': (connector) =>
      `The licence for the ${connector} connector is not cancelled, or has ended. Order the connector again when no licence runs any more.`,
  },
};

function refuse(code: RefusalCode, connector: string, language: Language): never {
  throw new Refusal(code, TEXTS[language][code](connector));
}
