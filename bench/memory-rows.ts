/**
 * How much memory the connector takes while it imports a long list, above what it takes when it does nothing. On systems
 * and a process of their own, so that nothing of other measurements lies in the heap.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { figuresOf } from './figures.ts';
import { seedMasters } from './masters.ts';
import type { BenchSizes } from './options.ts';
import { watchMemory } from './resident-memory.ts';
import type { Row } from './row.ts';
import { openStage } from './stage.ts';

const GOAL_MB = 250;
const IDLE_MS = 2_000;

/** Measures one first import and one in which nothing changed, of articles only. */
export async function memoryRows(sizes: BenchSizes, latencyMs: number, isGoal: boolean): Promise<Row[]> {
  await using ending = new AsyncDisposableStack();
  const stage = await openStage(ending, null);
  await seedMasters(stage.systems, { articles: sizes.memoryArticles, debtors: 0 });
  const company = await stage.newCompany({ exportOn: false });
  await stage.systems.setLatency(latencyMs);
  const { pid } = stage.connector;
  const idleMb = figuresOf(await watchMemory(pid, () => wait(IDLE_MS)));
  const imported = () => stage.connector.ask('run', { accountId: company.accountId, job: 'full' });
  const row = async (id: string, what: string): Promise<Row> => {
    const usedMb = figuresOf(await watchMemory(pid, imported));
    const aboveMb = usedMb.max - idleMb.median;
    return {
      ...{ id, what, latencyMs, unit: 'MB', goalMax: isGoal ? GOAL_MB : null },
      measured: { median: aboveMb, min: aboveMb, max: aboveMb },
      remark: `idle ${Math.round(idleMb.median)} MB, at most ${Math.round(usedMb.max)} MB`,
    };
  };
  const articles = `${sizes.memoryArticles.toLocaleString('en')} articles`;
  return [
    await row('memory.first', `first import of ${articles}: memory above idle`),
    await row('memory.unchanged', 'the same once more, nothing changed'),
  ];
}
