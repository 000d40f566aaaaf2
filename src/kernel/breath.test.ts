import { expect, test } from 'vitest';
import { Breath } from './breath.ts';

test('long computing lets other work in between', async () => {
  let turns = 0;
  const other = setInterval(() => {
    turns += 1;
  }, 0);
  const breath = new Breath();
  const until = performance.now() + 300;
  while (performance.now() < until) await breath.take();
  clearInterval(other);
  expect(turns).toBeGreaterThan(2);
});
