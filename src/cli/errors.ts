/**
 * The one place where an error becomes what a person at a terminal reads and the exit code a script gets.
 */
import { randomBytes } from 'node:crypto';
import { isFault } from '../kernel/fault.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { withNextCommand } from './next-command.ts';
import type { Terminal } from './terminal.ts';

/** The command was typed in a way that means nothing. The text says what is expected. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** Ctrl-C, or a request to end, before the command was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Faults after which nothing goes on until a person connects again: those with retry `after-reconnect`. */
const RECONNECT_CODES: ReadonlySet<string> = new Set([
  'outsmart.token_refused',
  'outsmart.software_token_refused',
  'asperion.not_connected',
  'asperion.connection_ended',
]);

/** The exit code for a run that stored this fault. */
export function exitCodeOfFault(code: string): ExitCode {
  return RECONNECT_CODES.has(code) ? EXIT.reconnect : EXIT.failed;
}

/** What is said about an error, on standard error and, with --json, on standard output. */
export interface Explanation {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly text: string;
  readonly problems?: readonly { readonly field: string; readonly text: string }[];
  /** Finds the stack in the log again. */
  readonly reference?: string;
}

export interface Reporting {
  readonly terminal: Terminal;
  readonly isJson: boolean;
  /** KOPPELING_LOG_LEVEL=debug: the stack of a bug is shown too. */
  readonly isDebug: boolean;
}

/** Tells what went wrong and answers the exit code. */
export async function reportError(error: unknown, { terminal, isJson, isDebug }: Reporting): Promise<ExitCode> {
  const { exitCode, ...explanation } = await explain(error);
  const { text, problems, reference } = explanation;
  const lines = problems?.length ? problems.map((problem) => `${problem.field}: ${problem.text}`) : [text];
  for (const line of lines) terminal.tell(line);
  if (reference !== undefined && isDebug && error instanceof Error) terminal.tell(error.stack ?? error.message);
  if (isJson) terminal.printJson({ error: explanation }, 'indented');
  return exitCode;
}

/** Errors whose message was written for the person at the terminal, known by name: to load their modules takes long. */
const SPEAKING_ERRORS: Readonly<Record<string, ExitCode>> = {
  EmbeddedDatabaseError: EXIT.failed,
  DatabaseNewerThanProgram: EXIT.failed,
  PortTaken: EXIT.failed,
  CallbackPortTaken: EXIT.failed,
  SandboxNotStarted: EXIT.failed,
};

/** What is to be said about an error. */
export async function explain(error: unknown): Promise<Explanation> {
  if (error instanceof WrongUse) return { exitCode: EXIT.refused, code: 'wrong-use', text: error.message };
  if (error instanceof Interrupted) return { exitCode: EXIT.interrupted, code: 'interrupted', text: error.message };
  if (isFault(error)) {
    const { faultSentence } = await import('../usecases/sentences.ts');
    const { field, messages } = error.detail;
    const parameters = { ...(field ? { field } : {}), ...(messages?.length ? { messages: messages.join(' ') } : {}) };
    const exitCode = error.retry === 'after-reconnect' ? EXIT.reconnect : EXIT.failed;
    return { exitCode, code: error.code, text: withNextCommand(faultSentence(error.code, parameters), error.code) };
  }
  return (await explainOwnError(error)) ?? explainDatabaseError(error) ?? explainBug(error);
}

async function explainOwnError(error: unknown): Promise<Explanation | null> {
  const { Refusal } = await import('../usecases/parts.ts');
  if (error instanceof Refusal) {
    const { code, message, problems } = error;
    return { exitCode: EXIT.refused, code, text: message, ...(problems.length > 0 ? { problems } : {}) };
  }
  const { ConfigProblems } = await import('../config/config-problems.ts');
  if (error instanceof ConfigProblems) {
    const problems = error.problems.map(({ variable, problem, remedy }) => ({
      field: variable,
      text: `${problem}. ${remedy}`,
    }));
    return { exitCode: EXIT.refused, code: 'config.wrong', text: error.message, problems };
  }
  const exitCode = error instanceof Error ? SPEAKING_ERRORS[error.name] : undefined;
  if (exitCode === undefined || !(error instanceof Error)) return null;
  return { exitCode, code: error.name, text: error.message };
}

/** A database of one's own (KOPPELING_DATABASE_URL) that cannot be reached, or does not let us in. */
function explainDatabaseError(error: unknown): Explanation | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall, severity } = error as NodeJS.ErrnoException & { readonly severity?: string };
  const isConnecting = syscall === 'connect' || syscall === 'getaddrinfo' || error instanceof AggregateError;
  if (code === undefined || !(isConnecting || severity === 'FATAL')) return null;
  const remedy = 'Controleer KOPPELING_DATABASE_URL, en of PostgreSQL draait.';
  return {
    exitCode: EXIT.failed,
    code: 'database.unreachable',
    text: `De database is niet bereikbaar (${error.message || code}). ${remedy}`,
  };
}

function explainBug(error: unknown): Explanation {
  const reference = randomBytes(4).toString('hex');
  const what = error instanceof Error ? `${error.name}: ${firstLine(error.message)}` : String(error);
  const text = `Dit had niet mogen gebeuren (${what}). Meld het met kenmerk ${reference}; meer staat er met KOPPELING_LOG_LEVEL=debug.`;
  return { exitCode: EXIT.failed, code: 'bug', text, reference };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
