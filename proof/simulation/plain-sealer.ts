/**
 * Seals nothing: the real sealer works on other threads, whose turns no seed can repeat, and tokens of a simulation are no
 * secrets.
 */
import type { Sealer } from '#src/store/sealing.ts';

export const plainSealer: Sealer = {
  seal: async (_purpose, _accountId, secret) => secret,
  open: async (_purpose, _accountId, sealed) => sealed,
};
