/**
 * The access token of one connection, for as long as a door is open: kept in memory, renewed through the vault a little
 * before it ends, and by one caller at a time. Must not know what the token is used for.
 */
import type { Outside } from '../kernel/outside.ts';
import type { StoredTokens, TokenVault } from '../model/token-vault.ts';
import { refreshTokens } from './auth.ts';
import type { AsperionConnection } from './connection.ts';

/** So much before its end a token is renewed, so that it does not end on its way. */
const RENEW_EARLY_MS = 60_000;

/** Hands out the access token. Faults: those of TokenVault and `refreshTokens`. */
export class Access {
  readonly #connection: AsperionConnection;
  readonly #vault: TokenVault;
  readonly #outside: Pick<Outside, 'clock' | 'exchange'>;
  #held: StoredTokens | null = null;
  #renewAtMs = 0;
  #pending: Promise<StoredTokens> | null = null;

  constructor(connection: AsperionConnection, vault: TokenVault, outside: Pick<Outside, 'clock' | 'exchange'>) {
    this.#connection = connection;
    this.#vault = vault;
    this.#outside = outside;
  }

  /** Tokens that are good for now, as far as can be known without asking Asperion. */
  async current(): Promise<StoredTokens> {
    if (this.#pending) return this.#pending;
    if (this.#held && this.#outside.clock.now().getTime() < this.#renewAtMs) return this.#held;
    return this.#once(() => this.#readOrRenew());
  }

  /** To be called when Asperion refused the token of that version: makes sure that `current` has another one. */
  async renewRefused(version: number): Promise<void> {
    if (this.#pending) await this.#pending;
    if (this.#held && this.#held.version > version) return;
    await this.#once(() => this.#renew(version));
  }

  async #readOrRenew(): Promise<StoredTokens> {
    if (this.#held) return this.#renew(this.#held.version);
    const stored = await this.#vault.read();
    const renewAtMs = stored.tokens.expiresAt.getTime() - RENEW_EARLY_MS;
    if (this.#outside.clock.now().getTime() >= renewAtMs) return this.#renew(stored.version);
    return this.#hold(stored, renewAtMs);
  }

  async #renew(seenVersion: number): Promise<StoredTokens> {
    const stored = await this.#vault.renew(seenVersion, (current) =>
      refreshTokens(this.#connection, current, this.#outside),
    );
    // A token that lives shorter than two minutes is renewed half-way, or every call would renew it again.
    const nowMs = this.#outside.clock.now().getTime();
    const lifeMs = Math.max(0, stored.tokens.expiresAt.getTime() - nowMs);
    return this.#hold(stored, nowMs + Math.max(lifeMs - RENEW_EARLY_MS, lifeMs / 2));
  }

  #hold(stored: StoredTokens, renewAtMs: number): StoredTokens {
    this.#held = stored;
    this.#renewAtMs = renewAtMs;
    return stored;
  }

  /** Whoever asks while the work is under way gets its outcome. */
  #once(work: () => Promise<StoredTokens>): Promise<StoredTokens> {
    if (this.#pending) return this.#pending;
    const pending = work().finally(() => {
      this.#pending = null;
    });
    this.#pending = pending;
    return pending;
  }
}
