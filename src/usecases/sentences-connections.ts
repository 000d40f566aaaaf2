/**
 * How a connection stands, in a sentence. Must not know where it is shown; what is wrong with one is told by its fault.
 */
import type { Language } from './language.ts';
import { dutchDate } from './sentences-numbers.ts';

interface ConnectionTexts {
  readonly outsmart: (of: { readonly on: string; readonly tokenEnding: string }) => string;
  readonly asperion: (of: { readonly on: string; readonly by: string; readonly administration: string }) => string;
  readonly disconnected: (of: { readonly on: string }) => string;
}

const TEXTS: Readonly<Record<Language, ConnectionTexts>> = {
  nl: {
    outsmart: ({ on, tokenEnding }) => `Verbonden op ${on}; het token eindigt op ${tokenEnding}.`,
    asperion: ({ on, by, administration }) =>
      `Verbonden${administration === '' ? '' : ` met ${administration}`}, door ${by} op ${on}.`,
    disconnected: ({ on }) =>
      `De verbinding is verbroken op ${on}. Verbind opnieuw; daarna gaan de werkbonnen die klaarstaan vanzelf.`,
  },
  en: {
    outsmart: ({ on, tokenEnding }) => `Connected on ${on}; the token ends in ${tokenEnding}.`,
    asperion: ({ on, by, administration }) =>
      `Connected${administration === '' ? '' : ` to ${administration}`}, by ${by} on ${on}.`,
    disconnected: ({ on }) =>
      `The connection was taken back on ${on}. Reconnect; after that the work orders that are ready go by themselves.`,
  },
};

export function outsmartConnected(connectedAt: Date, tokenEnding: string, language: Language): string {
  return TEXTS[language].outsmart({ on: dutchDate(connectedAt, language), tokenEnding });
}

/** `administration` is the name of the chosen one; empty when it was not asked for. */
export function asperionConnected(
  { connectedAt, connectedBy }: { readonly connectedAt: Date; readonly connectedBy: string },
  administration: string,
  language: Language,
): string {
  return TEXTS[language].asperion({ on: dutchDate(connectedAt, language), by: connectedBy, administration });
}

export function asperionDisconnected(since: Date, language: Language): string {
  return TEXTS[language].disconnected({ on: dutchDate(since, language) });
}
