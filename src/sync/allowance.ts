/**
 * What an account's automatic runs may still do: none while a system does not answer it, and no more foreign calls in a day
 * than the installation allows. What a person starts goes on, and is counted.
 */
import { Fault } from '../kernel/fault.ts';
import type { Run } from '../store/runs.ts';
import type { AccountStore } from '../store/store.ts';
import type { SyncParts } from './run-job.ts';

const DAY_MS = 24 * 60 * 60_000;

/** How many calls a run may still make. Throws a Fault that ends it. */
export type Allowance = (callsOfThisRun: number) => void;

/**
 * Faults sync.circuit_open with the system and the moment until which it is left alone, and sync.call_budget with what the
 * account may do in a day; the second also later, from the allowance that is answered.
 */
export async function allowanceOf(
  { clock, limits }: Pick<SyncParts, 'clock' | 'limits'>,
  account: AccountStore,
  run: Pick<Run, 'trigger'>,
): Promise<Allowance> {
  if (run.trigger === 'person') return () => undefined;
  const open = await account.circuits.open();
  if (open) {
    const parameters = { of: open.system, until: open.until.toISOString() };
    throw new Fault('sync.circuit_open', { retry: 'later', parameters });
  }
  const { callsPerDay } = limits;
  if (callsPerDay === null) return () => undefined;
  const earlier = await account.circuits.callsSince(new Date(clock.now().getTime() - DAY_MS));
  const allow: Allowance = (calls) => {
    if (earlier + calls < callsPerDay) return;
    throw new Fault('sync.call_budget', { retry: 'later', parameters: { calls: String(callsPerDay) } });
  };
  allow(0);
  return allow;
}
