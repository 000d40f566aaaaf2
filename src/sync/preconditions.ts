/**
 * What must be so before a job may begin: a licence that runs (L3), settings saved once (I4), both sides connected, the
 * account not suspended and not stopped.
 */
import { Fault } from '../kernel/fault.ts';
import type { AdministrationId } from '../model/ids.ts';
import { ASPERION_CONNECTOR, isRunning } from '../model/licence.ts';
import type { Settings } from '../model/settings.ts';
import type { JobName } from '../store/records.ts';
import type { AccountStore } from '../store/store.ts';

export interface Preconditions {
  readonly settings: Settings;
  readonly administrationId: AdministrationId;
  /** Null while a person has to choose one. */
  readonly workStatusCode: string | null;
  readonly outsmartKey: string;
}

/**
 * Passes with what the job needs. Faults: sync.suspended, sync.no_licence with its last day (`endsOn`) when it had one,
 * sync.account_stopped, sync.not_configured with the missing part as field, asperion.not_connected and
 * asperion.connection_ended when a person has to reconnect first.
 */
export async function preconditionsOf(account: AccountStore, job: JobName): Promise<Preconditions> {
  const { state, endsOn, suspendedAt } = await account.licences.standing(ASPERION_CONNECTOR);
  if (suspendedAt !== null) throw new Fault('sync.suspended', { retry: 'never' });
  if (!isRunning(state)) throw new Fault('sync.no_licence', { retry: 'never', parameters: { endsOn: endsOn ?? '' } });
  const stop = await account.stop.read();
  if (stop) throw new Fault('sync.account_stopped', { retry: 'never', parameters: stop.parameters });
  const saved = await account.settings.current();
  if (!saved) throw missing('settings');
  const settings = saved.value;
  if (settings.administrationId === null) throw missing('administrationId');
  if (job === 'export' && !settings.exportOn) throw missing('exportOn');
  if (job === 'hourtypes' && !settings.hourTypesOn) throw missing('hourTypesOn');
  const outsmart = await account.connections.outsmart();
  if (!outsmart) throw missing('outsmart');
  const asperion = await account.connections.asperion();
  if (!asperion || asperion.state === 'disconnected')
    throw new Fault('asperion.not_connected', { retry: 'after-reconnect', system: 'asperion' });
  if (asperion.state === 'ended')
    throw new Fault('asperion.connection_ended', { retry: 'after-reconnect', system: 'asperion' });
  return {
    settings,
    administrationId: settings.administrationId as AdministrationId,
    workStatusCode: settings.workStatusCode ?? outsmart.workStatusCode,
    outsmartKey: outsmart.outsmartKey,
  };
}

function missing(field: string): Fault {
  return new Fault('sync.not_configured', { retry: 'never', field });
}
