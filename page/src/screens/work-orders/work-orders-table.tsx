/**
 * Work orders as a table, of a cause or of a place: to open, to select, and to handle one by one.
 */
import { Checkbox, Table } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { SelectionBar } from './selection-bar.tsx';
import { WorkOrderLine } from './work-order-line.tsx';
import type { Place, WorkOrderRow } from './work-orders-answers.ts';
import './work-orders-table.css';

/** In these places a person can handle work orders by hand, or take them back. */
const DECIDABLE: ReadonlySet<Place> = new Set(['waiting', 'ready', 'skipped']);

export function WorkOrdersTable({
  accountId,
  place,
  rows,
  withSituation = false,
}: {
  readonly accountId: string;
  readonly place: Place;
  readonly rows: readonly WorkOrderRow[];
  /** Also why each stands where it stands; under a cause that is said already. */
  readonly withSituation?: boolean;
}) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const [picked, pick] = useState<ReadonlySet<string>>(new Set());
  const canPick = useMay('office') && DECIDABLE.has(place);
  // What left the list is no longer selected.
  const selected = rows.filter(({ rowId }) => picked.has(rowId));
  const toggle = (rowId: string) => {
    const next = new Set(picked);
    if (!next.delete(rowId)) next.add(rowId);
    pick(next);
  };
  const isAll = rows.length > 0 && selected.length === rows.length;
  return (
    <>
      {selected.length > 0 && (
        <SelectionBar accountId={accountId} place={place} rows={selected} onClear={() => pick(new Set())} />
      )}
      <Table className={canPick ? 'wo-rows wo-pick' : 'wo-rows'} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {canPick && (
              <Table.Th>
                <Checkbox
                  size="xs"
                  aria-label={texts.selectAll(whole(rows.length, language))}
                  checked={isAll}
                  indeterminate={selected.length > 0 && !isAll}
                  onChange={() => pick(new Set(isAll ? [] : rows.map(({ rowId }) => rowId)))}
                />
              </Table.Th>
            )}
            <Table.Th>{texts.columns.workOrder}</Table.Th>
            <Table.Th>{texts.columns.customer}</Table.Th>
            {withSituation && <Table.Th>{situationHead(place, texts.columns)}</Table.Th>}
            <Table.Th>{texts.columns.workDate}</Table.Th>
            <Table.Th className="num">{texts.columns.amount}</Table.Th>
            {canPick && (
              <Table.Th>
                <span className="sr">{texts.columns.actions}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <WorkOrderLine
              key={row.rowId}
              accountId={accountId}
              row={row}
              withSituation={withSituation}
              canPick={canPick}
              isPicked={picked.has(row.rowId)}
              onPick={() => toggle(row.rowId)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function situationHead(place: Place, columns: (typeof workOrdersTexts)['nl']['columns']): string {
  return {
    waiting: columns.cause,
    ready: columns.state,
    uncertain: columns.again,
    invoiced: columns.invoice,
    skipped: columns.decidedBy,
  }[place];
}
