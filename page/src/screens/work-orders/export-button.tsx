/**
 * Starts an export; before the first one was looked at, leads to that instead. Nothing while it could not be started anyway.
 */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/answers.ts';
import { useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useTellRun } from './told.tsx';

export function ExportButton({ accountId }: { readonly accountId: string }) {
  const texts = useTexts(workOrdersTexts);
  const tellRun = useTellRun();
  const mayStart = useMay('office');
  const overview = useOverview(accountId).data;
  const isRunning = useCurrentRun(accountId)?.job === 'export';
  const start = useAct('POST /api/accounts/:accountId/runs');
  if (!mayStart || !overview?.isExportOn) return null;
  const isDone = (step: string) => overview.setUp.find((known) => known.step === step)?.isDone ?? true;
  if (!isDone('settings')) return null;
  if (!isDone('first-export'))
    return (
      <Button size="md" renderRoot={(root) => <Link to="/koppeling/eerste-controle" {...root} />}>
        {texts.firstCheck}
      </Button>
    );
  return (
    <div className="wo-export">
      <Button
        size="md"
        leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
        loading={start.isPending}
        disabled={isRunning}
        onClick={() =>
          tellRun(start.mutateAsync({ params: { accountId }, body: { job: 'export' } }), texts.exportStarted)
        }
      >
        {texts.export}
      </Button>
      <Failure error={start.error} />
    </div>
  );
}
