import { expect, test, vi } from 'vitest';
import { oncePerPress } from './once-per-press.ts';

test('a signal and its echo are one press; a later one is another', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let presses = 0;
  const onSignal = oncePerPress(() => {
    presses += 1;
  });
  onSignal();
  vi.advanceTimersByTime(50);
  onSignal();
  expect(presses).toBe(1);
  vi.advanceTimersByTime(1_500);
  onSignal();
  expect(presses).toBe(2);
  vi.useRealTimers();
});
