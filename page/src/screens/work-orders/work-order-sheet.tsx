/**
 * The left sheet: the work order as OutSmart has it.
 */
import { Paper, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/language.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { Facts } from './facts.tsx';
import { type InvoiceLineShape, LineTag, lookOf } from './line-tag.tsx';
import { OutsideLink } from './outside-link.tsx';
import type { WorkOrderDetail } from './work-orders-answers.ts';

export function WorkOrderSheet({
  workOrder,
  lines,
  litTag,
}: {
  readonly workOrder: WorkOrderDetail['workOrder'];
  readonly lines: readonly InvoiceLineShape[];
  /** The tag whose explanation is open; null for none. */
  readonly litTag: string | null;
}) {
  const texts = useTexts(workOrderTexts);
  const { outsmartUrl, fields, materials, periods } = workOrder;
  const kindOf = (tag: string) => lines.find((line) => line.tag === tag)?.kind;
  return (
    <Paper component="section" withBorder radius="lg" className="wb-sheet" aria-labelledby="werkbon">
      <div className="wb-sheet-head">
        <h2 id="werkbon">{texts.workOrder}</h2>
        {outsmartUrl !== null && <OutsideLink href={outsmartUrl}>{texts.openInOutSmart}</OutsideLink>}
      </div>
      <div className="wb-sheet-body">
        <Facts facts={fields.map(({ label, value }) => ({ label, value, origin: '' }))} />
        {materials.length + periods.length === 0 && <p className="mute">{texts.noLines}</p>}
        {materials.length > 0 && (
          <Lines left={texts.materials} right={texts.quantityAndPrice}>
            {materials.map(({ tag, name, code, quantity, price }) => (
              <Line
                key={tag}
                tag={tag}
                kind={kindOf(tag)}
                isLit={tag === litTag}
                name={name}
                note={code}
                value={quantity}
                valueNote={price}
              />
            ))}
          </Lines>
        )}
        {periods.length > 0 && (
          <Lines left={texts.hours} right={texts.time}>
            {periods.map(({ tag, name, text, time }) => (
              <Line
                key={tag}
                tag={tag}
                kind={kindOf(tag)}
                isLit={tag === litTag}
                name={name}
                note={text}
                value={time}
                valueNote=""
              />
            ))}
          </Lines>
        )}
      </div>
    </Paper>
  );
}

function Lines({
  left,
  right,
  children,
}: {
  readonly left: string;
  readonly right: string;
  readonly children: ReactNode;
}) {
  return (
    <Table className="wb-lines">
      <Table.Thead>
        <Table.Tr>
          <Table.Th colSpan={2}>{left}</Table.Th>
          <Table.Th className="num">{right}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
}

function Line({
  tag,
  kind,
  isLit,
  name,
  note,
  value,
  valueNote,
}: {
  readonly tag: string;
  readonly kind: InvoiceLineShape['kind'] | undefined;
  readonly isLit: boolean;
  readonly name: string;
  readonly note: string;
  readonly value: string;
  readonly valueNote: string;
}) {
  const look = lookOf(kind, isLit);
  return (
    <Table.Tr className={`wb-line wb-line-${look}`}>
      <Table.Td className="wb-cell-tag">
        <LineTag tag={tag} look={look} />
      </Table.Td>
      <Table.Td>
        <span className="wb-line-text">{name}</span>
        <small>{note}</small>
      </Table.Td>
      <Table.Td className="num">
        {value}
        <small>{valueNote}</small>
      </Table.Td>
    </Table.Tr>
  );
}
