/**
 * For programs that start others: whoever ends them early leaves nothing behind either.
 */

const INTERRUPTED = 130;

/** From now on a request to end lets go of what was opened, and then ends the process with 130. */
export function endInOrder(opened: AsyncDisposableStack): void {
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      void opened.disposeAsync().finally(() => process.exit(INTERRUPTED));
    });
  }
}
