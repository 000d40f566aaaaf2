/**
 * Keeps the service going until a signal, then stops everything in order. A second signal ends at once.
 */
const EXIT_ON_SECOND_SIGNAL = 130;

/** Resolves after the first SIGINT or SIGTERM and after `stop` is done. */
export async function runUntilStopped(stop: () => Promise<void>, tell: (text: string) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    let isAsked = false;
    const onSignal = () => {
      if (isAsked) process.exit(EXIT_ON_SECOND_SIGNAL);
      isAsked = true;
      tell('Bezig met stoppen …');
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  await stop();
  tell('Gestopt.');
}
