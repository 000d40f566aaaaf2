import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoAsperion } from './asperion.ts';
import { demoOutSmart } from './outsmart.ts';
import { demoExpectations } from './work-orders.ts';
import { writeSeed } from './write-seed.ts';

test('the seed files hold the demo company and what should become of its work orders', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'demo-seed-'));
  try {
    const files = await writeSeed(join(directory, 'new'), '2026-11-24', 'a-token');
    const contentOf = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
    expect(await contentOf(files.asperion)).toEqual(demoAsperion('2026-11-24'));
    const { worktypes, ...lists } = demoOutSmart('2026-11-24');
    const account = { token: 'a-token', name: 'Installatiebedrijf Jansen BV', ...lists, workTypes: worktypes };
    expect(await contentOf(files.outsmart)).toEqual({ accounts: [account] });
    expect(await contentOf(files.expectations)).toMatchObject({
      today: '2026-11-24',
      settings: { vatCode: '1', roundMinutes: 15 },
      workOrders: demoExpectations('2026-11-24'),
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});
