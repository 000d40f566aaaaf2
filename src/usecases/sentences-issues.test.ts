import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Issue, issueSentence } from './sentences-issues.ts';

function issueOf(schema: z.ZodType, value: unknown): Issue {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  if (issue === undefined) throw new Error('nothing is wrong with it');
  return issue as Issue;
}

describe('what is wrong with something filled in', () => {
  test.each([
    [z.string().min(1), '', 'Vul hier iets in.', 'Fill in something here.'],
    [z.string().min(12), 'kort', 'Gebruik ten minste 12 tekens.', 'Use at least 12 characters.'],
    [z.string().max(3), 'lang', 'Gebruik ten hoogste 3 tekens.', 'Use at most 3 characters.'],
    [z.number().min(1), 0, 'Vul 1 of meer in.', 'Fill in 1 or more.'],
    [z.number().max(1500), 1501, 'Vul 1.500 of minder in.', 'Fill in 1,500 or less.'],
    [z.array(z.string()).min(1), [], 'Kies er ten minste 1.', 'Choose at least 1.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'Kies er ten hoogste 1.', 'Choose at most 1.'],
    [z.iso.date(), '31-2-2026', 'Schrijf de datum als 2026-11-24.', 'Write the date as 2026-11-24.'],
    [z.strictObject({}), { x: 1 }, 'Dit is hier niet bekend.', 'This is not known here.'],
    [z.enum(['a', 'b']), 'c', 'Vul hier iets anders in.', 'Fill in something else here.'],
    [z.string(), null, 'Vul hier iets anders in.', 'Fill in something else here.'],
  ])('%# says what to fill in instead, in both languages', (schema, value, dutch, english) => {
    const issue = issueOf(schema as z.ZodType, value);
    expect(issueSentence(issue)).toBe(dutch);
    expect(issueSentence(issue, 'en')).toBe(english);
  });

  test('an e-mail address is shown as an example', () => {
    expect(issueSentence(issueOf(z.email(), 'kantoor'))).toContain('kantoor@bedrijf.example');
  });
});
