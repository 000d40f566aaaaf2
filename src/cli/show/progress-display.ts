/**
 * How far a run is: a bar that rewrites itself in a terminal, a line every few seconds anywhere else. On standard error.
 */
import cliProgress from 'cli-progress';
import type { Run } from '../../store/runs.ts';
import { countSentences, phaseSentence } from '../../usecases/sentences-log.ts';
import { counted } from '../../usecases/sentences-numbers.ts';
import { harmless, type Terminal } from '../terminal.ts';

export interface ProgressDisplay {
  show(run: Run): void;
  /** Something to say in between. */
  say(text: string): void;
  end(): void;
}

const LINE_EVERY_MS = 2_000;
const BAR_CHARACTERS = 24;

export function progressDisplay(terminal: Terminal): ProgressDisplay {
  return terminal.barStream === null ? lines(terminal) : bar(terminal, terminal.barStream);
}

/** What is known of a run while it goes, as one line. */
export function progressLine({ phase, counts, calls }: Pick<Run, 'phase' | 'counts' | 'calls'>): string {
  const told = countSentences(countsOf(phase, counts)).join('; ');
  return [phaseSentence(phase), told, counted(calls, 'aanroep', 'aanroepen')].filter((part) => part !== '').join('  ');
}

/** First parts of the counts that go with a phase; any other phase has those without parts, which are the export's. */
const IMPORT_PHASES: Readonly<Record<string, readonly string[]>> = {
  debtors: ['relations'],
  articles: ['materials', 'hourtypes'],
  hourtypes: ['hourtypes'],
};

function countsOf(phase: string | null, counts: Run['counts']): Run['counts'] {
  const wanted = IMPORT_PHASES[phase ?? ''];
  const isWanted = (part: string) => (wanted ? wanted.includes(part.split('.')[0] ?? '') : !part.includes('.'));
  return Object.fromEntries(Object.entries(counts).filter(([part]) => isWanted(part)));
}

/** How many of how many work orders went; null while there is nothing to count towards. */
export function shareOf({
  phase,
  counts,
}: Pick<Run, 'phase' | 'counts'>): { readonly done: number; readonly total: number } | null {
  const total = counts.ready ?? 0;
  if (phase !== 'sending' || total === 0) return null;
  const done = (counts.invoiced ?? 0) + (counts.adopted ?? 0) + (counts.uncertain ?? 0);
  return { done: Math.min(done, total), total };
}

function bar(terminal: Terminal, stream: NodeJS.WriteStream): ProgressDisplay {
  const drawn = new cliProgress.SingleBar({
    stream,
    hideCursor: true,
    linewrap: false,
    clearOnComplete: true,
    gracefulExit: false,
    barsize: BAR_CHARACTERS,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    format: (options, { progress }, payload: { line: string; isCounting: boolean }) =>
      harmless(
        `${payload.isCounting ? `${cliProgress.Format.BarFormat(progress, options)} ` : ''}${payload.line}`,
      ).slice(0, Math.max(20, (stream.columns ?? 80) - 1)),
  });
  let isShown = false;
  const end = () => {
    if (isShown) drawn.stop();
    isShown = false;
  };
  return {
    show(run) {
      const share = shareOf(run);
      const payload = { line: progressLine(run), isCounting: share !== null };
      if (!isShown) drawn.start(share?.total ?? 1, share?.done ?? 0, payload);
      isShown = true;
      drawn.setTotal(share?.total ?? 1);
      drawn.update(share?.done ?? 0, payload);
    },
    say(text) {
      end();
      terminal.tell(text);
    },
    end,
  };
}

function lines(terminal: Terminal): ProgressDisplay {
  let last = '';
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(run) {
      const line = progressLine(run);
      if (line === last || performance.now() - shownAt < LINE_EVERY_MS) return;
      last = line;
      shownAt = performance.now();
      terminal.tell(line);
    },
    say: (text) => terminal.tell(text),
    end: () => undefined,
  };
}
