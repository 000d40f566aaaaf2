import { expect, test } from 'vitest';
import { createLimiter } from './limiter.ts';

test('no more pieces of work run at once than allowed, and all of them get their turn in order', async () => {
  const limit = createLimiter(3);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const work = Array.from({ length: 20 }, (_, index) =>
    limit(async () => {
      started.push(index);
      running += 1;
      most = Math.max(most, running);
      await new Promise((next) => setImmediate(next));
      running -= 1;
      return index;
    }),
  );
  expect(await Promise.all(work)).toEqual(started);
  expect(started).toEqual(started.toSorted((a, b) => a - b));
  expect(most).toBe(3);
});

test('a piece of work that fails gives its place to the next', async () => {
  const limit = createLimiter(1);
  const failing = limit(() => Promise.reject(new Error('broken')));
  const next = limit(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
