/**
 * The command `serve`: answers and works until it is told to stop.
 */
import type { Installation } from '../usecases/installation.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { startService } from './serve.ts';

/** Runs until a signal. Answers the exit code. Throws PortTaken. */
export async function serve(installation: Installation, options: { readonly workers: number }): Promise<number> {
  const tell = (text: string) => process.stdout.write(`${text}\n`);
  const service = await startService(installation, options.workers).catch(async (error: unknown) => {
    await installation.close();
    throw error;
  });
  const { logger, exportEveryMs } = installation.parts;
  logger.info({ address: service.address, workers: options.workers }, 'listening');
  tell(
    `De koppeling luistert op ${installation.config.publicUrl}. Automatische export elke ${exportEveryMs / 60_000} minuten.`,
  );
  await runUntilStopped(async () => {
    await service.stop();
    await installation.close();
  }, tell);
  return 0;
}
