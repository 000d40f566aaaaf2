/**
 * What one route of the HTTP API promises: who may call it, what it takes and what it answers. The page imports the types
 * of these, the server serves them, the API's description is made from them.
 */
import type { z } from 'zod';

/**
 * Who may call a route. `anyone`: without signing in. `person`: signed in, about themselves. `reader`, `office`, `manager`:
 * a member of the company in the path (alleen lezen, kantoor, beheerder), each including the one before. `operator`: who
 * runs this installation; sees no business data.
 */
export type Access = 'anyone' | 'person' | 'reader' | 'office' | 'manager' | 'operator';

export interface Route {
  readonly access: Access;
  /** One line for the API's description, in English as the API is. */
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Absent for an answer that is not JSON (a file, a stream). */
  readonly response?: z.ZodType;
  /** A personal API key may not call it: what concerns signing in itself. */
  readonly isForSessionsOnly?: true;
}

/** `GET /api/…`, with `:name` for what the path fills in. */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`;
export type RouteMap = Readonly<Record<RouteKey, Route>>;

/** Keeps the exact types of a part of the map. */
export function defineRoutes<const T extends RouteMap>(routes: T): T {
  return routes;
}
