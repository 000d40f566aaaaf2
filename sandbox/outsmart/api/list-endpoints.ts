// The endpoints that are plain lists: GET shows all records (filtered where the documentation says so), POST inserts
// or changes by key and answers the number of records sent (docs sections 8-12, 14).

import type { Entity } from '../records/entities.ts';
import { judgeRecord, type Verdict } from '../records/record-check.ts';
import type { WireValue } from '../records/wire-values.ts';
import { type Call, type Endpoint, postedRecords, visibleUntilMs } from './call.ts';
import { type Answer, codes, refusal, success, successList } from './envelope.ts';
import { readFilters } from './filters.ts';

/** The endpoint of one list. */
export function listEndpoint(entity: Entity): Endpoint {
  const columns = new Map(entity.fields.list.map((spec) => [spec.name.toLowerCase(), spec.name]));
  for (const [alias, name] of Object.entries(entity.filterAliases)) columns.set(alias, name);
  return {
    GET: (call) => readList(call, entity, columns),
    POST: (call) => saveRecords(call, entity),
  };
}

function readList(call: Call, entity: Entity, columns: ReadonlyMap<string, string>): Answer {
  const test = entity.isFilterable ? readFilters(call.query, columns) : () => true;
  if (typeof test !== 'function') return refusal(codes.serverError, test.problem);
  const list = call.account.list(entity.endpoint);
  const found: Buffer[] = [];
  for (const record of list.visible(visibleUntilMs(call))) if (test(record.fields)) found.push(list.bytesOf(record));
  return successList(found);
}

function saveRecords(call: Call, entity: Entity): Answer {
  const posted = postedRecords(call.body);
  if (posted === undefined) return refusal(codes.bodyUnreadable, 'Unable to parse body');
  const good: Record<string, WireValue>[] = [];
  let bad: Exclude<Verdict, { kind: 'good' }> | undefined;
  for (const record of posted) {
    const verdict = judgeRecord(entity.fields, record, call.settings);
    if (verdict.kind === 'good') good.push(verdict.fields);
    else bad ??= verdict;
  }
  if (bad === undefined || call.settings.badBatch === 'save-the-rest') {
    call.account.save(entity.endpoint, good, call.nowMs);
  }
  if (bad !== undefined) return refusal(entity.codes[bad.kind], ...bad.messages);
  return success(posted.length);
}
