/**
 * The run that goes on, small: what it does and how far it is. Stopping it is done in the log.
 */
import { Loader, Paper, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCurrentRun } from '../../api/current-run.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';

export function RunStrip({ accountId }: { readonly accountId: string }) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const run = useCurrentRun(accountId);
  if (!run) return null;
  const { progress } = run;
  const share = progress?.total ? Math.min(100, (100 * progress.done) / progress.total) : null;
  return (
    <Paper withBorder radius="lg" p="sm" mb="md" className="wo-run">
      <Loader size={18} aria-hidden />
      <div className="wo-run-text">
        <span>{run.phaseText === '' ? texts.running : run.phaseText}</span>
        {progress && progress.total !== null && (
          <span className="mute">
            {' '}
            {texts.ofTotal(whole(progress.done, language), whole(progress.total, language))}
          </span>
        )}
        {share !== null && <Progress value={share} size={6} mt={6} aria-label={texts.progress} />}
      </div>
      <Link to="/logboek">{texts.toLog}</Link>
    </Paper>
  );
}
