/**
 * Where Asperion is and how it wants to be spoken to: everything that may differ between its production, its sandbox and
 * our own stand-in. Knows no account and no token.
 */
import type { InvoiceTarget } from '../model/accounting.ts';
import type { SalesBookingSettings } from './targets/booking-settings.ts';

/** Paths that no source confirms, or that may differ between installations. All begin with a slash. */
export interface AsperionPaths {
  readonly drafts: string;
  readonly salesOrders: string;
  readonly debtorKinds: string;
  readonly salesTypes: string;
  readonly authorize: string;
  readonly token: string;
  readonly revocation: string;
}

/**
 * The paths to use until Asperion answers.
 * @assumed drafts, debtorKinds, revocation; salesOrders is confirmed as a name only, authorize and token for production.
 */
export const DEFAULT_PATHS: AsperionPaths = {
  drafts: '/v1/draftsalesinvoiceswithlines',
  salesOrders: '/v1/SalesOrderWithLines',
  debtorKinds: '/v1/debtorkinds',
  salesTypes: '/v1/salestypes',
  authorize: '/connect/authorize',
  token: '/connect/token',
  revocation: '/connect/revocation',
};

/** @assumed The one of two documented spellings that a client in use sends. */
export const DEFAULT_TENANT_HEADER = 'X-Tenant-Id';

/** What invoices become; a booking needs to know where to book. */
export type TargetChoice =
  | { readonly kind: Exclude<InvoiceTarget['kind'], 'sales-booking'> }
  | { readonly kind: 'sales-booking'; readonly booking: SalesBookingSettings };

export interface AsperionConnection {
  /** Address of the API, without `/v1`. Plain http is accepted for this machine only. */
  readonly apiUrl: string;
  /** Address of the identity server, which is also the issuer it names in its answers. */
  readonly identityUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes with spaces between them; an empty text sends none. */
  readonly scopes: string;
  readonly tenantHeader: string;
  readonly pageSize: number;
  /** Exchanges with the API that may be under way at once, for each opened door. */
  readonly concurrency: number;
  /** How long one exchange may take, with the API as well as with the identity server. */
  readonly timeoutMs: number;
  readonly paths: AsperionPaths;
  readonly target: TargetChoice;
}

/** The address of a path under a base address, which may have a path of its own. */
export function addressOf(baseUrl: string, path: string): URL {
  return new URL(baseUrl.replace(/\/+$/, '') + path);
}

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for addresses of this machine, the only ones that may be spoken to without TLS. */
export function isLoopback(address: URL): boolean {
  return LOOPBACK_HOST.test(address.hostname);
}

/** Throws when the address would carry tokens over the network in the clear. Asperion refuses plain http as well. */
export function assertPrivate(baseUrl: string): void {
  const address = new URL(baseUrl);
  if (address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address))) return;
  throw new Error(`Asperion's address ${address.origin} must begin with https://`);
}
