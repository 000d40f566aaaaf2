import { expect, test } from 'vitest';
import { NO_CHOICES } from '../model/record-choices.ts';
import { codesNeeded } from './codes-needed.ts';
import {
  empty,
  material,
  number,
  party,
  period,
  settings,
  time,
  unreadable,
  workOrder,
} from './example-records.test-kit.ts';

test('each code is looked up once, trimmed, and lines that are left out are not', () => {
  const order = workOrder({
    invoiceParty: party({ debtorNumber: ' 10015 ' }),
    materials: [
      material({ code: ' KT-15 ' }),
      material({ code: 'kt-15' }),
      material({ code: '' }),
      material({ code: 'NUL', quantity: number('0.00') }),
      material({ code: 'LEEG', quantity: empty }),
      material({ code: 'RAAR', quantity: unreadable('2 st') }),
    ],
    workPeriods: [
      period({ hourType: '001' }),
      period({ hourType: 'NUL-UUR', totalMinutes: time('00:00') }),
      period({ hourType: 'RAAR-UUR', totalMinutes: unreadable('twee') }),
    ],
  });
  expect(codesNeeded(order, settings({ defaultHourType: 'REIS' }), NO_CHOICES)).toEqual({
    debtorNumbers: ['10015'],
    articleCodes: ['KT-15', 'RAAR', '001', 'RAAR-UUR'],
  });
});

test('the default hour type is looked up only where it is used', () => {
  const order = workOrder({ workPeriods: [period({ hourType: '' })] });
  expect(codesNeeded(order, settings({ defaultHourType: 'REIS' }), NO_CHOICES).articleCodes).toEqual(['REIS']);
  expect(codesNeeded(order, settings(), NO_CHOICES).articleCodes).toEqual([]);
});

test('without a debtor number there is no debtor to look up', () => {
  expect(codesNeeded(workOrder({ workParty: party() }), settings(), NO_CHOICES).debtorNumbers).toEqual([]);
});
