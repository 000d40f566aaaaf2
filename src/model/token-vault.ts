/**
 * Where one account's Asperion tokens rest between uses: sealed, in the database, one renewal at a time. Types only;
 * the store keeps the promise, asperion/ uses it.
 */
export interface ConnectionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

export interface StoredTokens {
  readonly tokens: ConnectionTokens;
  /** Goes up by one with every change, so that a reader can tell whether its copy is old. */
  readonly version: number;
}

export interface TokenVault {
  /** The tokens as stored. Faults: asperion.not_connected, asperion.connection_ended, store.secret_unreadable. */
  read(): Promise<StoredTokens>;
  /**
   * Renews the tokens, one caller at a time over all processes. When somebody else already renewed (the stored version is
   * newer than `seenVersion`) answers theirs and does not call `refresh`. The new tokens are committed before this returns.
   * When `refresh` throws a Fault with retry `after-reconnect` the connection is stored as ended; with `later`, no other
   * renewal is tried for a cool-down. Both are rethrown.
   */
  renew(seenVersion: number, refresh: (current: ConnectionTokens) => Promise<ConnectionTokens>): Promise<StoredTokens>;
}
