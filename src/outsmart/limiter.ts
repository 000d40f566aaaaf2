/**
 * Lets at most so many pieces of work run at once, in order of arrival. Knows nothing of HTTP.
 */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** A limiter for `concurrency` pieces at once. A piece that fails gives its place to the next. */
export function createLimiter(concurrency: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= concurrency) await new Promise<void>((enter) => waiting.push(enter));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that nobody who comes later can slip in between.
      const enter = waiting.shift();
      if (enter) enter();
      else running -= 1;
    }
  };
}
