/**
 * What came of the last thing that was pressed, told in one place of the screen and to screen readers. The place stays when
 * the row with the button is gone. Of a run that was started it tells the end once that is there.
 */
import { CloseButton } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import type { Run } from '../../api/current-run.ts';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useTexts } from '../../texts/language.ts';
import './told.css';

interface Telling {
  /** What was done. */
  readonly done?: string;
  /** What was not, a sentence each. */
  readonly refused?: readonly string[];
  /** How it ends is told instead, once it has ended. */
  readonly run?: Run;
}

const Teller = createContext<(telling: Telling) => void>(() => undefined);

export function useTell(): (telling: Telling) => void {
  return useContext(Teller);
}

/** Tells of a run that is being started; of one that was not, the button tells why. Also when its button went meanwhile. */
export function useTellRun(): (starting: Promise<Run>, done: string) => void {
  const tell = useTell();
  return (starting, done) => {
    void starting.then(
      (run) => tell({ done, run }),
      () => undefined,
    );
  };
}

/** Shows what is told between the head of the screen and the rest. What was told about something else is left out. */
export function Told({
  accountId,
  about,
  head,
  children,
}: {
  readonly accountId: string;
  readonly about: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const [told, setTold] = useState<Telling & { readonly about: string }>({ about });
  const tell = useMemo(() => (telling: Telling) => setTold({ ...telling, about }), [about]);
  const texts = useTexts(frameTexts);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The pressed button may have gone with its row; who works by keyboard goes on from here.
    if ((told.done || told.refused) && document.activeElement === document.body) place.current?.focus();
  }, [told]);
  const ended = useEndOf(accountId, told.run?.runId ?? null);
  const isOver = told.about !== about && told.run === undefined;
  return (
    <Teller value={tell}>
      {head}
      <div role="status" className="wo-told" ref={place} tabIndex={-1}>
        {!isOver && (ended ? <Ended run={ended} /> : told.done && <Line text={told.done} isGood />)}
        {!isOver && told.refused?.map((text) => <Line key={text} text={text} isGood={false} />)}
        {!isOver && (told.done || told.refused) && (
          <CloseButton className="wo-told-close" aria-label={texts.close} onClick={() => setTold({ about })} />
        )}
      </div>
      {children}
    </Teller>
  );
}

function Ended({ run }: { readonly run: Run }) {
  return [run.sentence, ...run.results]
    .filter((text) => text !== '')
    .map((text) => <Line key={text} text={text} isGood={run.state === 'done'} />);
}

function Line({ text, isGood }: { readonly text: string; readonly isGood: boolean }) {
  const Icon = isGood ? IconCircleCheck : IconInfoCircle;
  return (
    <p className={isGood ? 'wo-done' : 'wo-refused'}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{text}</span>
    </p>
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
  // What was asked for is in the language of the page; the stream only knows that of the browser.
  return [asked, told].find((run) => run?.runId === runId && run.finishedAt !== null) ?? null;
}
