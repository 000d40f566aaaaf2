/**
 * How both connections of a company stand, as last known or as just tried, each with a sentence (C3, C4).
 */
import { isFault } from '../kernel/fault.ts';
import type { AsperionConnectionState, OutSmartConnectionState } from '../store/connections.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import type { UseCaseParts } from './parts.ts';
import { faultSentence } from './sentences.ts';
import { asperionConnected, asperionDisconnected, outsmartConnected } from './sentences-connections.ts';
import { settingProblem } from './sentences-refusals.ts';

export interface ConnectionsState {
  /** Null when it was never connected. */
  readonly outsmart: (OutSmartConnectionState & { readonly text: string }) | null;
  readonly asperion: (AsperionConnectionState & { readonly text: string }) | null;
}

/** What trying found, in a sentence; null where nothing was tried or found. */
interface Found {
  readonly outsmart: string | null;
  readonly asperion: string | null;
}

/** As last known: nothing is asked. */
export function readConnections(account: AccountStore, language: Language): Promise<ConnectionsState> {
  return stateWith(account, language, { outsmart: null, asperion: null });
}

/** Tries both, and remembers what they say. Never fails because of a foreign system. */
export async function checkConnections(
  parts: UseCaseParts,
  account: AccountStore,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<ConnectionsState> {
  const trying = { parts, account, language, signal };
  const [outsmart, asperion] = await Promise.all([tryOutSmart(trying), tryAsperion(trying)]);
  return stateWith(account, language, { outsmart, asperion });
}

interface Trying {
  readonly parts: UseCaseParts;
  readonly account: AccountStore;
  readonly language: Language;
  readonly signal: AbortSignal;
}

async function tryOutSmart({ parts, account, language, signal }: Trying): Promise<string | null> {
  if ((await account.connections.outsmart()) === null) return null;
  try {
    await (await parts.doors.openFieldService(account, signal)).checkCredentials();
    await account.connections.markOutSmart('connected', null);
    return null;
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === 'outsmart.token_refused') await account.connections.markOutSmart('refused', error.code);
    return faultSentence(error.code, error.detail.parameters ?? {}, language);
  }
}

/** A connection that Asperion ended is marked as such where its tokens are renewed. */
async function tryAsperion({ parts, account, language, signal }: Trying): Promise<string | null> {
  const connection = await account.connections.asperion();
  if (connection?.state !== 'connected') return null;
  try {
    const administrations = await (await parts.doors.openAccounting(account, signal)).readAdministrations();
    const chosen = (await account.settings.current())?.value.administrationId ?? null;
    const found = administrations.find(({ id }) => id === chosen);
    if (chosen === null || found) return asperionConnected(connection, found?.name ?? '', language);
    const others = administrations.map(({ id, name }) => `${id} (${name})`).join(', ');
    return settingProblem(language, 'unknownAdministration', { id: chosen, others });
  } catch (error) {
    if (!isFault(error)) throw error;
    return faultSentence(error.code, error.detail.parameters ?? {}, language);
  }
}

async function stateWith(account: AccountStore, language: Language, found: Found): Promise<ConnectionsState> {
  const [outsmart, asperion] = await Promise.all([account.connections.outsmart(), account.connections.asperion()]);
  return {
    outsmart: outsmart && { ...outsmart, text: found.outsmart ?? outsmartText(outsmart, language) },
    asperion: asperion && { ...asperion, text: found.asperion ?? asperionText(asperion, language) },
  };
}

function outsmartText({ state, connectedAt, tokenEnding }: OutSmartConnectionState, language: Language): string {
  return state === 'refused'
    ? faultSentence('outsmart.token_refused', {}, language)
    : outsmartConnected(connectedAt, tokenEnding, language);
}

function asperionText(connection: AsperionConnectionState, language: Language): string {
  if (connection.state === 'ended') return faultSentence('asperion.connection_ended', {}, language);
  if (connection.state === 'disconnected') return asperionDisconnected(connection.stateSince, language);
  return asperionConnected(connection, '', language);
}
