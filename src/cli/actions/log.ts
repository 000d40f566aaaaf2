/**
 * The command `log`: what happened to which record, in sentences.
 */
import type { RunId } from '../../model/ids.ts';
import type { LogLine } from '../../store/log.ts';
import { logSentence, logSubject, resultWord } from '../../usecases/sentences-log.ts';
import { dutchDateTime } from '../../usecases/sentences-numbers.ts';
import { WrongUse } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { table } from '../show/table.ts';

export interface LogOptions {
  readonly accountName: string | undefined;
  readonly runId: string | null;
  readonly limit: number;
}

const COLUMNS = [
  { title: 'Wanneer' },
  { title: 'Wat' },
  { title: 'Uitkomst' },
  { title: 'Toelichting', isFlexible: true },
] as const;
const RUN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function showLog(session: Session, { accountName, runId, limit }: LogOptions): Promise<ExitCode> {
  const { terminal, isJson, parts } = session;
  if (runId !== null && !RUN_ID.test(runId))
    throw new WrongUse(`--run: "${runId}" is geen id van een synchronisatie. Die staan bij: koppeling runs`);
  const { store, named } = await chooseAccount(session, accountName);
  const lines = await store.log.read({ ...(runId === null ? {} : { runId: runId as RunId }), limit });
  if (isJson) terminal.printJson({ account: named, lines: lines.map(lineDocument) }, 'indented');
  else if (lines.length === 0) terminal.print('Nog niets gebeurd.');
  else
    terminal.print(
      table(
        COLUMNS,
        lines.map((line) => rowOf(line, parts.clock.now())),
        terminal.columns,
      ),
    );
  return EXIT.done;
}

function rowOf(line: LogLine, now: Date): string[] {
  return [dutchDateTime(line.at, now), logSubject(line), resultWord(line.result), logSentence(line)];
}

function lineDocument(line: LogLine) {
  const { id, runId, at, subjectKind, subjectKey, subjectName, result, code = null, parameters } = line;
  return {
    id,
    runId,
    at,
    subjectKind,
    subjectKey,
    subjectName,
    result,
    code,
    parameters: parameters ?? {},
    sentence: logSentence(line),
  };
}
