/**
 * Eerste controle: what would go at the first export is shown and confirmed by a person, so that no old work order is invoiced
 * by accident.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { Say } from '../../frame/say.tsx';
import { useCompany, useMay } from '../../session.ts';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment, monthThisYear } from '../../texts/moment-words.ts';
import { calendarDay, day } from '../../texts/numbers.ts';
import type { Said } from '../../texts/said.ts';
import { useCounted } from '../overview/counted.ts';
import { SetUpSteps } from '../overview/set-up-steps.tsx';
import { FirstExportCards } from './first-export-cards.tsx';
import { type Choice, type FirstExport, goingOf, monthsOf, offeredBy, oldestMonth } from './first-export-choice.ts';
import { ConfirmButton, FirstExportClosing } from './first-export-closing.tsx';
import { FirstExportLook } from './first-export-look.tsx';
import { FirstExportMonths } from './first-export-months.tsx';
import { FirstExportTable } from './first-export-table.tsx';
import './first-export.css';

export function FirstExportScreen() {
  const texts = useTexts(firstExportTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const overview = useOverview(accountId);
  const first = useAnswer('GET /api/accounts/:accountId/first-export', { params: { accountId } });
  const error = overview.error ?? first.error;
  if (!overview.data || !first.data) {
    const retry = () => void Promise.all([overview.refetch(), first.refetch()]);
    return error ? <Failure error={error} retry={retry} /> : <RowsSkeleton />;
  }
  const { setUp } = overview.data;
  const isReady = setUp.every(({ step, isDone }) => isDone || step === 'first-export' || step === 'licence');
  return (
    <>
      {setUp.some(({ isDone }) => !isDone) && <SetUpSteps steps={setUp} />}
      {isReady || first.data.isConfirmed ? (
        <Standing accountId={accountId} first={first.data} />
      ) : (
        <Told said={texts.notReady()} text={texts.notReadyText}>
          <Button size="md" renderRoot={(root) => <Link to="/koppeling/asperion" {...root} />}>
            {texts.toSettings}
          </Button>
        </Told>
      )}
    </>
  );
}

function Standing({ accountId, first }: { readonly accountId: string; readonly first: FirstExport }) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  const mayConfirm = useMay('manager');
  if (first.isConfirmed) {
    const from = first.startDate === null ? '' : texts.confirmedFrom(day(first.startDate, language));
    return (
      <Told said={texts.confirmed(first.confirmedBy ?? '')} text={from}>
        <Button size="md" renderRoot={(root) => <Link to="/" {...root} />}>
          {texts.toOverview}
        </Button>
      </Told>
    );
  }
  if (first.orders.length > 0) return <Choosing accountId={accountId} first={first} />;
  if (first.lookedAt === null) {
    return (
      <Told said={texts.lookFirst()} text={texts.lookText}>
        <FirstExportLook accountId={accountId} isAgain={false} />
      </Told>
    );
  }
  return (
    <Told said={texts.none()} text={`${texts.lookedAt(atMoment(first.lookedAt, language))} ${texts.noneText}`}>
      {mayConfirm ? (
        <ConfirmButton accountId={accountId} confirmation={{ startDate: null, leaveBehind: [] }} words={texts.begin} />
      ) : (
        <p>{texts.askManager}</p>
      )}
      <FirstExportLook accountId={accountId} isAgain />
    </Told>
  );
}

function Told({ said, text, children }: { readonly said: Said; readonly text: string; readonly children: ReactNode }) {
  return (
    <>
      <Say said={said} />
      {text !== '' && <p className="first-export-text">{text}</p>}
      <div className="first-export-acts">{children}</div>
    </>
  );
}

function Choosing({ accountId, first }: { readonly accountId: string; readonly first: FirstExport }) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  const counted = useCounted();
  const mayConfirm = useMay('manager');
  const [choice, setChoice] = useState<Choice>({
    mode: 'from',
    from: `${calendarDay(new Date()).slice(0, 7)}-01`,
    unticked: new Set(),
  });
  const { orders } = first;
  const offered = offeredBy(choice, orders);
  const { going, staying } = goingOf(choice, orders);
  const oldest = oldestMonth(first.months);
  return (
    <>
      <div className="first-export-head">
        <Say said={texts.which(counted(orders.length), oldest === null ? null : monthThisYear(oldest, language))} />
        <FirstExportLook accountId={accountId} isAgain />
      </div>
      <FirstExportCards
        choice={choice}
        found={orders.length}
        choose={(change) => setChoice((before) => ({ ...before, ...change }))}
      />
      <FirstExportMonths months={monthsOf(first, choice)} going={going.length} staying={staying} />
      {choice.mode !== 'new' && (
        <section className="first-export-sec" aria-labelledby="first-export-list">
          <div className="first-export-sec-h">
            <h2 id="first-export-list">
              {choice.mode === 'from' && choice.from !== null
                ? texts.listFrom(counted(offered.length), day(choice.from, language))
                : texts.listAll(counted(offered.length))}
            </h2>
            {mayConfirm && offered.length > 0 && <span className="mute">{texts.untick}</span>}
          </div>
          {offered.length === 0 ? (
            <p className="mute">{texts.noneFrom}</p>
          ) : (
            <FirstExportTable
              orders={offered}
              unticked={choice.unticked}
              untick={(unticked) => setChoice((before) => ({ ...before, unticked }))}
              mayTick={mayConfirm}
            />
          )}
        </section>
      )}
      <FirstExportClosing accountId={accountId} choice={choice} orders={orders} />
    </>
  );
}
