/**
 * Runs and the log over the API. Thin: what may be asked is decided in the use cases, what it is called in the shapes.
 */
import { Readable } from 'node:stream';
import type { runRoutes } from '../../api/run-routes.ts';
import { dayInAmsterdam } from '../../kernel/dates.ts';
import type { RunId } from '../../model/ids.ts';
import { logSearchOf, periodOf } from '../../usecases/read-log.ts';
import { cancelRun, knownRun, startRun } from '../../usecases/start-run.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';
import { companyFollower } from './follow-company.ts';
import { logCsv } from './log-csv.ts';
import { logLineShape } from './log-shape.ts';
import { runShape } from './run-shape.ts';

export function runHandlers(api: ApiParts): HandlersOf<typeof runRoutes> {
  const { parts, queue } = api;
  return {
    'GET /api/accounts/:accountId/runs': async ({ account, query: { page, pageSize, job, ...period }, language }) => {
      const found = await account.runs.page({
        ...periodOf(period, language),
        job,
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      return { items: found.runs.map((run) => runShape(run, language)), total: found.total, page, pageSize };
    },
    'POST /api/accounts/:accountId/runs': async ({ account, body, person, language }) =>
      runShape(await startRun(queue, account, body.job, person.name), language),
    'GET /api/accounts/:accountId/runs/:runId': async ({ account, params, language }) =>
      runShape(await knownRun(account, params.runId as RunId), language),
    'POST /api/accounts/:accountId/runs/:runId/cancellation': async ({ account, params, person }) => {
      await cancelRun(account, params.runId as RunId, person.name);
      return { ok: true };
    },
    'GET /api/accounts/:accountId/runs/:runId/lines': async ({ account, params, query, language }) => {
      const { page, pageSize } = query;
      const { id } = await knownRun(account, params.runId as RunId);
      const found = await account.log.ofRun(id, { limit: pageSize, offset: (page - 1) * pageSize });
      return { items: found.lines.map((line) => logLineShape(line, language)), total: found.total, page, pageSize };
    },
    'GET /api/accounts/:accountId/log': async ({ account, query: { page, pageSize, ...asked }, language }) => {
      const found = await account.log.search(logSearchOf(asked, language), {
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      return { items: found.lines.map((line) => logLineShape(line, language)), total: found.total, page, pageSize };
    },
    'GET /api/accounts/:accountId/log.csv': async ({ account, query, language, reply }) => {
      const lines = account.log.all(logSearchOf(query, language));
      const name = `${FILE_NAME[language]}-${dayInAmsterdam(parts.clock.now())}.csv`;
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(logCsv(lines, language), { objectMode: false }));
    },
    'GET /api/accounts/:accountId/events': companyFollower(api),
  };
}

const FILE_NAME = { nl: 'logboek', en: 'log' } as const;
