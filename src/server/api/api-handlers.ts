/**
 * A handler for every route of the API.
 */
import type { ApiParts } from './api-parts.ts';
import { companyHandlers } from './company-handlers.ts';
import { licenceHandlers } from './licence-handlers.ts';
import { operatorHandlers } from './operator-handlers.ts';
import { runHandlers } from './run-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { workOrderHandlers } from './work-order-handlers.ts';

export function apiHandlers(api: ApiParts) {
  return {
    ...sessionHandlers(api),
    ...companyHandlers(api),
    ...runHandlers(api),
    ...settingsHandlers(api),
    ...licenceHandlers(api),
    ...operatorHandlers(api),
    ...workOrderHandlers(api),
  };
}
