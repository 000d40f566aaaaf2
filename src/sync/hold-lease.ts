/**
 * Takes an account's lease, keeps it alive while the work goes on, and ends the work the moment it is lost.
 */
import { systemTimer, type Timer } from '../kernel/clock.ts';
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
  timer: Timer = systemTimer,
): Promise<HeldLease | null> {
  const until = timer.elapsedMs() + options.waitMs;
  let lease = await leases.acquire(holder, LEASE_MS);
  while (lease === null) {
    if (timer.elapsedMs() >= until || options.signal.aborted) return null;
    await timer.sleep(ASK_AGAIN_MS);
    lease = await leases.acquire(holder, LEASE_MS);
  }
  return keepAlive(leases, lease, options.signal, timer);
}

function keepAlive(leases: Leases, lease: Lease, outer: AbortSignal, timer: Timer): HeldLease {
  const lost = new AbortController();
  const released = new AbortController();
  const prolong = async (): Promise<void> => {
    for (;;) {
      await timer.sleep(PROLONG_EVERY_MS, released.signal);
      await leases
        .prolong(lease, LEASE_MS)
        .catch((cause: unknown) => lost.abort(new Fault('sync.lease_lost', { retry: 'later', cause })));
    }
  };
  // Ends with the sleep that the release breaks off.
  prolong().catch(() => undefined);
  return {
    lease,
    signal: AbortSignal.any([outer, lost.signal]),
    async release() {
      released.abort();
      await leases.release(lease);
    },
  };
}
