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
import type { UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

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
export async function orderLicence(account: AccountStore, connector: string, by: string): Promise<Licence> {
  const { title } = await connectorNamed(account, connector);
  const ordered = await account.licences.order(connector, by);
  if (ordered === null) throw refusal('licence.ordered', { connector: title });
  return ordered;
}

/**
 * Cancels: it goes on until the end of the paid year, or of the trial. Refusals: licence.unknown, licence.not-running when
 * there is nothing to cancel.
 */
export async function cancelLicence(account: AccountStore, connector: string, by: string): Promise<Licence> {
  const { title } = await connectorNamed(account, connector);
  const cancelled = await account.licences.cancel(connector, by);
  if (cancelled === null) throw refusal('licence.not-running', { connector: title });
  return cancelled;
}

/**
 * Takes a cancellation back, up to the last day. Refusals: licence.unknown, licence.not-cancelled when there is none or it
 * has ended.
 */
export async function resumeLicence(account: AccountStore, connector: string, by: string): Promise<Licence> {
  const { title } = await connectorNamed(account, connector);
  const resumed = await account.licences.resume(connector, by);
  if (resumed === null) throw refusal('licence.not-cancelled', { connector: title });
  return resumed;
}

async function connectorNamed(account: AccountStore, name: string): Promise<Connector> {
  const found = (await account.licences.connectors()).find((connector) => connector.name === name);
  if (!found) throw refusal('licence.unknown', { connector: name });
  return found;
}
