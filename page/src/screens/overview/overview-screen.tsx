/**
 * Overzicht: how things stand in one sentence, what waits for a person, that everything adds up, and the last runs.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { Say } from '../../frame/say.tsx';
import { useCompany } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { Told } from '../work-orders/told.tsx';
import { BalanceBar } from './balance-bar.tsx';
import { ConnectAgain } from './connect-again.tsx';
import { DaysSection } from './days-section.tsx';
import { ExportNow } from './export-now.tsx';
import { LastRuns } from './last-runs.tsx';
import './overview.css';
import { useOverviewSentence } from './overview-sentence.ts';
import type { Overview } from './overview-shapes.ts';
import { situationOf } from './overview-situation.ts';
import { askedOf } from './questions-for-person.ts';
import { SetUpSteps, StepOfNow } from './set-up-steps.tsx';
import { Stopped } from './stopped.tsx';
import { Waiting } from './waiting.tsx';

export function OverviewScreen() {
  const texts = useTexts(overviewTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const { data, error, refetch } = useOverview(accountId);
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <RowsSkeleton />;
  return <Shown accountId={accountId} overview={data} />;
}

function Shown({ accountId, overview }: { readonly accountId: string; readonly overview: Overview }) {
  const situation = situationOf(overview);
  const isSettingUp = situation === 'setting-up';
  const isQuiet = overview.causes.length === 0 && askedOf(overview) === 0;
  const hasWaiting = situation !== 'lost' && !(isSettingUp && isQuiet);
  return (
    <Told accountId={accountId} about={accountId} head={<Head accountId={accountId} overview={overview} />}>
      {situation === 'stopped' && overview.stopped !== null && (
        <Stopped accountId={accountId} sentence={overview.stopped} />
      )}
      {isSettingUp && <StepOfNow steps={overview.setUp} />}
      {situation === 'lost' && overview.outsmart !== 'refused' && <ConnectAgain overview={overview} />}
      {hasWaiting && <Waiting accountId={accountId} overview={overview} />}
      {!isSettingUp && <BalanceBar balance={overview.balance} isOpen={situation !== 'normal'} />}
      <div className={isSettingUp ? undefined : 'overview-two'}>
        {!isSettingUp && <DaysSection days={overview.days} />}
        {(!isSettingUp || overview.lastRuns.length > 0) && <LastRuns runs={overview.lastRuns} />}
      </div>
    </Told>
  );
}

/** The sentence, with the one thing to press. */
function Head({ accountId, overview }: { readonly accountId: string; readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const situation = situationOf(overview);
  const said = useOverviewSentence(overview);
  return (
    <>
      {situation === 'setting-up' && <SetUpSteps steps={overview.setUp} />}
      <div className="overview-head">
        <Say said={said} />
        {situation === 'normal' && <ExportNow accountId={accountId} lastExport={overview.lastExport} />}
        {situation === 'no-licence' && <HeadLink to="/licentiemanager" words={texts.order} />}
        {situation === 'export-off' && <HeadLink to="/koppeling/asperion" words={texts.toSettings} />}
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
