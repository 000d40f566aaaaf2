import { expect, test } from 'vitest';
import { articleDestination } from './article-destination.ts';

test.each([
  ['of the sales type of Uursoorten is an hour type', true, '20', '20', 'hour-type'],
  ['of another sales type is a material', true, '20', '10', 'material'],
  ['of that sales type is a material while Uursoorten is off', false, '20', '20', 'material'],
  ['is a material while no sales type is chosen', true, null, '20', 'material'],
  ['without a sales type is a material even when a blank one is chosen', true, ' ', '', 'material'],
] as const)('an article %s', (_title, hourTypesOn, hourSalesTypeId, salesTypeId, destination) => {
  expect(articleDestination({ salesTypeId }, { hourTypesOn, hourSalesTypeId })).toBe(destination);
});
