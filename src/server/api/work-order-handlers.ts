/**
 * Overview, work orders, causes and links over the API. Thin: what may be asked is decided in the use cases.
 */
import type { workOrderRoutes } from '../../api/work-order-routes.ts';
import type { AccountStore } from '../../store/store.ts';
import { administrationNames } from '../../usecases/administration-names.ts';
import { findAsperionRecords } from '../../usecases/asperion-records.ts';
import { causesOf } from '../../usecases/causes.ts';
import { decideAboutMany } from '../../usecases/decide-about-many.ts';
import { resolveMisplaced } from '../../usecases/decide-work-order.ts';
import { foreignPages } from '../../usecases/foreign-pages.ts';
import type { Language } from '../../usecases/language.ts';
import { type Overview, overviewOf } from '../../usecases/overview.ts';
import { allowCreation, layLink, listLinks, removeLink } from '../../usecases/record-choices.ts';
import { startRun } from '../../usecases/start-run.ts';
import { decideUncertain } from '../../usecases/uncertain-questions.ts';
import { workOrderDetail } from '../../usecases/work-order-detail.ts';
import { listWorkOrders } from '../../usecases/work-order-rows.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';
import { runShape } from './run-shape.ts';

type WorkOrderApiParts = Pick<ApiParts, 'parts' | 'config' | 'queue'>;
type Handlers = HandlersOf<typeof workOrderRoutes>;

export function workOrderHandlers(api: WorkOrderApiParts): Handlers {
  return { ...readingHandlers(api), ...decisionHandlers(api), ...linkHandlers(api) };
}

function readingHandlers({ parts, config }: WorkOrderApiParts) {
  const pages = foreignPages(config);
  const names = administrationNames(parts);
  return {
    'GET /api/accounts/:accountId/overview': async ({ account, language }) =>
      overviewShape(await overviewOf({ parts, pages, names, language }, account), language),
    'GET /api/accounts/:accountId/work-orders': ({ account, query, language }) =>
      listWorkOrders(account, query, language, pages),
    'GET /api/accounts/:accountId/causes': async ({ account, language }) => ({
      causes: await causesOf(account, pages, language),
    }),
    'GET /api/accounts/:accountId/work-orders/:rowId': ({ account, params, language }) =>
      workOrderDetail({ parts, pages, language }, account, params.rowId),
  } satisfies Partial<Handlers>;
}

function decisionHandlers({ parts, queue }: WorkOrderApiParts) {
  return {
    'POST /api/accounts/:accountId/work-orders/skip': ({ account, body, person, language }) =>
      decideAboutMany(account, body.rowIds, 'skip', person.name, language),
    'POST /api/accounts/:accountId/work-orders/unskip': ({ account, body, person, language }) =>
      decideAboutMany(account, body.rowIds, 'unskip', person.name, language),
    'POST /api/accounts/:accountId/work-orders/keep-invoice': ({ account, body, person, language }) =>
      decideAboutMany(account, body.rowIds, 'keep-invoice', person.name, language),
    'POST /api/accounts/:accountId/work-orders/make-again': async ({ account, body, person, language }) => {
      const decided = await decideAboutMany(account, body.rowIds, 'make-again', person.name, language);
      return { ...decided, run: decided.done > 0 ? await exportNow(queue, account, person.name, language) : null };
    },
    'POST /api/accounts/:accountId/work-orders/:rowId/uncertain': async ({
      account,
      params,
      body,
      person,
      language,
    }) => {
      await decideUncertain(account, params.rowId, body.decision, person.name);
      return { run: await exportNow(queue, account, person.name, language) };
    },
    'POST /api/accounts/:accountId/work-orders/retry': ({ account, person, language }) =>
      exportNow(queue, account, person.name, language),
    'POST /api/accounts/:accountId/misplaced': async ({ account, body, person }) => {
      await resolveMisplaced(parts, account, body.decision, person.name);
      return { ok: true };
    },
  } satisfies Partial<Handlers>;
}

function linkHandlers({ parts, queue }: WorkOrderApiParts) {
  return {
    'POST /api/accounts/:accountId/causes/creation': async ({ account, body, person, language }) => {
      await allowCreation(account, body.causeId, person.name);
      return exportNow(queue, account, person.name, language);
    },
    'POST /api/accounts/:accountId/links': async ({ account, body, person, language }) => {
      await layLink(parts, account, body, person.name);
      return exportNow(queue, account, person.name, language);
    },
    'GET /api/accounts/:accountId/links': async ({ account }) => {
      const links = await listLinks(account);
      return { links: links.map(({ at, ...link }) => ({ ...link, at: at.toISOString() })) };
    },
    'DELETE /api/accounts/:accountId/links/:kind/:code': async ({ account, params, person }) => {
      await removeLink(account, params.kind, params.code, person.name);
      return { ok: true };
    },
    'GET /api/accounts/:accountId/asperion-records': ({ account, query, language, signal }) =>
      findAsperionRecords(parts, account, query, language, signal),
  } satisfies Partial<Handlers>;
}

/** What waited for a decision goes at once, not only with the next automatic export. */
async function exportNow(queue: ApiParts['queue'], account: AccountStore, by: string, language: Language) {
  return runShape(await startRun(queue, account, 'export', by), language);
}

function overviewShape({ lastExport, activeRun, lastRuns, ...overview }: Overview, language: Language) {
  return {
    ...overview,
    lastExport: lastExport && runShape(lastExport, language),
    activeRun: activeRun && runShape(activeRun, language),
    lastRuns: lastRuns.map((run) => runShape(run, language)),
  };
}
