/**
 * Takes an account's lease, keeps it alive while the work goes on, and ends the work the moment it is lost.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../kernel/fault.ts';
import type { Lease, Leases } from '../store/lease.ts';

const LEASE_MS = 30_000;
const PROLONG_EVERY_MS = 8_000;
const ASK_AGAIN_MS = 250;

export interface HeldLease {
  readonly lease: Lease;
  /** Aborted when the lease is lost or the caller's own signal is. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/** The lease, or null when somebody else keeps it longer than `waitMs`. */
export async function holdLease(
  leases: Leases,
  holder: string,
  options: { waitMs: number; signal: AbortSignal },
): Promise<HeldLease | null> {
  const until = performance.now() + options.waitMs;
  let lease = await leases.acquire(holder, LEASE_MS);
  while (lease === null) {
    if (performance.now() >= until || options.signal.aborted) return null;
    await wait(ASK_AGAIN_MS);
    lease = await leases.acquire(holder, LEASE_MS);
  }
  return keepAlive(leases, lease, options.signal);
}

function keepAlive(leases: Leases, lease: Lease, outer: AbortSignal): HeldLease {
  const lost = new AbortController();
  let isAsking = false;
  const timer = setInterval(() => {
    if (isAsking) return;
    isAsking = true;
    leases
      .prolong(lease, LEASE_MS)
      .catch((cause: unknown) => lost.abort(new Fault('sync.lease_lost', { retry: 'later', cause })))
      .finally(() => {
        isAsking = false;
      });
  }, PROLONG_EVERY_MS);
  return {
    lease,
    signal: AbortSignal.any([outer, lost.signal]),
    async release() {
      clearInterval(timer);
      await leases.release(lease);
    },
  };
}
