// OutSmart and Asperion as other systems: sandboxes that the story starts and owns, so that they outlive the program and can
// be looked into. The program gets to know them as it would get to know the real ones, by its environment.

import type { AsperionSeed } from '#sandbox/asperion/seed.ts';
import { type AsperionSandbox, startAsperionSandbox } from '#sandbox/asperion/start.ts';
import { type OutSmartSandbox, startOutSmartSandbox } from '#sandbox/outsmart/start.ts';
import { ADMINISTRATION, asperionSeed } from './company.ts';
import type { AtEnd } from './installation.ts';

const SOFTWARE_TOKEN = '5f0e3d2c1b0a9f8e7d6c5b4a39281706f5e4d3c2';
const CLIENT = { clientId: 'waterkant-client', clientSecret: 'waterkant-client-geheim', redirectUris: [] };

export interface Systems {
  readonly outsmart: OutSmartSandbox;
  readonly asperion: AsperionSandbox;
  /** What tells the program where they are and lets it in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Of the environment: what must never be shown. */
  readonly secrets: readonly string[];
}

/** The demo company, as `start` goes about it. */
export const DEMO_TOKEN = 'demo0000demo0000demo0000demo0000';

/**
 * Starts both where `start` would start its own on the ports after `port`; it uses those that are there already. OutSmart
 * has the demo company's account and nothing in it, Asperion what the seed says and the demo user.
 */
export async function startDemoSystems(
  atEnd: AtEnd,
  port: number,
  { administrations }: AsperionSeed,
): Promise<Omit<Systems, 'environment' | 'secrets'>> {
  const outsmart = await startOutSmartSandbox({
    port: port + 1,
    accounts: [{ token: DEMO_TOKEN, name: 'Voorbeeldbedrijf' }],
  });
  atEnd(() => outsmart.close());
  const access = { administrations: administrations.map(({ id }) => id), defaultAdministration: ADMINISTRATION };
  const users = [{ userName: 'demo', password: 'demo', profileName: 'Demo', ...access }];
  const asperion = await startAsperionSandbox({
    port: port + 2,
    identityPort: port + 3,
    seed: { administrations, users },
  });
  atEnd(() => asperion.close());
  return { outsmart, asperion };
}

/** Starts both, in memory. OutSmart has an empty account for each token. */
export async function startSystems(atEnd: AtEnd, tokens: readonly string[]): Promise<Systems> {
  const outsmart = await startOutSmartSandbox({
    accounts: tokens.map((token) => ({ token, name: `Klant met ${token.slice(0, 4)}` })),
    softwareTokens: [SOFTWARE_TOKEN],
  });
  atEnd(() => outsmart.close());
  const asperion = await startAsperionSandbox({ clients: [CLIENT], seed: asperionSeed });
  atEnd(() => asperion.close());
  return {
    outsmart,
    asperion,
    environment: {
      KOPPELING_OUTSMART_URL: outsmart.apiUrl,
      KOPPELING_OUTSMART_SOFTWARE_TOKEN: SOFTWARE_TOKEN,
      KOPPELING_ASPERION_API_URL: asperion.apiUrl,
      KOPPELING_ASPERION_IDENTITY_URL: asperion.identityUrl,
      KOPPELING_ASPERION_CLIENT_ID: CLIENT.clientId,
      KOPPELING_ASPERION_CLIENT_SECRET: CLIENT.clientSecret,
    },
    secrets: [SOFTWARE_TOKEN, CLIENT.clientSecret],
  };
}
