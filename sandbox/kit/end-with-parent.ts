// Lets a sandbox program stop cleanly: on a signal, and by itself when the process that started it is gone, so
// that a killed test run leaves no servers behind. It knows nothing of what is being stopped.

import { setInterval } from 'node:timers';

const pollMs = 500;

/**
 * Calls `stop` once, on SIGTERM or SIGINT, when the IPC channel closes, or when the process `parentPid` is no more;
 * then ends the process: exit code 0, or 1 when `stop` failed.
 */
export function endWithParent(stop: () => Promise<void>, parentPid?: number): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.channel !== undefined) {
    process.on('disconnect', end);
    // The channel itself must not keep a finished program alive.
    process.channel?.unref();
  }
  if (parentPid === undefined) return;
  setInterval(() => {
    if (!isAlive(parentPid)) end();
  }, pollMs).unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, only not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
