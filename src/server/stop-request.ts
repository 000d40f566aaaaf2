/**
 * Somebody's request to stop, by Ctrl-C or kill. Listened for from the first moment on, so that a program that is still
 * starting is stopped in order as well. A second request ends it at once.
 */
import { oncePerPress } from '../kernel/once-per-press.ts';

const EXIT_ON_SECOND_SIGNAL = 130;

export interface StopRequest {
  /** Resolves at the first request. */
  readonly asked: Promise<void>;
  isAsked(): boolean;
}

/** Takes SIGINT and SIGTERM over from now on and tells that it heard. */
export function listenForStop(tell: (text: string) => void): StopRequest {
  let isAsked = false;
  const asked = new Promise<void>((resolve) => {
    const onSignal = oncePerPress(() => {
      if (isAsked) process.exit(EXIT_ON_SECOND_SIGNAL);
      isAsked = true;
      tell('Bezig met stoppen …');
      resolve();
    });
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  return { asked, isAsked: () => isAsked };
}
