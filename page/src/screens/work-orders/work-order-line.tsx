/**
 * One work order in a table.
 */
import { Checkbox, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day, euro } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { RowMenu } from './row-menu.tsx';
import { Situation } from './situation.tsx';
import { numberOf, type WorkOrderRow } from './work-orders-answers.ts';

export function WorkOrderLine({
  accountId,
  row,
  withSituation,
  canPick,
  isPicked,
  onPick,
}: {
  readonly accountId: string;
  readonly row: WorkOrderRow;
  readonly withSituation: boolean;
  readonly canPick: boolean;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const number = numberOf(row);
  return (
    <Table.Tr className={isPicked ? 'wo-picked' : ''}>
      {canPick && (
        <Table.Td className="wo-cell-pick">
          <Checkbox size="xs" aria-label={texts.selectOne(number)} checked={isPicked} onChange={onPick} />
        </Table.Td>
      )}
      <Table.Td className="wo-cell-id">
        <Link to="/werkbonnen/$rowId" params={{ rowId: row.rowId }} className="wo-id">
          {number}
        </Link>
      </Table.Td>
      <Table.Td className="wo-cell-wide">
        {row.customerName} <span className="mute">{row.debtorNumber}</span>
      </Table.Td>
      {withSituation && (
        <Table.Td className="wo-cell-wide">
          <Situation row={row} />
        </Table.Td>
      )}
      <Table.Td className="wo-cell-day mute">{row.workDate === null ? '' : day(row.workDate, language)}</Table.Td>
      <Table.Td className="wo-cell-amount num">{euro(row.amount, language)}</Table.Td>
      {canPick && (
        <Table.Td className="wo-cell-menu">
          <RowMenu accountId={accountId} row={row} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
