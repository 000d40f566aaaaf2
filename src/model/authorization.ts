/**
 * The third door: how a person lets this program into the accounting system. Types only.
 */
import type { ConnectionTokens } from './token-vault.ts';

export interface BegunAuthorization {
  /** Where the person's browser must go. */
  readonly url: URL;
  readonly state: string;
  readonly codeVerifier: string;
}

export interface AuthorizationSecrets {
  readonly state: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

export interface Authorization {
  begin(redirectUri: string): Promise<BegunAuthorization>;
  /** The tokens behind a callback. Faults: asperion.connection_ended when refused, asperion.client_refused, asperion.unreachable. */
  finish(callbackUrl: URL, secrets: AuthorizationSecrets): Promise<ConnectionTokens>;
  /** Takes the tokens back at the other side. */
  revoke(tokens: ConnectionTokens): Promise<void>;
}
