/**
 * For programs that start others: whoever ends them early leaves nothing behind either.
 */

const INTERRUPTED = 130;

/** Works as long as nobody asks to end. */
export type UnlessEnded = <T>(work: Promise<T>) => Promise<T>;

/**
 * From now on a request to end lets go of what was opened, and then ends the process with 130. Work that fails because of
 * that fails nobody any more: hand it to what this answers.
 */
export function endInOrder(opened: AsyncDisposableStack): UnlessEnded {
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      void opened.disposeAsync().finally(() => process.exit(INTERRUPTED));
    });
  }
  return (work) =>
    work.catch((error: unknown) => {
      if (!isEnding) throw error;
      return new Promise(() => undefined);
    });
}
