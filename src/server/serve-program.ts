/**
 * The command `serve`: answers and works until it is told to stop.
 */
import type { WorkerCounts } from '../queue/queue.ts';
import type { Installation } from '../usecases/installation.ts';
import { listenForStop, type StopRequest } from './stop-request.ts';

/** Runs until a signal. Answers the exit code. Throws PortTaken and what opening throws. */
export async function serve(
  open: () => Promise<Installation>,
  options: { readonly workers: WorkerCounts | null },
): Promise<number> {
  const tell = (text: string) => process.stdout.write(`${text}\n`);
  await serveUntil(listenForStop(tell), open, options.workers, tell);
  tell('Gestopt.');
  return 0;
}

async function serveUntil(
  stop: StopRequest,
  open: () => Promise<Installation>,
  workers: WorkerCounts | null,
  tell: (text: string) => void,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const opening = open();
  // Read while the database starts.
  const serving = import('./serve.ts');
  const installation = await opening;
  opened.defer(() => installation.close());
  if (stop.isAsked()) return;
  const { startService } = await serving;
  const service = await startService(installation, workers);
  opened.defer(() => service.stop());
  const { logger, exportEveryMs } = installation.parts;
  logger.info({ address: service.address, workers }, 'listening');
  const every = `${exportEveryMs / 60_000} minuten`;
  // Sandboxes that a command beside it started would end with that command.
  await installation.ensureForeignSystems();
  tell(`De koppeling luistert op ${installation.config.publicUrl}. Automatische export elke ${every}.`);
  await stop.asked;
}
