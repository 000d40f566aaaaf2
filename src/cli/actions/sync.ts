/**
 * The command `sync`: a synchronisation from the question whether it may to the account of what it did.
 */
import type { JobName } from '../../store/records.ts';
import type { Run } from '../../store/runs.ts';
import { countSentences } from '../../usecases/sentences-log.ts';
import { exitCodeOfFault } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type ChosenAccount, chooseAccount, type Session } from '../session.ts';
import { syncDocument } from '../show/sync-document.ts';
import { syncText } from '../show/sync-text.ts';
import { type ExportOutcome, exportOutcomeOf } from './export-outcome.ts';
import { askFirstExport, confirmByCommand, isConfirmationNeeded } from './first-export.ts';
import { type RunHere, runHere } from './run-here.ts';

export interface SyncOptions {
  readonly accountName: string | undefined;
  readonly job: JobName;
  /** The person said --yes. */
  readonly isConfirming: boolean;
}

export async function sync(session: Session, { accountName, job, isConfirming }: SyncOptions): Promise<ExitCode> {
  const { terminal } = session;
  const chosen = await chooseAccount(session, accountName);
  const isNeeded = await isConfirmationNeeded(chosen.store, job);
  const isByCommand = isNeeded && (isConfirming || !terminal.isAnswering);
  if (isByCommand) await confirmByCommand(session, chosen);
  const first = await runHere(session, chosen, job);
  if (first.run.faultCode !== UNCONFIRMED) return account(session, chosen, first, isByCommand);
  // It judged everything and sent nothing: there is something to look at now.
  for (const sentence of countSentences(first.run.counts)) terminal.tell(sentence);
  if (!terminal.isAnswering) return account(session, chosen, first, false);
  if (!(await askFirstExport(session, chosen)))
    return session.isJson ? account(session, chosen, first, false) : EXIT.done;
  return account(session, chosen, await runHere(session, chosen, 'export'), true);
}

const UNCONFIRMED = 'sync.first_export_unconfirmed';

/** Tells how it ended, and answers the exit code. */
async function account(
  session: Session,
  chosen: ChosenAccount,
  ended: RunHere,
  isConfirmedNow: boolean,
): Promise<ExitCode> {
  const { terminal, isJson } = session;
  const outcome = await exportOutcomeOf(chosen.store, ended.run);
  if (isJson) terminal.printJson(syncDocument(chosen.named, ended.run, outcome, isConfirmedNow), 'indented');
  else terminal.print(syncText(ended, outcome, terminal.columns));
  return exitCodeOf(ended, outcome);
}

function exitCodeOf({ run, isBusyElsewhere, isInterrupted }: RunHere, { uncertain }: ExportOutcome): ExitCode {
  if (isInterrupted && run.state !== 'done') return EXIT.interrupted;
  if (isBusyElsewhere) return EXIT.failed;
  if (run.state !== 'done') return exitCodeOfEnd(run);
  return uncertain.length > 0 ? EXIT.uncertain : EXIT.done;
}

function exitCodeOfEnd({ faultCode }: Run): ExitCode {
  return faultCode === null ? EXIT.failed : exitCodeOfFault(faultCode);
}
