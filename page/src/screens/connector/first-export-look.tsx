/**
 * Taking a look: an export that sends nothing, since nobody confirmed yet. Goes on when one leaves.
 */
import { Button, Progress } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useAct } from '../../api/answers.ts';
import { useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { percentageOf } from '../log/run-phases.ts';

/** `isAgain`: a look was taken before. */
export function FirstExportLook({ accountId, isAgain }: { readonly accountId: string; readonly isAgain: boolean }) {
  const texts = useTexts(firstExportTexts);
  const mayLook = useMay('office');
  const run = useCurrentRun(accountId);
  const start = useAct('POST /api/accounts/:accountId/runs');
  const percentage = run ? percentageOf(run) : null;
  if (!mayLook) return isAgain ? null : <p className="mute">{texts.askOffice}</p>;
  return (
    <div className="first-export-look">
      <Button
        size="md"
        variant={isAgain ? 'default' : 'filled'}
        leftSection={<IconEye size={18} stroke={1.75} aria-hidden />}
        loading={start.isPending || run !== null}
        onClick={() => start.mutate({ params: { accountId }, body: { job: 'export' } })}
      >
        {isAgain ? texts.lookAgain : texts.look}
        {run && <span className="sr">{texts.looking}</span>}
      </Button>
      {run && (
        <Progress
          mt="sm"
          value={percentage ?? 100}
          animated={percentage === null}
          striped={percentage === null}
          aria-label={texts.looking}
        />
      )}
      <p role="status" className="mute">
        {run?.phaseText}
      </p>
      <Failure error={start.error} />
    </div>
  );
}
