import { expect, test } from 'vitest';
import type { History } from './history.ts';
import { PromiseBroken } from './ledger.ts';
import { planOf } from './plan.ts';
import { Scheduler } from './scheduler.ts';
import { shortenPlan } from './shorten-plan.ts';
import { Trace } from './trace.ts';

const START_MS = Date.parse('2026-03-02T07:00:00.000Z');

async function order(waits: readonly number[]): Promise<number[]> {
  const scheduler = new Scheduler(START_MS, new Trace(START_MS));
  const happened: number[] = [];
  for (const [index, inMs] of waits.entries()) scheduler.after(inMs, '', null, () => void happened.push(index));
  while (await scheduler.step(START_MS + 1_000_000));
  return happened;
}

test('what is due first happens first, and of two at the same moment the one that was asked for first', async () => {
  expect(await order([30, 10, 20, 10, 0, 30])).toEqual([4, 1, 3, 2, 0, 5]);
});

test('what a step sets going by itself is over before the next step', async () => {
  const scheduler = new Scheduler(START_MS, new Trace(START_MS));
  const happened: string[] = [];
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  scheduler.after(1, '', null, () => {
    void (async () => {
      await turn();
      await turn();
      happened.push('work of the first');
    })();
  });
  scheduler.after(2, '', null, () => void happened.push('second'));
  while (await scheduler.step(START_MS + 1_000));
  expect(happened).toEqual(['work of the first', 'second']);
});

test('nothing reaches a dead process, and a frozen one only when it wakes', async () => {
  const scheduler = new Scheduler(START_MS, new Trace(START_MS));
  const happened: string[] = [];
  const host = (name: string, isAlive: boolean, frozenMs: number) => ({
    ...{ name, isAlive, pausedUntilMs: START_MS + frozenMs },
  });
  scheduler.after(1, '', host('dead', false, 0), () => void happened.push('dead'));
  scheduler.after(2, '', host('frozen', true, 500), () => void happened.push(`woke ${scheduler.nowMs - START_MS}`));
  scheduler.after(3, '', host('awake', true, 0), () => void happened.push('awake'));
  while (await scheduler.step(START_MS + 1_000));
  expect(happened).toEqual(['awake', 'woke 500']);
});

test('a failing history is told again without what it does not need', async () => {
  const plan = planOf(11);
  const culprit = plan.deeds[1];
  const tell = async (shorter: typeof plan): Promise<History> => ({
    ...{ seed: 11, digest: '', trace: shorter.deeds.map(({ deed }) => deed.kind) },
    counts: {} as History['counts'],
    broken: culprit && shorter.deeds.includes(culprit) ? new PromiseBroken('double', 'twice') : null,
  });
  const shortest = await shortenPlan(plan, 'double', tell);
  expect(shortest.trace).toEqual([culprit?.deed.kind]);
});
