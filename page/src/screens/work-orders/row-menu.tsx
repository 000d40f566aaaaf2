/**
 * What can be done with one work order of a list.
 */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconEye, IconFilePlus, IconPlayerPlay, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { decisionTexts } from '../../texts/decision-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useDecide } from './decide.ts';
import { isDeleted, numberOf, type WorkOrderRow } from './work-orders-answers.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function RowMenu({ accountId, row }: { readonly accountId: string; readonly row: WorkOrderRow }) {
  const texts = useTexts(workOrdersTexts);
  const decisions = useTexts(decisionTexts);
  const { decide, isPending } = useDecide(accountId);
  const isSkipped = row.place === 'skipped';
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          radius="xl"
          loading={isPending}
          className="wo-more"
          aria-label={texts.moreActions(numberOf(row))}
        >
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconEye {...ICON} />}
          renderRoot={(root) => <Link to="/werkbonnen/$rowId" params={{ rowId: row.rowId }} {...root} />}
        >
          {texts.look}
        </Menu.Item>
        {isDeleted(row) && (
          <Menu.Item leftSection={<IconFilePlus {...ICON} />} onClick={() => decide('make-again', [row.rowId])}>
            {decisions.makeAgain}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={isSkipped ? <IconPlayerPlay {...ICON} /> : <IconUserCheck {...ICON} />}
          onClick={() => decide(isSkipped ? 'unskip' : 'skip', [row.rowId])}
        >
          {isSkipped ? texts.unskip : texts.skip}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
