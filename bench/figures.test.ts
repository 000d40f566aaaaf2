import { expect, test } from 'vitest';
import { figuresOf, ratiosOf } from './figures.ts';

test('of an odd number of measurements the middle one counts', () => {
  expect(figuresOf([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9 });
});

test('of an even number of measurements the mean of the two in the middle counts', () => {
  expect(figuresOf([4, 1, 2, 100])).toEqual({ median: 3, min: 1, max: 100 });
});

test('a measurement is compared with the one that was made beside it, not with the average of all', () => {
  expect(ratiosOf([2, 11, 30], [1, 10, 20])).toEqual({ median: 1.5, min: 1.1, max: 2 });
});

test('without measurements there is no figure', () => {
  expect(() => figuresOf([])).toThrow('nothing was measured');
});
