// The last line of a test run in words that need no knowledge of Vitest: "105 passed, 0 failed".

import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';

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

/** Prints the line when the process ends: by then a failure outside every test (of the set-up, say) is known too. */
export class PlainSummaryReporter implements Reporter {
  #summary: Summary = { passed: 0, failed: 0, skipped: 0 };
  #isWatching = false;

  onInit(vitest: Vitest): void {
    this.#isWatching = vitest.config.watch;
    if (!this.#isWatching) process.once('exit', (exitCode) => this.#print(exitCode !== 0));
  }

  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    this.#summary = summarise(modules, strayErrors);
    if (this.#isWatching) this.#print(false);
  }

  #print(hasFailed: boolean): void {
    const { failed, ...rest } = this.#summary;
    const atLeast = hasFailed ? Math.max(failed, 1) : failed;
    process.stdout.write(`${summaryLine({ ...rest, failed: atLeast })}\n`);
  }
}
