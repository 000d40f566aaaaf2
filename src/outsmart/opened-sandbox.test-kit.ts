/**
 * For tests only: OutSmart's sandbox on a free port with the client's door to it. Waits between attempts take no time.
 */
import {
  defaultAccount,
  defaultSoftwareToken,
  type OutSmartSandbox,
  startOutSmartSandbox,
} from '../../sandbox/outsmart/start.ts';
import { Fault } from '../kernel/fault.ts';
import type { FieldService } from '../model/field-service.ts';
import type { OutSmartConnection, Waiting } from './call.ts';
import { openOutSmart } from './client.ts';

export const token = defaultAccount.token;

export const withoutWaiting: Waiting = { sleep: () => Promise.resolve(), random: () => 0.5 };

export interface OpenedSandbox {
  readonly sandbox: OutSmartSandbox;
  readonly control: OutSmartSandbox['control'];
  /** A new door, with its own count of calls. */
  open(settings?: Partial<OutSmartConnection>): FieldService;
  close(): Promise<void>;
}

/** Starts a sandbox with one account and no records but those every account has. */
export async function openSandbox(): Promise<OpenedSandbox> {
  const sandbox = await startOutSmartSandbox();
  return {
    sandbox,
    control: sandbox.control,
    open: (settings = {}) =>
      openOutSmart(
        {
          apiUrl: sandbox.apiUrl,
          token,
          softwareToken: defaultSoftwareToken,
          bearer: null,
          timeoutMs: 5_000,
          listTimeoutMs: 5_000,
          concurrency: 4,
          ...settings,
        },
        undefined,
        withoutWaiting,
      ),
    close: () => sandbox.close(),
  };
}

/** The Fault a promise ends with; throws when it ends with anything else. */
export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  if (outcome instanceof Fault) return outcome;
  throw new Error('expected a Fault', { cause: outcome });
}
