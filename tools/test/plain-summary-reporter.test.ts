// What the last line of a test run says.

import { expect, test } from 'vitest';
import { summaryLine } from './plain-summary-reporter.ts';

test('the last line counts passed and failed tests, and skipped ones when there are any', () => {
  expect(summaryLine({ passed: 105, failed: 0, skipped: 0 })).toBe('105 passed, 0 failed');
  expect(summaryLine({ passed: 104, failed: 1, skipped: 3 })).toBe('104 passed, 1 failed, 3 skipped');
});
