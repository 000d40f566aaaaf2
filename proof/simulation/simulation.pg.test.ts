import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { FAILED_SEEDS } from './failed-seeds.ts';
import { tellHistory } from './history.ts';
import { FIRST_FROZEN_SEED, type Plan, planOf } from './plan.ts';
import { simulate, withHistoryDatabase } from './simulate.ts';
import { failureText, simulationTable } from './simulation-table.ts';

/** All drafts are carried out, if at all, minutes after the program gave up on them, and it is asked again in between. */
const LATE: Plan = {
  ...{ clocksOffMs: [0, 0], neighbour: null, firstOrders: 4, endMs: 15 * 60_000 },
  deeds: [
    {
      atMs: 1,
      company: 0,
      deed: { kind: 'storm', destination: 'asperion', storm: { percent: 100, kinds: ['slow'], about: 'POST' } },
    },
    { atMs: 2, company: 0, deed: { kind: 'export', place: 0, isByPerson: false, isFull: false, mishap: null } },
    { atMs: 60_000, company: 0, deed: { kind: 'storm', destination: 'asperion', storm: null } },
    { atMs: 90_000, company: 0, deed: { kind: 'export', place: 1, isByPerson: true, isFull: false, mishap: null } },
  ],
};
/** In each some drafts are carried out late and some never. */
const LATE_SEEDS = [1, 2, 3, 4, 5];

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
  const kindsAfter = async (waitMs?: number) => {
    const kinds: string[] = [];
    for (const seed of LATE_SEEDS) kinds.push((await tell(seed, LATE, waitMs)).broken?.kind ?? 'none');
    return kinds;
  };
  expect(await kindsAfter(1_000)).toContain('double');
  expect(await kindsAfter()).toEqual(LATE_SEEDS.map(() => 'none'));
});

for (const { seed, title } of FAILED_SEEDS) {
  test(`${title} (seed ${seed})`, async () => {
    const { broken, trace } = await tell(seed);
    expect(broken, trace.join('\n')).toBeNull();
  });
}
