// Every behaviour of Asperion that is not known for certain is a switch here, so that a client can be tried against
// all answers. One mutable object is shared by the API, the identity server and the operator; a change takes effect
// at the next request. Must not know who reads it.

/** Switches of the sandbox. Times in the unit that the name ends with. */
export interface AsperionSettings {
  /** Added to every API call. */
  latencyMs: number;
  /** How long a created record is missing from lists; by id it is there at once. */
  lateVisibilityMs: number;
  /** Request headers that choose the administration, compared without regard to case. Others are ignored. */
  tenantHeaders: string[];
  /** A tenant that is unknown or not the user's: 403, or silently the default administration. */
  unknownTenant: 'forbidden' | 'default';
  pageSizeDefault: number;
  pageSizeMax: number;
  /** Number of the first page. */
  pageBase: number;
  pageLinks: 'relative' | 'absolute';
  /** How a text filter compares when the request does not say. */
  defaultComparison: Comparison;
  /** Status of a successful create. */
  createdStatus: 200 | 201;
  /** Status of a successful dry run; 204 has no body. */
  validateOnlyStatus: 200 | 204;
  errorContentType: 'application/json' | 'application/problem+json';
  /** Last path segment of draft invoices; null: this Asperion has no such resource. */
  draftsPath: string | null;
  /** A booking with a number that is taken in its journal and year. */
  duplicateInvoiceNumber: 'refused' | 'accepted';
  /** Bookings and processing are refused up to and including this day (YYYY-MM-DD). */
  closedUntil: string | null;
  /** Check e-mail, phone, IBAN, KvK and VAT number of a debtor as the application does. */
  checkDebtorFormats: boolean;
  /** Scopes that the identity server knows; others are refused. */
  scopes: string[];
  /** Taken when a client asks for no scope at all; null: refused. */
  defaultScope: string | null;
  /** A token without this scope gets 403 from the API; null: no check. */
  apiScope: string | null;
  pkceRequired: boolean;
  /** Accept http://localhost and http://127.0.0.1 with any port and path, besides the registered addresses. */
  anyLoopbackRedirect: boolean;
  accessTokenLifetimeSeconds: number;
  authorizationCodeLifetimeSeconds: number;
  /** Counted from the last refresh. */
  refreshTokenSlidingSeconds: number;
  /** Counted from the consent. */
  refreshTokenAbsoluteSeconds: number;
  /** Each refresh gives a new refresh token; using an old one ends the connection. */
  rotateRefreshTokens: boolean;
}

export type Comparison = 'Contains' | 'Equals' | 'NotEquals' | 'StartsWith' | 'EndsWith';

export const COMPARISONS: readonly Comparison[] = ['Contains', 'Equals', 'NotEquals', 'StartsWith', 'EndsWith'];

const DAY_SECONDS = 86_400;

/** The settings that the notes on the API propose where the vendor says nothing. */
export function defaultSettings(): AsperionSettings {
  return {
    latencyMs: 0,
    lateVisibilityMs: 0,
    tenantHeaders: ['X-Tenant-Id', 'X-TenantId'],
    unknownTenant: 'forbidden',
    pageSizeDefault: 50,
    pageSizeMax: 200,
    pageBase: 1,
    pageLinks: 'relative',
    defaultComparison: 'Contains',
    createdStatus: 201,
    validateOnlyStatus: 200,
    errorContentType: 'application/json',
    draftsPath: 'draftsalesinvoiceswithlines',
    duplicateInvoiceNumber: 'refused',
    closedUntil: null,
    checkDebtorFormats: false,
    scopes: ['openid', 'profile', 'offline_access', 'asperion_api'],
    defaultScope: null,
    apiScope: 'asperion_api',
    pkceRequired: false,
    anyLoopbackRedirect: true,
    accessTokenLifetimeSeconds: 3600,
    authorizationCodeLifetimeSeconds: 300,
    refreshTokenSlidingSeconds: 15 * DAY_SECONDS,
    refreshTokenAbsoluteSeconds: 30 * DAY_SECONDS,
    rotateRefreshTokens: true,
  };
}
