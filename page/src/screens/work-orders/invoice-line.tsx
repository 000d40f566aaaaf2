/**
 * One line of the invoice, and under it, when asked, why it is what it is.
 */
import { Anchor, Collapse, Table } from '@mantine/core';
import { useId } from 'react';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro } from '../../texts/numbers.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { type InvoiceLineShape, LineTag, lookOf } from './line-tag.tsx';

export function InvoiceLine({
  line,
  isOpen,
  onToggle,
}: {
  readonly line: InvoiceLineShape;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const texts = useTexts(workOrderTexts);
  const language = useLanguage();
  const id = useId();
  const look = lookOf(line.kind, isOpen);
  const { quantity, unitPrice } = line;
  const priced = [quantity?.value, unitPrice?.value].filter((value) => value !== undefined).join(' × ');
  return (
    <>
      <Table.Tr className={`wb-line wb-line-${look} wb-kind-${line.kind}`}>
        <Table.Td className="wb-cell-tag">
          <LineTag tag={line.tag} look={look} />
        </Table.Td>
        <Table.Td colSpan={line.kind === 'text' || line.kind === 'left-out' ? 4 : 1}>
          <span className="wb-line-text">{line.text.value}</span>
          {priced !== '' && <small className="wb-narrow">{priced}</small>}
          <small>
            {line.note}
            {line.note !== '' && line.kind !== 'left-out' && ' · '}
            {line.kind !== 'left-out' && (
              <Anchor
                component="button"
                type="button"
                className="wb-why"
                aria-expanded={isOpen}
                aria-controls={`${id}-why`}
                onClick={onToggle}
              >
                {isOpen ? texts.close : texts.why}
                <span className="sr"> {texts.whyOf(line.text.value)}</span>
              </Anchor>
            )}
          </small>
        </Table.Td>
        {line.kind !== 'text' && line.kind !== 'left-out' && (
          <>
            <Table.Td className="num wb-wide">{quantity?.value}</Table.Td>
            <Table.Td className="num wb-wide">{unitPrice?.value}</Table.Td>
            <Table.Td className="num">{line.total === null ? '' : euro(line.total, language)}</Table.Td>
          </>
        )}
      </Table.Tr>
      {line.kind !== 'left-out' && (
        <Table.Tr className={isOpen ? 'wb-line-lit wb-explained' : 'wb-explained'} id={`${id}-why`}>
          <Table.Td colSpan={5}>
            <Collapse expanded={isOpen} keepMounted={false}>
              <Explanation line={line} />
            </Collapse>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Explanation({ line }: { readonly line: InvoiceLineShape }) {
  const texts = useTexts(workOrderTexts);
  const language = useLanguage();
  const steps = (['text', 'code', 'quantity', 'unit', 'unitPrice', 'vat'] as const).flatMap((part) => {
    const traced = line[part];
    return traced && traced.origin !== '' ? { part, ...traced } : [];
  });
  const amount = [line.quantity?.value ?? '', line.unit?.value ?? ''].filter((text) => text !== '').join(' ');
  return (
    <div className="wb-explanation">
      <h3>
        {line.total === null || amount === '' ? texts.whyText : texts.whyAmount(amount, euro(line.total, language))}
      </h3>
      <dl>
        {steps.map(({ part, origin, value }) => (
          <div key={part}>
            <dt>{texts.steps[part]}</dt>
            <dd>{origin}</dd>
            {part !== 'text' && <dd className="wb-step-value">{value}</dd>}
          </div>
        ))}
      </dl>
    </div>
  );
}
