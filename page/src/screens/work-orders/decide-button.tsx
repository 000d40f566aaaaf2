/**
 * Handled by hand, or back again: the button for one work order, where its place allows one of both.
 */
import { Button } from '@mantine/core';
import { IconPlayerPlay, IconUserCheck } from '@tabler/icons-react';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useDecide } from './decide.ts';
import type { WorkOrderRow } from './work-orders-answers.ts';

export function DecideButton({
  accountId,
  row,
  variant = 'default',
}: {
  readonly accountId: string;
  readonly row: WorkOrderRow;
  readonly variant?: 'default' | 'subtle';
}) {
  const texts = useTexts(workOrdersTexts);
  const mayAct = useMay('office');
  const { decide, isPending } = useDecide(accountId);
  const isSkipped = row.place === 'skipped';
  if (!mayAct || !(isSkipped || row.place === 'waiting' || row.place === 'ready')) return null;
  const Icon = isSkipped ? IconPlayerPlay : IconUserCheck;
  return (
    <Button
      variant={variant}
      loading={isPending}
      leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
      onClick={() => decide(isSkipped ? 'unskip' : 'skip', [row.rowId])}
    >
      {isSkipped ? texts.unskip : texts.skip}
    </Button>
  );
}
