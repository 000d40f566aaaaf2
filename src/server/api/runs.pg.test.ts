import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { until } from '../../cli/typed-commands.test-kit.ts';
import type { RunId } from '../../model/ids.ts';
import { TOKEN, workOrder } from '../../sync/test-world.test-kit.ts';
import type { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api-world.test-kit.ts';
import { readEvents } from './event-reader.test-kit.ts';

let api: ApiWorld;
let office: ApiClient;
let params: { accountId: string };

beforeAll(async () => {
  api = await startApiWorld();
  office = await api.signIn('office');
  params = { accountId: api.accountId };
});

afterAll(() => api?.close());

const give = (...orders: ReturnType<typeof workOrder>[]) =>
  api.world.outsmart.control.seed(TOKEN, { workOrders: orders as never });

const start = (job: 'export' | 'debtors') =>
  office.call('POST /api/accounts/:accountId/runs', { params, body: { job } });

const ended = (runId: string) =>
  until(async () => {
    const run = await office.call('GET /api/accounts/:accountId/runs/:runId', { params: { ...params, runId } });
    return run.finishedAt === null ? null : run;
  });

describe('Runs', () => {
  test('a run that is started exports what is ready, and the log leads to the work order', async () => {
    const [rowId] = give(workOrder('2026-1'));
    const asked = await start('export');
    expect(asked).toMatchObject({ job: 'export', trigger: 'person', startedBy: 'Persoon office' });
    const run = await ended(asked.runId);
    expect(run).toMatchObject({
      state: 'done',
      columns: { new: null, changed: null, unchanged: null, exported: 1, waiting: 0, failed: 0 },
      progress: null,
    });
    const lines = await office.call('GET /api/accounts/:accountId/runs/:runId/lines', {
      params: { ...params, runId: asked.runId },
    });
    expect(lines).toMatchObject({
      total: 1,
      items: [{ subjectKey: '2026-1', result: 'invoiced', workOrderRowId: rowId }],
    });
    const { items, total } = await office.call('GET /api/accounts/:accountId/runs', {
      params,
      query: { job: 'export' },
    });
    expect(items[0]).toEqual(run);
    expect(total).toBeGreaterThan(0);
    const entries = (await api.world.account.audit.list({ limit: 10, offset: 0 })).entries;
    expect(entries).toContainEqual(expect.objectContaining({ action: 'run.started', by: 'Persoon office' }));
  });

  test('an import tells what was new in columns of its own', async () => {
    const run = await ended((await start('debtors')).runId);
    expect(run.columns).toMatchObject({ new: 2, changed: 0, exported: null, waiting: null });
    const inEnglish = await office.request('GET /api/accounts/:accountId/runs/:runId', {
      params: { ...params, runId: run.runId },
      headers: { 'accept-language': 'en' },
    });
    expect(((await inEnglish.json()) as typeof run).sentence).not.toBe(run.sentence);
  });

  test('a run that waits is stopped at once, one that is over cannot be stopped, an unknown one is not found', async () => {
    const { run } = await api.world.account.runs.ask('articles', 'person', 'test');
    const runParams = { ...params, runId: run.id };
    await office.call('POST /api/accounts/:accountId/runs/:runId/cancellation', { params: runParams });
    expect(await api.world.account.runs.find(run.id)).toMatchObject({ state: 'cancelled' });
    const over = await office.refused('POST /api/accounts/:accountId/runs/:runId/cancellation', { params: runParams });
    expect(over).toMatchObject({ status: 422, code: 'run.over' });
    const unknown = await office.refused('GET /api/accounts/:accountId/runs/:runId', {
      params: { ...params, runId: crypto.randomUUID() },
    });
    expect(unknown).toMatchObject({ status: 404, code: 'run.unknown' });
  });

  test('a day that is not in the calendar is told beside its field', async () => {
    const refused = await office.refused('GET /api/accounts/:accountId/runs', {
      params,
      query: { from: '2026-02-31' },
    });
    expect(refused).toMatchObject({ status: 422, problems: [{ field: 'from' }] });
  });
});

describe('The log', () => {
  test('is searched by number, name and debtor number, filtered by result and day, a page at a time', async () => {
    const { log } = api.world.account;
    give(workOrder('2026-77'));
    await ended((await start('export')).runId);
    const found = async (query: Record<string, string>) =>
      (await office.call('GET /api/accounts/:accountId/log', { params, query: { ...query } })).items.map(
        (line) => line.subjectKey,
      );
    await log.add(null, [
      { subjectKind: 'relation', subjectKey: '777', subjectName: 'Éénhoorn % Zn', result: 'new' },
      { subjectKind: 'relation', subjectKey: '778', subjectName: 'Ander', result: 'refused' },
    ]);
    expect(await found({ search: '2026-7' })).toEqual(['2026-77']);
    expect(await found({ search: 'éénHOORN %' })).toEqual(['777']);
    expect(await found({ search: '10042' })).toContain('2026-77');
    expect(await found({ result: 'refused' })).toEqual(['778']);
    expect(await found({ until: '2020-01-01' })).toEqual([]);
    expect(await found({ from: '2020-01-01', pageSize: '1', page: '2' })).toEqual(['777']);
    expect(await found({ search: "';--" })).toEqual([]);
  });

  test('is a file that a Dutch spreadsheet opens, and never a formula', async () => {
    await api.world.account.log.add(null, [
      { subjectKind: 'debtor', subjectKey: '=1+1', subjectName: 'Jansen; "Zonen"', result: 'created' },
    ]);
    const response = await office.request('GET /api/accounts/:accountId/log.csv', {
      params,
      query: { search: '=1+1' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="logboek-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, line, end] = new TextDecoder().decode(bytes).split('\r\n');
    expect(heading).toBe('Tijd;Soort;Nummer;Naam;Resultaat;Wat er gebeurde');
    expect(line).toMatch(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d;Debiteur;'=1\+1;"Jansen; ""Zonen""";Aangemaakt;/);
    expect(end).toBe('');
  });
});

describe('Events', () => {
  test('every open page sees a run go on and end, and is told to read again when something was changed', async () => {
    const readers = await Promise.all(
      [office, await api.signIn('reader')].map((who) => readEvents(who, api.accountId)),
    );
    onTestFinished(() => {
      for (const reader of readers) reader.close();
    });
    expect(readers[0]?.response.headers.get('content-type')).toContain('text/event-stream');
    expect(readers[0]?.response.headers.get('cache-control')).toBe('no-store');
    const { runId } = await start('export');
    for (const reader of readers) {
      await until(() => reader.events.some(({ value }) => isRun(value, runId) && value.state === 'done'));
      await until(() => reader.events.some(({ event }) => event === 'changed'));
    }
    const manager = await api.signIn('manager');
    const before = readers.map((reader) => reader.events.length);
    await manager.call('PUT /api/accounts/:accountId/company', { params, body: { name: 'Installatiebedrijf Nieuw' } });
    for (const [index, reader] of readers.entries())
      await until(() => reader.events.slice(before[index]).some(({ event }) => event === 'changed'));
  });

  test('a page that comes back after a lost line reads everything again', async () => {
    const reader = await readEvents(office, api.accountId, { 'last-event-id': '1' });
    onTestFinished(() => reader.close());
    await until(() => reader.events.some(({ event }) => event === 'changed'));
  });

  test('what another company does is not heard', async () => {
    const stranger = await api.signIn('stranger');
    const reader = await readEvents(stranger, api.otherId);
    onTestFinished(() => reader.close());
    await ended((await start('export')).runId);
    await api.world.store.changes.tell(api.otherId);
    await until(() => reader.events.length > 0);
    expect(reader.events).toEqual([{ event: 'changed', value: {} }]);
  });
});

function isRun(value: unknown, runId: string): value is { readonly runId: RunId; readonly state: string } {
  return (value as { runId?: string }).runId === runId;
}
