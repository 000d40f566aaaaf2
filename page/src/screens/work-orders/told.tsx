/**
 * What came of the last thing that was pressed, told in one place of the screen and to screen readers. The place stays when
 * the row with the button is gone. Of a run that was started it tells the end once that is there.
 */
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import type { Run } from '../../api/current-run.ts';

interface Telling {
  readonly texts: readonly string[];
  readonly runId: string | null;
}

const Teller = createContext<(texts: readonly string[], run?: Run) => void>(() => undefined);

/** Tells sentences; with a run, how that ends is told after them. */
export function useTell(): (texts: readonly string[], run?: Run) => void {
  return useContext(Teller);
}

/** Shows what is told between the head of the screen and the rest. */
export function Told({
  accountId,
  head,
  children,
}: {
  readonly accountId: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const [telling, setTelling] = useState<Telling>({ texts: [], runId: null });
  const tell = useMemo(
    () => (texts: readonly string[], run?: Run) => setTelling({ texts, runId: run?.runId ?? null }),
    [],
  );
  const ended = useEndOf(accountId, telling.runId);
  const texts = ended ? [ended.sentence, ...ended.results] : telling.texts;
  const Icon = ended && ended.state !== 'done' ? IconInfoCircle : IconCircleCheck;
  return (
    <Teller value={tell}>
      {head}
      <div role="status" className="wo-told">
        {texts
          .filter((text) => text !== '')
          .map((text, index) => (
            <p key={text}>
              {index === 0 && <Icon size={18} stroke={1.75} aria-hidden />}
              <span>{text}</span>
            </p>
          ))}
      </div>
      {children}
    </Teller>
  );
}

/** The run once it has ended; null before. */
function useEndOf(accountId: string, runId: string | null): Run | null {
  const told = useQuery<Run | null>({ queryKey: ['run', accountId], queryFn: () => null, enabled: false }).data;
  const asked = useAnswer(
    'GET /api/accounts/:accountId/runs/:runId',
    { params: { accountId, runId: runId ?? '' } },
    { enabled: runId !== null },
  ).data;
  if (runId === null) return null;
  return [told, asked].find((run) => run?.runId === runId && run.finishedAt !== null) ?? null;
}
