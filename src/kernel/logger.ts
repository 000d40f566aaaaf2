/**
 * The operator's log: one line of JSON per event, on standard error. Never business data, tokens or personal details.
 */
import { pino } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
export type Logger = ReturnType<typeof createLogger>;

/** A logger that writes JSON lines to standard error, so that standard output stays for answers. */
export function createLogger(level: LogLevel) {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
