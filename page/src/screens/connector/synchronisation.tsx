/**
 * Starting the export or everything by hand (S2, S3), at the bottom of the settings.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { synchronisationTexts } from '../../texts/synchronisation-texts.ts';
import { RunGoing } from './run-going.tsx';
import { SettingsSection } from './setting-fields.tsx';
import { StartButton } from './start-buttons.tsx';
import type { Job, StartObstacles } from './use-start.ts';

interface SynchronisationProps {
  readonly accountId: string;
  readonly obstacles: StartObstacles;
  /** Work orders that stand ready. */
  readonly ready: number;
  /** Nobody confirmed yet which work orders may go; nothing is exported before. */
  readonly isFirstExportOpen: boolean;
  readonly everyMinutes: number;
}

export function Synchronisation({
  accountId,
  obstacles,
  ready,
  isFirstExportOpen,
  everyMinutes,
}: SynchronisationProps) {
  const texts = useTexts(synchronisationTexts);
  const language = useLanguage();
  const isManager = useMay('manager');
  const leadsToCheck = obstacles.exports === null && isFirstExportOpen;
  const general = obstacles.imports;
  const [before, log, after] = texts.startUsesSaved;
  const readyText = leadsToCheck
    ? texts.exportNeedsFirst
    : ready > 0
      ? texts.readyNow(ready, whole(ready, language))
      : '';
  return (
    <SettingsSection title={texts.syncTitle} text={texts.syncText(everyMinutes)}>
      <div className="set-options">
        <Start accountId={accountId} job="export" title={texts.exportNow} text={`${texts.exportNowText} ${readyText}`}>
          {!leadsToCheck && (
            <StartButton accountId={accountId} job="export" label={texts.exportNow} obstacle={obstacles.exports} />
          )}
          {leadsToCheck && isManager && (
            <Button component={Link} to="/koppeling/eerste-controle" variant="default" fullWidth>
              {texts.toFirstExport}
            </Button>
          )}
        </Start>
        {obstacles.exports === 'exportOn' && (
          <p className="set-help set-option-reason" id="start-export-reason">
            {texts.notBefore.exportOn}
          </p>
        )}
        <Start accountId={accountId} job="full" title={texts.fullSync} text={texts.fullSyncText}>
          <StartButton accountId={accountId} job="full" label={texts.fullSync} obstacle={general} />
        </Start>
      </div>
      {general && (
        <p className="set-help" id="start-sync-reason">
          {texts.notBefore[general]}
        </p>
      )}
      <p className="set-help">
        {before}
        <Link to="/logboek">{log}</Link>
        {after}
      </p>
    </SettingsSection>
  );
}

function Start({
  accountId,
  job,
  title,
  text,
  children,
}: {
  readonly accountId: string;
  readonly job: Job;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="set-option set-option-act">
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
      {children}
      <RunGoing accountId={accountId} job={job} />
    </div>
  );
}
