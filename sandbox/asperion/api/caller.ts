// Who calls, and about which administration: bearer token to user, tenant header to books. A header that is missing or
// misspelt silently means the user's default administration, as the service does. Must not know the resources.
import type { FastifyRequest } from 'fastify';
import type { Books } from '../books/administration-books.ts';
import type { AsperionStore } from '../books/asperion-store.ts';
import type { SandboxUser } from '../books/records.ts';
import type { AsperionSettings } from '../settings.ts';
import { say } from './messages.ts';
import { forbidden } from './problem.ts';

/** What an access token stands for. */
export interface TokenHolder {
  readonly userName: string;
  readonly scopes: ReadonlySet<string>;
}

/** Looks up access tokens that are still good. */
export type FindToken = (accessToken: string) => TokenHolder | undefined;

/** 401: no token, or one that is no longer good. Its answer has a header and no body. */
export class Unauthenticated extends Error {
  readonly challenge: string;

  constructor(challenge: string) {
    super('unauthenticated');
    this.challenge = challenge;
  }
}

const BEARER = /^Bearer +(\S+)$/i;

/** The user behind the token. Throws Unauthenticated, or 403 when the token lacks the scope of the API. */
export function authenticate(
  request: FastifyRequest,
  store: AsperionStore,
  settings: AsperionSettings,
  findToken: FindToken,
): SandboxUser {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Unauthenticated('Bearer');
  const holder = findToken(token);
  const user = holder === undefined ? undefined : store.user(holder.userName);
  if (holder === undefined || user === undefined) throw new Unauthenticated('Bearer error="invalid_token"');
  if (settings.apiScope !== null && !holder.scopes.has(settings.apiScope)) throw forbidden(say.scopeMissing);
  return user;
}

/** The tenant as sent, or undefined without a header of a known name. */
export function tenantHeader(request: FastifyRequest, settings: AsperionSettings): string | undefined {
  for (const name of settings.tenantHeaders) {
    const value = request.headers[name.toLowerCase()];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** The books that the call is about. Throws 403 for a tenant that is not the user's. */
export function chooseBooks(
  request: FastifyRequest,
  store: AsperionStore,
  settings: AsperionSettings,
  user: SandboxUser,
): Books {
  const tenant = tenantHeader(request, settings);
  const isKnown = tenant !== undefined && /^\d+$/.test(tenant) && user.administrations.includes(Number(tenant));
  if (tenant !== undefined && !isKnown && settings.unknownTenant === 'forbidden') throw forbidden(say.tenantForbidden);
  const books = store.books(isKnown ? Number(tenant) : user.defaultAdministration);
  if (books === undefined) throw forbidden(say.tenantForbidden);
  return books;
}
