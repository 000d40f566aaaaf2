import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { FAILED_SEEDS } from './failed-seeds.ts';
import { tellHistory } from './history.ts';
import { FIRST_FROZEN_SEED, type Plan, planOf } from './plan.ts';
import { simulate, withHistoryDatabase } from './simulate.ts';
import { failureText, simulationTable } from './simulation-table.ts';

/** Within far fewer such a program is found. */
const HISTORIES_TO_FIND = 100;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.drop();
});

const tell = (seed: number, plan?: Plan, uncertainWaitMs?: number) =>
  withHistoryDatabase(database.poolConfig, (open) => tellHistory(seed, open, plan, uncertainWaitMs));

test('one seed tells one history, event by event', async () => {
  const [first, second] = [await tell(7), await tell(7)];
  expect(first.trace.length).toBeGreaterThan(100);
  expect(second.trace).toEqual(first.trace);
  expect(second.digest).toBe(first.digest);
  expect((await tell(8)).digest).not.toBe(first.digest);
});

test('two hundred histories of faults, crashes and people make nothing twice and lose nothing', async () => {
  const report = await simulate({ histories: 200, firstSeed: 1, connection: database.poolConfig });
  expect(report.failures.map(failureText)).toEqual([]);
  expect(report.histories).toBe(200);
  // They are worth something only when much went wrong and much was made.
  expect(report.drafts).toBeGreaterThan(500);
  expect(report.adopted).toBeGreaterThan(20);
  expect(report.crashes).toBeGreaterThan(20);
  expect(report.pauses).toBeGreaterThan(20);
  expect(Object.keys(report.faults).length).toBeGreaterThan(8);
  expect(simulationTable(report)).toContain('DOUBLES');
}, 300_000);

test('a history in which nothing goes wrong needs no look-up and no second try', async () => {
  const calm = { ...planOf(1), firstOrders: 5, deeds: [], endMs: 60_000 };
  const { broken, counts } = await tell(1, calm);
  expect(broken).toBeNull();
  expect(counts).toMatchObject({ uncertain: 0, adopted: 0, crashes: 0, databaseTroubles: 0 });
  expect(counts.drafts).toBeGreaterThan(0);
});

test('a process frozen at any turning point sends nothing when it wakes that another has looked for', async () => {
  const report = await simulate({ histories: 40, firstSeed: FIRST_FROZEN_SEED, connection: database.poolConfig });
  expect(report.failures.map(failureText)).toEqual([]);
  expect(report).toMatchObject({ histories: 40, pauses: 40 });
});

test('a program that looks too early what became of a create is found to make a double', async () => {
  const kinds = new Set<string>();
  for (let seed = 1; seed <= HISTORIES_TO_FIND && !kinds.has('double'); seed++)
    kinds.add((await tell(seed, planOf(seed), 1_000)).broken?.kind ?? 'none');
  expect(kinds).toContain('double');
});

for (const { seed, title } of FAILED_SEEDS) {
  test(`${title} (seed ${seed})`, async () => {
    const { broken, trace } = await tell(seed);
    expect(broken, trace.join('\n')).toBeNull();
  });
}
