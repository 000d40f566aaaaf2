/**
 * The words of causes, in both languages: for every reason and obstacle, for one work order and for many.
 */
import { describe, expect, test } from 'vitest';
import { OBSTACLES } from '../mapping/findings.ts';
import type { Finding, WaitReason } from '../model/finding.ts';
import { repairsOf } from './repairs.ts';
import { causeWords } from './sentences-causes.ts';

const REASONS: readonly WaitReason[] = [
  ...(['relatie-onbekend', 'relatie-geblokkeerd', 'materiaal-onbekend', 'uursoort-onbekend'] as const),
  ...(['regel-zonder-artikelcode', 'uren-zonder-uursoort', 'geen-regels', 'btw-ontbreekt'] as const),
  ...(['waarde-onleesbaar', 'geweigerd-door-asperion'] as const),
];
const BANNED = /ongeldig|verplicht veld|helaas|oeps|fout opgetreden|exception|null|undefined|HTTP|JSON|token|UUID/i;

function finding(members: Partial<Finding>): Finding {
  const none = { reason: 'geen-regels' as const, causeKey: '', field: '', code: '', name: '', found: '' };
  return { ...none, obstacle: '', messages: [], ...members };
}

const every = REASONS.flatMap((reason) =>
  ['', ...Object.keys(OBSTACLES)].flatMap((obstacle) => [
    finding({ reason, obstacle, causeKey: '4711', code: '4711', name: 'Vulkraan', found: 'KT-15' }),
    finding({ reason, obstacle, field: 'Materials[0].MaterialNr', name: 'Vulkraan', found: '2 st' }),
  ]),
);

describe.each(['nl', 'en'] as const)('every cause (%s)', (language) => {
  test.each([1, 12])('of %i work orders has a title and something to do', (count) => {
    for (const one of every) {
      const { title, text } = causeWords(one, count, '2026-1190', language);
      for (const words of [title, text]) {
        expect(words, JSON.stringify(one)).toMatch(/[.?!]$/);
        expect(words).not.toMatch(BANNED);
      }
      expect(repairsOf(one, count, false).length, JSON.stringify(one)).toBeGreaterThan(0);
    }
  });
});

test('many work orders are counted, and the repair that frees all of them stands first', () => {
  const hours = finding({ reason: 'uren-zonder-uursoort', name: '12', found: '1:30' });
  expect(causeWords(hours, 2, '', 'nl')).toEqual({
    title: 'Er zijn gewerkte uren zonder uursoort.',
    text: 'Kies één keer een standaard uursoort; daarna gaan 2 werkbonnen vanzelf mee.',
  });
  expect(repairsOf(hours, 2, false)).toEqual(['choose-hour-type']);
  expect(repairsOf(hours, 1, false)).toEqual(['open-in-outsmart', 'choose-hour-type']);
});

test('what stands in the way of creating decides what can be done', () => {
  const unknown = finding({ reason: 'materiaal-onbekend', causeKey: '4711', code: '4711', name: 'Vulkraan' });
  expect(repairsOf(unknown, 12, false)).toEqual(['create-article', 'link-article']);
  expect(repairsOf({ ...unknown, obstacle: 'salesTypeId' }, 12, false)).toEqual(['choose-sales-type', 'link-article']);
  expect(causeWords({ ...unknown, obstacle: 'link-gone', found: 'KT-15' }, 12, '', 'nl').title).toContain('KT-15');
});
