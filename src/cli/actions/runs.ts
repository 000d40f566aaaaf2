/**
 * The command `runs`: the latest synchronisations of one account.
 */
import type { Run } from '../../store/runs.ts';
import { countSentences, runSentence } from '../../usecases/sentences-log.ts';
import { dutchDateTime } from '../../usecases/sentences-numbers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { runDocument } from '../show/documents.ts';
import { table } from '../show/table.ts';

const COLUMNS = [
  { title: 'Begonnen' },
  { title: 'Door' },
  { title: 'Wat er gebeurde', isFlexible: true },
  { title: 'Aanroepen', align: 'right' },
  { title: 'Id' },
] as const;

export async function showRuns(session: Session, accountName: string | undefined, limit: number): Promise<ExitCode> {
  const { terminal, isJson, parts } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const runs = await store.runs.list(limit);
  if (isJson) terminal.printJson({ account: named, runs: runs.map(runDocument) }, 'indented');
  else if (runs.length === 0) terminal.print('Nog niets gebeurd. Begin met: koppeling sync --job full');
  else
    terminal.print(
      table(
        COLUMNS,
        runs.map((run) => rowOf(run, parts.clock.now())),
        terminal.columns,
      ),
    );
  return EXIT.done;
}

function rowOf(run: Run, now: Date): string[] {
  const by = run.trigger === 'schedule' ? 'schema' : run.startedBy;
  return [
    dutchDateTime(run.startedAt ?? run.queuedAt, now),
    by,
    [runSentence(run), countSentences(run.counts).join('; ')].join(' ').trim(),
    String(run.calls),
    run.id,
  ];
}
