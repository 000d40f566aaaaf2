// The changes in words and the faults that the page itself sees, as a bookkeeper reads them.

import { describe, expect, test } from 'vitest';
import { settingsSavingTexts } from '../../texts/settings-saving-texts.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { asSentence, changesInWords } from './settings-changes.ts';
import { draftOf, EMPTY_LINE, type SettingsDraft } from './settings-draft.ts';
import { problemsOf } from './settings-problems.ts';

const texts = settingsTexts.nl;
const words = { ...settingsSavingTexts.nl, labels: texts.labels };
const base = { ...draftOf(null), administrationId: '101', rounds: true, roundMinutes: 30 };
const nameOf = (_field: string, code: string) => `${code} · Naam`;

describe('what changed', () => {
  test('is one sentence in the order of the page', () => {
    const after = { ...base, exportOn: true, vatCode: '1', roundMinutes: 15, fixedText: 'Nieuw' };
    expect(asSentence(changesInWords(base, after, nameOf, words), 'nl')).toBe(
      'Conceptfactuur aanmaken voor complete werkbonnen aan, Standaard btw-percentage wordt 1 · Naam, ' +
        'Uren afronden van 30 naar 15 minuten en de Tekstregel op order.',
    );
  });

  test('is nothing when nothing changed', () => {
    expect(changesInWords(base, base, nameOf, words)).toEqual([]);
  });
});

describe('what is wrong before anything is sent', () => {
  const wrongIn = (changes: Partial<SettingsDraft>, hasAgreed = false) =>
    problemsOf({ draft: { ...base, ...changes }, base, hasAgreed }, texts).map(({ field }) => field);

  test('is a missing administration, and another one that nobody agreed to', () => {
    expect(wrongIn({ administrationId: null })).toEqual(['administrationId']);
    expect(wrongIn({ administrationId: '102' })).toEqual(['administrationId']);
    expect(wrongIn({ administrationId: '102' }, true)).toEqual([]);
  });

  test('is hour types without a sales type, minutes that are none, and a prefix without a field', () => {
    expect(
      wrongIn({ hourTypesOn: true, roundMinutes: 99, extraLines: [{ ...EMPTY_LINE, prefix: 'Werkadres:' }] }),
    ).toEqual(['hourSalesTypeId', 'roundMinutes', 'extraLines.0.fields']);
  });
});
