import { expect, test } from 'vitest';
import { refusalTexts } from './refusals.ts';

/** Words that people are not shown, in either language. */
const BANNED =
  /\b(ongeldige?|verplicht veld|helaas|oeps|exception|null|http|json|token|uuid|invalid|oops|unfortunately)\b/i;

test('every refusal has its sentence in both languages, in words that people use', () => {
  const sentences = Object.values(refusalTexts).flatMap(({ nl, en }) => [nl, en]);
  expect(sentences.length).toBeGreaterThan(40);
  expect(sentences.filter((sentence) => sentence.trim() === '' || BANNED.test(sentence))).toEqual([]);
});
