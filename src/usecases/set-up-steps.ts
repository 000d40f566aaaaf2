/**
 * What has to be done before work orders go by themselves, and how far that is.
 */
import type { IsoDate } from '../kernel/dates.ts';
import type { AdministrationId } from '../model/ids.ts';
import { ASPERION_CONNECTOR, isRunning, type LicenceState } from '../model/licence.ts';
import type { AsperionConnectionState, OutSmartConnectionState } from '../store/connections.ts';
import type { Licence } from '../store/licences.ts';
import type { FirstExport, SavedSettings } from '../store/settings.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import { dutchDate } from './sentences-numbers.ts';

export interface SetUpStep {
  readonly step: 'licence' | 'outsmart' | 'asperion' | 'settings' | 'first-export';
  readonly isDone: boolean;
  readonly note: string;
}

/** Everything that an account needs before it exports. */
export interface SetUp {
  readonly licenceState: LicenceState;
  readonly licence: Licence | null;
  readonly outsmart: OutSmartConnectionState | null;
  readonly asperion: AsperionConnectionState | null;
  readonly settings: SavedSettings | null;
  readonly firstExport: FirstExport | null;
}

export async function readSetUp(account: AccountStore): Promise<SetUp> {
  const [{ state }, licence, outsmart, asperion, settings] = await Promise.all([
    account.licences.standing(ASPERION_CONNECTOR),
    account.licences.find(ASPERION_CONNECTOR),
    account.connections.outsmart(),
    account.connections.asperion(),
    account.settings.current(),
  ]);
  const administrationId = (settings?.value.administrationId ?? null) as AdministrationId | null;
  const firstExport = administrationId === null ? null : await account.settings.firstExport(administrationId);
  return { licenceState: state, licence, outsmart, asperion, settings, firstExport };
}

/** Whether work orders go by themselves, as far as it depends on people. */
export function isSetUp({ licenceState, outsmart, asperion, settings, firstExport }: SetUp): boolean {
  const isConnected = outsmart?.state === 'connected' && asperion?.state === 'connected';
  return isRunning(licenceState) && isConnected && settings !== null && firstExport !== null;
}

const WORDS = {
  nl: {
    ordered: (day: string) => `Besteld op ${day}`,
    ends: (day: string) => `Loopt tot en met ${day}`,
    token: (ending: string) => `Token eindigt op ${ending}`,
    tokenRefused: (ending: string) => `OutSmart neemt het token dat eindigt op ${ending} niet meer aan`,
    connected: (day: string, by: string) => `Verbonden op ${day} door ${by}`,
    lost: (day: string) => `Verbroken sinds ${day}`,
    saved: (day: string, by: string) => `Opgeslagen op ${day} door ${by}`,
    confirmed: (day: string, by: string) => `Bevestigd op ${day} door ${by}`,
    from: (day: string) => `, vanaf ${day}`,
  },
  en: {
    ordered: (day: string) => `Ordered on ${day}`,
    ends: (day: string) => `Runs until ${day}`,
    token: (ending: string) => `Token ends in ${ending}`,
    tokenRefused: (ending: string) => `OutSmart does not accept the token that ends in ${ending} any more`,
    connected: (day: string, by: string) => `Connected on ${day} by ${by}`,
    lost: (day: string) => `Disconnected since ${day}`,
    saved: (day: string, by: string) => `Saved on ${day} by ${by}`,
    confirmed: (day: string, by: string) => `Confirmed on ${day} by ${by}`,
    from: (day: string) => `, from ${day}`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** In the order in which they are done. */
export function setUpSteps(setUp: SetUp, language: Language): SetUpStep[] {
  const { licence, licenceState, outsmart, asperion, settings, firstExport } = setUp;
  const words = WORDS[language];
  const day = (moment: Date | IsoDate) => dutchDate(moment, language);
  const ends = licence?.endsOn ? words.ends(day(licence.endsOn)) : null;
  const startDate = firstExport?.startDate ? words.from(day(firstExport.startDate)) : '';
  return [
    {
      step: 'licence',
      isDone: isRunning(licenceState),
      note: licence === null ? '' : (ends ?? words.ordered(day(licence.orderedAt))),
    },
    {
      step: 'outsmart',
      isDone: outsmart?.state === 'connected',
      note:
        outsmart === null
          ? ''
          : outsmart.state === 'connected'
            ? words.token(outsmart.tokenEnding)
            : words.tokenRefused(outsmart.tokenEnding),
    },
    {
      step: 'asperion',
      isDone: asperion?.state === 'connected',
      note:
        asperion === null
          ? ''
          : asperion.state === 'connected'
            ? words.connected(day(asperion.connectedAt), asperion.connectedBy)
            : words.lost(day(asperion.stateSince)),
    },
    {
      step: 'settings',
      isDone: settings !== null,
      note: settings === null ? '' : words.saved(day(settings.savedAt), settings.savedBy),
    },
    {
      step: 'first-export',
      isDone: firstExport !== null,
      note:
        firstExport === null
          ? ''
          : `${words.confirmed(day(firstExport.confirmedAt), firstExport.confirmedBy)}${startDate}`,
    },
  ];
}
