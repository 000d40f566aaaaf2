/**
 * A handler for every route of the API.
 */
import type { ApiParts } from './api-parts.ts';
import { runHandlers } from './run-handlers.ts';

export function apiHandlers(api: ApiParts) {
  return { ...runHandlers(api) };
}
