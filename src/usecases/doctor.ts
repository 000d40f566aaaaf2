/**
 * Checks every prerequisite of one account and both connections, and says what to do about what is wrong.
 */
import { isFault } from '../kernel/fault.ts';
import type { AdministrationId } from '../model/ids.ts';
import { ASPERION_CONNECTOR, isRunning } from '../model/licence.ts';
import type { AccountStore } from '../store/store.ts';
import { isFirstExportConfirmed } from './confirm-first-export.ts';
import type { UseCaseParts } from './parts.ts';
import { faultSentence } from './sentences.ts';
import { licenceWord } from './sentences-licences.ts';

export interface Check {
  readonly name: string;
  readonly state: 'good' | 'wrong' | 'attention';
  /** What was found, and what to do when that is not good. */
  readonly text: string;
}

/** Every check that can be made; one that fails keeps the others from nothing. */
export async function examineAccount(
  parts: UseCaseParts,
  account: AccountStore,
  name: string,
): Promise<readonly Check[]> {
  const { signal } = new AbortController();
  const named = `--account "${name}"`;
  return [
    await checkLicence(account, named),
    await checkOutSmart(parts, account, name, signal),
    await checkAsperion(parts, account, name, signal),
    await checkSettings(account, name),
    (await isFirstExportConfirmed(account))
      ? good('eerste export', 'bevestigd')
      : attention(
          'eerste export',
          `nog niet bevestigd. Bekijk de werkbonnen met: orders ${named}. Bevestig met: confirm ${named}.`,
        ),
    await checkStop(account, named),
    await checkSchedule(parts, account),
  ];
}

const good = (name: string, text: string): Check => ({ name, state: 'good', text });
const wrong = (name: string, text: string): Check => ({ name, state: 'wrong', text });
const attention = (name: string, text: string): Check => ({ name, state: 'attention', text });

async function checkLicence(account: AccountStore, named: string): Promise<Check> {
  const { state, suspendedAt } = await account.licences.standing(ASPERION_CONNECTOR);
  if (suspendedAt !== null) return wrong('licentie', faultSentence('sync.suspended', {}));
  return isRunning(state)
    ? good('licentie', licenceWord(state))
    : wrong('licentie', `${licenceWord(state)}; er wordt niets gesynchroniseerd. Bestel met: licence order ${named}.`);
}

async function checkOutSmart(
  parts: UseCaseParts,
  account: AccountStore,
  name: string,
  signal: AbortSignal,
): Promise<Check> {
  const connection = await account.connections.outsmart();
  if (!connection)
    return wrong('OutSmart', `nog niet verbonden. Verbind met: connect outsmart "${name}" --token TOKEN.`);
  try {
    await (await parts.doors.openFieldService(account, signal)).checkCredentials();
    if (connection.workStatusCode === null)
      return attention('OutSmart', 'verbonden, maar kies nog een werkbonstatus (workStatusCode in de instellingen).');
    return good(
      'OutSmart',
      `verbonden met token …${connection.tokenEnding}; werkbonstatus ${connection.workStatusCode}`,
    );
  } catch (error) {
    if (!isFault(error)) throw error;
    return wrong('OutSmart', faultSentence(error.code, {}));
  }
}

async function checkAsperion(
  parts: UseCaseParts,
  account: AccountStore,
  name: string,
  signal: AbortSignal,
): Promise<Check> {
  const connection = await account.connections.asperion();
  if (!connection || connection.state === 'disconnected')
    return wrong('Asperion', `nog niet verbonden. Verbind met: connect asperion "${name}".`);
  try {
    const accounting = await parts.doors.openAccounting(account, signal);
    const administrations = await accounting.readAdministrations();
    const chosen = (await account.settings.current())?.value.administrationId ?? null;
    const administration = administrations.find(({ id }) => id === chosen);
    if (chosen !== null && !administration)
      return wrong(
        'Asperion',
        `administratie ${chosen} is niet meer toegankelijk. Kies een andere in de instellingen.`,
      );
    // Reads something small from the chosen books, which checks that the right administration answers.
    if (administration) await accounting.books(chosen as AdministrationId).readVatCodes();
    const by = `sinds ${connection.connectedAt.toISOString().slice(0, 10)} door ${connection.connectedBy}`;
    return good(
      'Asperion',
      administration ? `verbonden met ${administration.name}, ${by}` : `verbonden, ${by}; kies nog een administratie`,
    );
  } catch (error) {
    if (!isFault(error)) throw error;
    return wrong('Asperion', faultSentence(error.code, {}));
  }
}

async function checkSettings(account: AccountStore, name: string): Promise<Check> {
  const saved = await account.settings.current();
  if (!saved)
    return wrong('instellingen', `nog niet opgeslagen. Sla ze op met: settings set "${name}" --file settings.json.`);
  const what = saved.value.exportOn ? 'export aan' : 'export uit';
  return good('instellingen', `versie ${saved.version}, opgeslagen door ${saved.savedBy}; ${what}`);
}

async function checkStop(account: AccountStore, named: string): Promise<Check> {
  const stop = await account.stop.read();
  if (!stop) return good('stand', 'loopt');
  return wrong(
    'stand',
    `${faultSentence('sync.account_stopped', stop.parameters)} Beslis met: resolve ${named} --keep of --delete.`,
  );
}

async function checkSchedule(parts: UseCaseParts, account: AccountStore): Promise<Check> {
  const next = await parts.store.schedule.next(account.accountId);
  const [last] = await account.runs.list(1);
  const lastText = last
    ? `laatste: ${last.job} ${last.state} ${(last.finishedAt ?? last.queuedAt).toISOString()}`
    : 'nog niets uitgevoerd';
  return next
    ? good('schema', `volgende automatische export ${next.toISOString()}; ${lastText}`)
    : attention('schema', lastText);
}
