/**
 * Overzicht: how things stand in one sentence, what waits for a person, that everything adds up, and the last runs.
 */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconClipboardList } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { Say } from '../../frame/say.tsx';
import { useCompany } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment } from '../../texts/moment-words.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { BalanceBar } from './balance-bar.tsx';
import { CauseRows } from './cause-rows.tsx';
import { ConnectAgain } from './connect-again.tsx';
import { DaysSection } from './days-section.tsx';
import { ExportNow } from './export-now.tsx';
import { LastRuns } from './last-runs.tsx';
import './overview.css';
import { useOverviewSentence } from './overview-sentence.ts';
import type { Overview } from './overview-shapes.ts';
import { situationOf } from './overview-situation.ts';
import { SetUpSteps, StepOfNow } from './set-up-steps.tsx';
import { Stopped } from './stopped.tsx';
import { UncertainRows } from './uncertain-rows.tsx';

export function OverviewScreen() {
  const texts = useTexts(overviewTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const { data, error, refetch } = useOverview(accountId);
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <RowsSkeleton />;
  return <Shown accountId={accountId} overview={data} />;
}

function Shown({ accountId, overview }: { readonly accountId: string; readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const situation = situationOf(overview);
  const said = useOverviewSentence(overview);
  const isSettingUp = situation === 'setting-up';
  return (
    <>
      {isSettingUp && <SetUpSteps steps={overview.setUp} />}
      <div className="overview-head">
        <Say said={said} />
        {situation === 'normal' && <ExportNow accountId={accountId} lastExport={overview.lastExport} />}
        {situation === 'no-licence' && <HeadLink to="/licentiemanager" words={texts.order} />}
        {situation === 'export-off' && <HeadLink to="/koppeling/asperion" words={texts.toSettings} />}
      </div>
      {situation === 'stopped' && overview.stopped !== null && (
        <Stopped accountId={accountId} sentence={overview.stopped} />
      )}
      {isSettingUp && <StepOfNow steps={overview.setUp} />}
      {situation === 'lost' && overview.outsmart !== 'refused' && <ConnectAgain overview={overview} />}
      {(!isSettingUp || overview.causes.length > 0) && situation !== 'lost' && <Waiting overview={overview} />}
      {!isSettingUp && <BalanceBar balance={overview.balance} isOpen={situation !== 'normal'} />}
      <div className={isSettingUp ? undefined : 'overview-two'}>
        {!isSettingUp && <DaysSection days={overview.days} />}
        {(!isSettingUp || overview.lastRuns.length > 0) && <LastRuns runs={overview.lastRuns} />}
      </div>
    </>
  );
}

function HeadLink({ to, words }: { readonly to: '/licentiemanager' | '/koppeling/asperion'; readonly words: string }) {
  return (
    <Button renderRoot={(root) => <Link to={to} {...root} />} size="md">
      {words}
    </Button>
  );
}

function Waiting({ overview }: { readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const { causes, uncertain } = overview;
  return (
    <>
      <section aria-labelledby="overview-waiting">
        <div className="overview-sec-h">
          <h2 id="overview-waiting">{texts.waitsForYou}</h2>
          {causes.length > 0 && (
            <Link to="/werkbonnen" search={{ stand: 'waiting' }}>
              {texts.allWaiting}
            </Link>
          )}
        </div>
        {causes.length > 0 ? <CauseRows causes={causes} /> : <NothingWaits overview={overview} />}
      </section>
      <UncertainRows orders={uncertain} />
    </>
  );
}

function NothingWaits({ overview: { balance, nextExportAt } }: { readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const isAhead = nextExportAt !== null && Date.parse(nextExportAt) > Date.now();
  const when = isAhead ? atMoment(nextExportAt, language) : '';
  const isNew = balance.thisMonthTotal.count + balance.earlierTotal.count === 0;
  return (
    <div className="overview-empty">
      {isNew ? (
        <IconClipboardList size={22} stroke={1.75} className="c-grey" aria-hidden />
      ) : (
        <IconCircleCheck size={22} stroke={1.75} className="c-green" aria-hidden />
      )}
      <p>
        <b>{isNew ? texts.noOrdersYet : texts.nothingWaits}</b>{' '}
        {isNew ? texts.noOrdersYetDo(when) : isAhead && texts.nothingWaitsNext(when)}
      </p>
    </div>
  );
}
