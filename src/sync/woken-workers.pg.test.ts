/**
 * A worker wakes up after another took its account over, and only then reads the answer to its create.
 */
import { expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, startTestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

test('an answer that comes after another worker adopted that very draft is no double, and is not told as one', async () => {
  const world = await startTestWorld({ timeoutMs: 20_000 });
  onTestFinished(() => world.close());
  world.outsmart.control.seed(TOKEN, { workOrders: [workOrder('W1')] });
  const late = { delayMs: 4_000, afterWork: true };
  world.asperion.control.faults.add({ kind: 'delay', method: 'POST', path: 'draftsales', ...late });
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION).length;
  const sleeping = world.run('export').catch((error: unknown) => error);
  await expect.poll(drafts, { timeout: 10_000 }).toBe(1);
  await world.loseLease();
  world.clock.advance(60 * 60_000);
  const adopting = await world.run('export', world.secondProcess());
  expect(adopting.counts).toMatchObject({ adopted: 1 });

  await sleeping;
  expect(drafts()).toBe(1);
  const lines = await world.account.log.read({ limit: 100 });
  expect(lines.map(({ code }) => code)).not.toContain('export.possible-double');
});
