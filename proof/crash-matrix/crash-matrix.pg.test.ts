import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ProofDatabases } from '../proof-databases.ts';
import { openCellWorld } from './cell-world.ts';
import { ADMINISTRATION, prepareCompany } from './company.ts';
import { WireWatch } from './crash-points.ts';
import { faultNames } from './fault-kinds.ts';
import { failuresOf, matrixRows } from './matrix-rows.ts';
import { type Ground, runCell } from './run-cell.ts';
import { runMatrix } from './run-matrix.ts';
import { judge } from './verdict.ts';

const SAMPLE_TIMEOUT_MS = 600_000;
const HOUR_MS = 3_600_000;

describe('the program, killed during an export', () => {
  let databases: ProofDatabases;
  let ground: Ground;
  beforeAll(async () => {
    databases = await ProofDatabases.on(inject('postgres').admin, { isThrowAway: true });
    ground = { databases, company: await prepareCompany(databases) };
  });
  afterAll(async () => {
    await databases.close();
  });

  test(
    'at places spread over the export, with every fault, makes nothing twice and loses nothing',
    async () => {
      const outcomes = await runMatrix(ground, { faults: faultNames, points: 2, jobs: 2 }, () => undefined);
      expect(outcomes.flatMap(failuresOf)).toEqual([]);
      const rows = matrixRows(outcomes);
      expect(rows.map(({ fault }) => fault)).toEqual([...faultNames]);
      // In most of the cells the program was there to be killed.
      expect(rows.filter(({ kills }) => kills > 0)).toHaveLength(faultNames.length);
    },
    SAMPLE_TIMEOUT_MS,
  );

  test('would be found to make a double, if drafts stayed hidden for longer than it waits', async () => {
    const cell = { fault: 'answer-lost', point: null } as const;
    const outcome = await runCell({ ...ground, lateVisibilityMs: HOUR_MS }, cell);
    expect(failuresOf(outcome)).toEqual([expect.stringMatching(/^answer-lost: double: W\d: 2 invoices/)]);
    expect(outcome.verdict.madeAnew).toBe(1);
  }, 90_000);

  test('would be found to lose an invoice, or to leave work orders lying', async () => {
    const { systems, store, rowIds, start, close } = await openCellWorld(databases, ground.company);
    const look = () => judge(systems, store, ground.company.accountId, rowIds);
    try {
      expect(await look()).toMatchObject({
        unsettled: [{}, {}, {}].map(() => expect.stringContaining('unknown here')),
      });
      const exporting = await start(['sync', '--job', 'export', '--json'], new WireWatch(null));
      expect(await exporting.end()).toMatchObject({ exitCode: 0 });
      expect(await look()).toMatchObject({ doubles: [], lost: [], unsettled: [], uncertain: [] });
      const [draft] = systems.asperion.control.drafts(ADMINISTRATION);
      systems.asperion.control.deleteDraft(ADMINISTRATION, draft?.id ?? 0);
      expect(await look()).toMatchObject({ lost: [expect.stringContaining('0 invoices, acknowledged here')] });
    } finally {
      await close();
    }
  }, 90_000);
});
