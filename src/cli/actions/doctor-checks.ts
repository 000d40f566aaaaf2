/**
 * The checks of doctor that are about this machine and not about an account.
 */
import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../../config/config.ts';
import { exchange, HttpFailure } from '../../kernel/http.ts';
import { addressWithoutQuery } from '../../kernel/masking.ts';
import { forgetfulSettings } from '../../store/durability.ts';
import type { Check } from '../../usecases/doctor.ts';
import type { Installation } from '../../usecases/installation.ts';

/** The first Node that runs TypeScript as it is, without a flag. */
const NODE_MIN = [22, 18] as const;
const FREE_BYTES_MIN = 1024 ** 3;
const REACH_TIMEOUT_MS = 5_000;
/** A code of signing in in two steps is good for as long. */
const CLOCK_OFF_SECONDS_MAX = 30;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  if (isNewEnough) return { name: 'Node', state: 'good', text: version };
  return {
    name: 'Node',
    state: 'wrong',
    text: `${version} is te oud; start met npm start of npm run koppeling, dat zorgt zelf voor een nieuwere.`,
  };
}

/** The folder holds the embedded database and the key: it must be ours to write, and have room. */
export async function checkDataFolder({ dataDir }: Config): Promise<Check> {
  const name = 'gegevensmap';
  try {
    const folder = nearestExisting(dataDir);
    await access(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const text = `${dataDir}, ${(free / 1024 ** 3).toFixed(1).replace('.', ',')} GB vrij`;
    if (free < FREE_BYTES_MIN)
      return { name, state: 'attention', text: `${text}. Maak ruimte: als de schijf vol is, staat alles stil.` };
    return { name, state: 'good', text };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'onbekend';
    return {
      name,
      state: 'wrong',
      text: `${dataDir} kan niet worden beschreven (${code}). Geef rechten, of kies een andere map met KOPPELING_DATA_DIR.`,
    };
  }
}

/** The folder itself, or the one in which it will be made. */
function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

/** Opening has brought it to the newest migration already; what is left to know is what it is. */
export async function checkDatabase({ config, parts }: Installation): Promise<Check> {
  const { rows } = await parts.store.pool.query<{ version: string; last: string }>(
    `select current_setting('server_version') as version, (select max(name) from kysely_migration) as last`,
  );
  const [row] = rows;
  const where = config.databaseUrl === null ? 'ingebouwd' : 'van KOPPELING_DATABASE_URL';
  return {
    name: 'database',
    state: 'good',
    text: `PostgreSQL ${row?.version ?? ''}, ${where}; bijgewerkt tot ${row?.last ?? 'niets'}`,
  };
}

/** Opening has not looked at it: a forgetful server works well until the power goes. */
export async function checkDurability({ config, parts }: Installation): Promise<Check> {
  const name = 'duurzaamheid';
  const off = await forgetfulSettings(parts.store.pool);
  if (off.length === 0) return { name, state: 'good', text: 'wat is vastgelegd, blijft bij stroomuitval' };
  const where = config.databaseUrl === null ? 'postgres/postgresql.auto.conf' : 'de instellingen van die server';
  const text = `${off.join(', ')} staat uit: bij stroomuitval gaat verloren wat net is vastgelegd. Zet aan in ${where}.`;
  return { name, state: 'attention', text };
}

/** Runs go by the database's clock whatever this says; the codes of signing in in two steps do not. */
export function checkClock(behindMs: number): Check {
  const name = 'klok';
  const seconds = Math.round(Math.abs(behindMs) / 1_000);
  if (seconds <= CLOCK_OFF_SECONDS_MAX) return { name, state: 'good', text: 'loopt gelijk met die van de database' };
  const how = behindMs > 0 ? 'achter' : 'voor';
  const text = `loopt ${seconds} seconden ${how} op die van de database. Zet de klok van deze machine gelijk (NTP): codes om in twee stappen aan te melden worden anders geweigerd.`;
  return { name, state: 'attention', text };
}

/** Whether the systems answer at all; whether they let an account in is checked for each account. */
export async function checkSystems(config: Config): Promise<readonly Check[]> {
  if (config.sandbox) {
    const text = 'geen adressen ingesteld: OutSmart en Asperion zijn de sandboxes op deze machine';
    return [{ name: 'systemen', state: 'good', text }];
  }
  return Promise.all([
    reach('OutSmart', config.outsmart.apiUrl, 'KOPPELING_OUTSMART_URL'),
    reach('Asperion', config.asperion.apiUrl, 'KOPPELING_ASPERION_API_URL'),
    reach('aanmelden', config.asperion.identityUrl, 'KOPPELING_ASPERION_IDENTITY_URL'),
  ]);
}

/** Any answer will do, a refusal too: nothing is asked. */
async function reach(name: string, address: string, variable: string): Promise<Check> {
  const shown = addressWithoutQuery(address);
  try {
    await exchange({ method: 'GET', url: new URL(address), timeoutMs: REACH_TIMEOUT_MS });
    return { name, state: 'good', text: `${shown} antwoordt` };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return {
      name,
      state: 'wrong',
      text: `${shown} antwoordt niet (${error.message}). Controleer ${variable} en de verbinding met internet.`,
    };
  }
}
