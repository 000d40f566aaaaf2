/**
 * *Exporteren werkbonnen*, and what the run that goes on is doing. Leaving the screen does not stop it.
 */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import type { Overview } from './overview-shapes.ts';

export function ExportNow({
  accountId,
  lastExport,
}: {
  readonly accountId: string;
  readonly lastExport: Overview['lastExport'];
}) {
  const texts = useTexts(overviewTexts);
  const mayExport = useMay('office');
  const run = useCurrentRun(accountId);
  const start = useAct('POST /api/accounts/:accountId/runs');
  const [pressed, setPressed] = useState<string | null>(null);
  if (!mayExport) return null;
  const isBusy = start.isPending || run?.job === 'export' || run?.job === 'full';
  const isOver = !isBusy && pressed !== null && lastExport?.runId === pressed && lastExport.finishedAt !== null;
  return (
    <div className="overview-export">
      <Button
        size="md"
        loading={isBusy}
        leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
        onClick={() =>
          start.mutate(
            { params: { accountId }, body: { job: 'export' } },
            { onSuccess: ({ runId }) => setPressed(runId) },
          )
        }
      >
        {texts.exportNow}
        {isBusy && <span className="sr">{texts.exporting}</span>}
      </Button>
      <div role="status" className="overview-export-status">
        {run && <Doing run={run} />}
        {isOver && lastExport.sentence}
      </div>
      <Failure error={start.error} />
    </div>
  );
}

function Doing({ run }: { readonly run: NonNullable<ReturnType<typeof useCurrentRun>> }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const { phaseText, progress } = run;
  if (!progress?.total) return phaseText;
  // Each record would be announced otherwise; the log's own screen shows the progress in full.
  return (
    <>
      {phaseText}
      <span aria-hidden> {texts.progress(whole(progress.done, language), whole(progress.total, language))}</span>
    </>
  );
}
