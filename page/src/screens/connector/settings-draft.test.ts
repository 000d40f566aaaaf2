// What the fields of the settings hold, what is saved for them, and when something changed.

import { describe, expect, test } from 'vitest';
import {
  draftOf,
  EMPTY_LINE,
  isRoundMinutes,
  isSame,
  type Settings,
  settingsOf,
  withAdministration,
} from './settings-draft.ts';

const saved: Settings = {
  administrationId: 101,
  importDebtors: true,
  importArticles: true,
  hourTypesOn: true,
  hourSalesTypeId: '20',
  exportOn: true,
  workStatusCode: null,
  vatCode: '1',
  createRelations: true,
  debtorKindId: '1',
  paymentConditionId: 14,
  createMaterials: false,
  salesTypeId: null,
  defaultHourType: null,
  roundMinutes: 15,
  fixedText: 'Volgens onze voorwaarden.',
  referenceField: 'Reference',
  extraLines: [{ prefix: 'Werkadres:', fields: ['CustomerStreet', 'CustomerCity'] }],
};

describe('the fields of the settings', () => {
  test('come back as they were saved when nobody touched them', () => {
    expect(settingsOf(draftOf(saved))).toEqual(saved);
  });

  test('keep the minutes out of what is saved while rounding is off', () => {
    expect(settingsOf({ ...draftOf(saved), rounds: false }).roundMinutes).toBeNull();
  });

  test('do not count an extra line in which nothing was filled in as a change', () => {
    const draft = draftOf(saved);
    expect(isSame(draft, { ...draft, extraLines: [...draft.extraLines, EMPTY_LINE] })).toBe(true);
    expect(isSame(draft, { ...draft, fixedText: 'Anders' })).toBe(false);
  });

  test('lose the codes of the old administration when another is chosen, and get them back with it', () => {
    const draft = draftOf(saved);
    const other = { ...draft, ...withAdministration('102', draft) };
    expect([other.hourSalesTypeId, other.vatCode, other.debtorKindId, other.paymentConditionId]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect({ ...other, ...withAdministration('101', draft) }).toEqual(draft);
  });

  test.each([
    ['1', true],
    [60, true],
    ['61', false],
    ['0', false],
    ['7,5', false],
    ['', false],
  ])('take %s for minutes to round to: %s', (typed, isRight) => {
    expect(isRoundMinutes(typed)).toBe(isRight);
  });
});
