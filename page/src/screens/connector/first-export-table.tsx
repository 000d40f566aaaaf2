/**
 * The work orders that are up for ticking, a part at a time: a company may begin with thousands.
 */
import { Button, Checkbox, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { StateMark } from '../../frame/state-mark.tsx';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day, euro, whole } from '../../texts/numbers.ts';
import { useCounted } from '../overview/counted.ts';
import type { OfferedOrder } from './first-export-choice.ts';

const ROWS_FIRST = 10;
const ROWS_MORE = 100;

export function FirstExportTable({
  orders,
  unticked,
  untick,
  mayTick,
}: {
  readonly orders: readonly OfferedOrder[];
  readonly unticked: ReadonlySet<string>;
  readonly untick: (unticked: ReadonlySet<string>) => void;
  readonly mayTick: boolean;
}) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  const counted = useCounted();
  const [shown, show] = useState(ROWS_FIRST);
  const ticked = orders.filter(({ rowId }) => !unticked.has(rowId)).length;
  const more = Math.min(ROWS_MORE, orders.length - shown);
  const tick = (rowIds: readonly string[], isTicked: boolean) => {
    const changed = new Set(unticked);
    for (const rowId of rowIds)
      if (isTicked) changed.delete(rowId);
      else changed.add(rowId);
    untick(changed);
  };
  return (
    <div className="first-export-list">
      <Table verticalSpacing={10} horizontalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Checkbox
                size="xs"
                aria-label={texts.allOf(whole(orders.length, language))}
                checked={ticked === orders.length}
                indeterminate={ticked > 0 && ticked < orders.length}
                disabled={!mayTick}
                onChange={(event) =>
                  tick(
                    orders.map(({ rowId }) => rowId),
                    event.currentTarget.checked,
                  )
                }
              />
            </Table.Th>
            <Table.Th>{texts.order}</Table.Th>
            <Table.Th>{texts.relation}</Table.Th>
            <Table.Th>{texts.worked}</Table.Th>
            <Table.Th className="num">{texts.amount}</Table.Th>
            <Table.Th>{texts.happens}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.slice(0, shown).map((order) => (
            <Row
              key={order.rowId}
              order={order}
              isTicked={!unticked.has(order.rowId)}
              mayTick={mayTick}
              tick={(isTicked) => tick([order.rowId], isTicked)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {more > 0 && (
        <div className="first-export-foot">
          <span>{texts.shown(whole(shown, language), counted(orders.length))}</span>
          <Button variant="subtle" onClick={() => show(shown + ROWS_MORE)}>
            {texts.showMore(whole(more, language))}
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({
  order,
  isTicked,
  mayTick,
  tick,
}: {
  readonly order: OfferedOrder;
  readonly isTicked: boolean;
  readonly mayTick: boolean;
  readonly tick: (isTicked: boolean) => void;
}) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  const { rowId, orderNumber, customerName, workDate, amount, place, causes } = order;
  const why = causes[0]?.title;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={texts.takes(orderNumber)}
          checked={isTicked}
          disabled={!mayTick}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td className="first-export-order">
        <Link to="/werkbonnen/$rowId" params={{ rowId }}>
          {orderNumber}
        </Link>
      </Table.Td>
      <Table.Td className="first-export-name">{customerName}</Table.Td>
      <Table.Td className="first-export-day mute">{workDate === null ? '' : day(workDate, language)}</Table.Td>
      <Table.Td className="num first-export-amount">{euro(amount, language)}</Table.Td>
      <Table.Td className="first-export-happens">
        {!isTicked && <StateMark state="skipped">{texts.stays}</StateMark>}
        {isTicked && place === 'ready' && <StateMark state="ready">{texts.goes}</StateMark>}
        {isTicked && place !== 'ready' && (
          <StateMark state="waiting">
            {why === undefined ? texts.waits : texts.waitsFor(why.replace(/\.$/, ''))}
          </StateMark>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
