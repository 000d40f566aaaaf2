// The last line of a test run in words that need no knowledge of Vitest: "105 passed, 0 failed".

import type { Reporter, SerializedError, TestModule } from 'vitest/node';

type Summary = { passed: number; failed: number; skipped: number };

/** Counts tests; a file that could not be loaded and an error outside every test count as one failure each. */
function summarise(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): Summary {
  const summary = { passed: 0, failed: strayErrors.length, skipped: 0 };
  for (const module of modules) {
    if (module.errors().length > 0) summary.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that never got a result (the run was cut short) has not passed.
      summary[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  return summary;
}

/** The line itself. Skipped tests are named only when there are any. */
export function summaryLine({ passed, failed, skipped }: Summary): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export class PlainSummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    process.stdout.write(`${summaryLine(summarise(modules, strayErrors))}\n`);
  }
}
