/**
 * What a person can say of an uncertain work order once looking it up could not tell, and where to look before saying it.
 * Making it again is asked twice, for it is the one thing here that can make two of one.
 */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { questionsTexts } from '../../texts/questions-texts.ts';
import './buttons.css';
import { OutsideLink } from './outside-link.tsx';
import './questions.css';
import { useTellRun } from './told.tsx';
import type { UncertainQuestion } from './work-orders-answers.ts';

/** Nothing while it is still being looked up. */
export function UncertainActs({
  accountId,
  question,
}: {
  readonly accountId: string;
  readonly question: UncertainQuestion;
}) {
  const texts = useTexts(questionsTexts);
  const mayDecide = useMay('office');
  const tellRun = useTellRun();
  const decide = useAct('POST /api/accounts/:accountId/work-orders/:rowId/uncertain');
  const [isAsked, setAsked] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  const { rowId, title, isForPerson, asperionUrl } = question;
  if (!isForPerson || (!mayDecide && asperionUrl === null)) return null;
  const press = (decision: 'is-there' | 'make-again', done: string) => {
    const started = decide.mutateAsync({ params: { accountId, rowId }, body: { decision } });
    tellRun(
      started.then(({ run }) => run),
      done,
    );
  };
  const back = () => {
    setAsked(false);
    no.current?.focus();
  };
  return (
    <div className="wo-question">
      <div className="wo-buttons">
        {mayDecide && (
          <>
            <Button
              variant="default"
              loading={decide.isPending && !isAsked}
              aria-label={`${texts.isThere}: ${title}`}
              onClick={() => press('is-there', texts.isThereDone)}
            >
              {texts.isThere}
            </Button>
            <Button
              ref={no}
              variant="default"
              aria-expanded={isAsked}
              aria-label={`${texts.makeAgain}: ${title}`}
              onClick={() => setAsked(!isAsked)}
            >
              {texts.makeAgain}
            </Button>
          </>
        )}
        {asperionUrl !== null && <OutsideLink href={asperionUrl}>{texts.openInAsperion}</OutsideLink>}
      </div>
      {isAsked && (
        <div className="wo-sure">
          <p role="alert">{texts.risk}</p>
          <div className="wo-buttons">
            <Button
              variant="default"
              c="var(--red)"
              loading={decide.isPending}
              aria-label={`${texts.sure}: ${title}`}
              onClick={() => press('make-again', texts.makeAgainDone)}
            >
              {texts.sure}
            </Button>
            <Button variant="subtle" onClick={back}>
              {texts.back}
            </Button>
          </div>
        </div>
      )}
      <Failure error={decide.error} />
    </div>
  );
}
