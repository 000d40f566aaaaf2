/**
 * Tries now: all work orders that wait are judged again.
 */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useTellRun } from './told.tsx';

export function RetryButton({
  accountId,
  label,
  variant = 'default',
}: {
  readonly accountId: string;
  readonly label: string;
  readonly variant?: 'default' | 'subtle' | 'filled';
}) {
  const texts = useTexts(workOrdersTexts);
  const tellRun = useTellRun();
  const retry = useAct('POST /api/accounts/:accountId/work-orders/retry');
  return (
    <>
      <Button
        variant={variant}
        loading={retry.isPending}
        leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
        onClick={() => tellRun(retry.mutateAsync({ params: { accountId } }), texts.retryStarted)}
      >
        {label}
      </Button>
      <Failure error={retry.error} />
    </>
  );
}
