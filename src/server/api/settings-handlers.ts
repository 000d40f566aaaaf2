/**
 * Both connections, the settings and their choices, and the first export over the API. Thin: what may be is decided in the
 * use cases.
 */
import type { z } from 'zod';
import type {
  choices as choicesSchema,
  connections as connectionsSchema,
  firstExport as firstExportSchema,
  savedSettings as savedSettingsSchema,
  settingsRoutes,
} from '../../api/settings-routes.ts';
import type { AdministrationId, WorkOrderRowId } from '../../model/ids.ts';
import { readChoices, type SettingsChoices } from '../../usecases/choices.ts';
import { beginAsperionConnection, disconnectAsperion } from '../../usecases/connect-asperion.ts';
import { connectOutSmart } from '../../usecases/connect-outsmart.ts';
import { type ConnectionsState, checkConnections, readConnections } from '../../usecases/connection-state.ts';
import { type FirstExportState, readFirstExport, startFirstExport } from '../../usecases/first-export.ts';
import type { Language } from '../../usecases/language.ts';
import { saveSettings } from '../../usecases/save-settings.ts';
import { readSettingsState, type SettingsState } from '../../usecases/settings-state.ts';
import { rowOf } from '../../usecases/work-order-rows.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';

type SettingsHandlers = HandlersOf<typeof settingsRoutes>;

export function settingsHandlers(api: Pick<ApiParts, 'parts' | 'queue'>): SettingsHandlers {
  return { ...connectionHandlers(api), ...formHandlers(api), ...firstExportHandlers(api) };
}

type ConnectionRoute = Extract<keyof SettingsHandlers, `${string}/connections${string}`>;

function connectionHandlers({ parts }: Pick<ApiParts, 'parts'>): Pick<SettingsHandlers, ConnectionRoute> {
  return {
    'GET /api/accounts/:accountId/connections': async ({ account, language }) =>
      connectionsShape(await readConnections(account, language)),
    'POST /api/accounts/:accountId/connections/check': async ({ account, language, signal }) =>
      connectionsShape(await checkConnections(parts, account, { language, signal })),
    'PUT /api/accounts/:accountId/connections/outsmart': async ({ account, body, person }) => {
      const { tokenEnding, workStatus } = await connectOutSmart(parts, account, body.token);
      const parameters = { ending: tokenEnding };
      await account.audit.add({ by: person.name, action: 'connection.outsmart-connected', parameters });
      return { tokenEnding, workStatus };
    },
    'POST /api/accounts/:accountId/connections/asperion': async ({ account, person }) => {
      const { url } = await beginAsperionConnection(parts, account, person.name, person.sessionId);
      await account.audit.add({ by: person.name, action: 'connection.asperion-begun' });
      return { url };
    },
    'DELETE /api/accounts/:accountId/connections/asperion': async ({ account, person }) => {
      const { isRevoked } = await disconnectAsperion(parts, account);
      await account.audit.add({ by: person.name, action: 'connection.asperion-disconnected' });
      return { isRevoked };
    },
  };
}

type FormRoute = Extract<keyof SettingsHandlers, `${string}/settings` | `${string}/choices`>;

function formHandlers({ parts }: Pick<ApiParts, 'parts'>): Pick<SettingsHandlers, FormRoute> {
  return {
    'GET /api/accounts/:accountId/settings': async ({ account, language }) =>
      settingsShape(await readSettingsState(parts, account, language)),
    'PUT /api/accounts/:accountId/settings': async ({ account, body, person, language }) => {
      const { value, basedOn, mayChangeAdministration } = body;
      const options = { savedBy: person.name, basedOn, mayChangeAdministration, language };
      const { saved, warnings } = await saveSettings(parts, account, value, options);
      return settingsShape({ saved, vanished: [], warnings });
    },
    'GET /api/accounts/:accountId/choices': async ({ account, query, language, signal }) => {
      const administrationId =
        query.administrationId === '' ? null : (Number(query.administrationId) as AdministrationId);
      const hourSalesTypeId = query.hourSalesTypeId.trim() || null;
      return choicesShape(await readChoices(parts, account, { administrationId, hourSalesTypeId, language, signal }));
    },
  };
}

type FirstExportRoute = Extract<keyof SettingsHandlers, `${string}/first-export`>;

function firstExportHandlers({ queue }: Pick<ApiParts, 'queue'>): Pick<SettingsHandlers, FirstExportRoute> {
  return {
    'GET /api/accounts/:accountId/first-export': async ({ account, language }) =>
      firstExportShape(await readFirstExport(account), language),
    'POST /api/accounts/:accountId/first-export': async ({ account, body, person }) => {
      const leaveBehind = body.leaveBehind.map((rowId) => rowId as WorkOrderRowId);
      await startFirstExport(queue, account, { confirmedBy: person.name, startDate: body.startDate, leaveBehind });
      return { ok: true };
    },
  };
}

function connectionsShape({ outsmart, asperion }: ConnectionsState): z.output<typeof connectionsSchema> {
  return {
    outsmart: outsmart && {
      state: outsmart.state,
      tokenEnding: outsmart.tokenEnding,
      workStatusCode: outsmart.workStatusCode,
      connectedAt: outsmart.connectedAt.toISOString(),
      stateSince: outsmart.stateSince.toISOString(),
      text: outsmart.text,
    },
    asperion: asperion && {
      state: asperion.state,
      connectedBy: asperion.connectedBy,
      connectedAt: asperion.connectedAt.toISOString(),
      stateSince: asperion.stateSince.toISOString(),
      text: asperion.text,
    },
  };
}

function settingsShape({ saved, vanished, warnings }: SettingsState): z.output<typeof savedSettingsSchema> {
  return {
    saved: saved && {
      version: saved.version,
      value: saved.value,
      savedBy: saved.savedBy,
      savedAt: saved.savedAt.toISOString(),
    },
    vanished: [...vanished],
    warnings: [...warnings],
  };
}

function choicesShape(choices: SettingsChoices): z.output<typeof choicesSchema> {
  return {
    readAt: choices.readAt.toISOString(),
    administrations: [...choices.administrations],
    salesTypes: [...choices.salesTypes],
    vatCodes: [...choices.vatCodes],
    defaultVatCode: choices.defaultVatCode,
    debtorKinds: [...choices.debtorKinds],
    paymentConditions: [...choices.paymentConditions],
    hourTypes: [...choices.hourTypes],
    workStatuses: [...choices.workStatuses],
    workOrderFields: [...choices.workOrderFields],
    problems: [...choices.problems],
  };
}

function firstExportShape(state: FirstExportState, language: Language): z.output<typeof firstExportSchema> {
  return {
    isConfirmed: state.isConfirmed,
    confirmedBy: state.confirmedBy,
    startDate: state.startDate,
    orders: state.orders.flatMap((order) => rowOf(order, language) ?? []),
    months: [...state.months],
    lookedAt: state.lookedAt?.toISOString() ?? null,
  };
}
