import { describe, expect, test } from 'vitest';
import { Slots } from './slots.ts';

describe('slots', () => {
  test('no more work runs at once than there are slots, and all of it runs', async () => {
    const slots = new Slots(3);
    let running = 0;
    let most = 0;
    const work = async (n: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return n;
    };
    const done = await Promise.all(Array.from({ length: 20 }, (_, n) => slots.run(() => work(n))));
    expect(done).toStrictEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(most).toBe(3);
  });

  test('work that fails gives its slot back', async () => {
    const slots = new Slots(1);
    const failing = slots.run(() => Promise.reject(new Error('mislukt')));
    const next = slots.run(() => Promise.resolve('gelukt'));
    await expect(failing).rejects.toThrow('mislukt');
    await expect(next).resolves.toBe('gelukt');
  });

  test('there must be at least one', () => {
    expect(() => new Slots(0)).toThrow('0 is no number of slots');
  });
});
