/**
 * The right sheet: the draft invoice as it is or would be, with where everything on it comes from.
 */
import { Paper, Table } from '@mantine/core';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro } from '../../texts/numbers.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { Facts } from './facts.tsx';
import { InvoiceLine } from './invoice-line.tsx';
import { OutsideLink } from './outside-link.tsx';
import type { WorkOrderDetail } from './work-orders-answers.ts';

type Invoice = WorkOrderDetail['invoice'];

export function InvoiceSheet({
  invoice,
  openLine,
  onToggle,
}: {
  readonly invoice: Invoice;
  readonly openLine: number | null;
  readonly onToggle: (line: number) => void;
}) {
  const texts = useTexts(workOrderTexts);
  const { debtor, reference, date, description, lines } = invoice;
  // Several lines of text may share a tag.
  const placed = lines.map((line, place) => ({ line, place }));
  const facts = [
    { label: texts.debtor, traced: debtor },
    { label: texts.reference, traced: reference },
    { label: texts.date, traced: date },
    { label: texts.description, traced: description },
  ].flatMap(({ label, traced }) => (traced ? { label, ...traced } : []));
  return (
    <Paper component="section" withBorder radius="lg" className="wb-sheet wb-invoice" aria-labelledby="factuur">
      <div className="wb-sheet-head">
        <h2 id="factuur">{invoice.invoiceNumber === null ? texts.draft : texts.invoice(invoice.invoiceNumber)}</h2>
        <span className="wb-stage">
          <span className="mute">{texts.states[invoice.state]}</span>
          {invoice.asperionUrl !== null && <OutsideLink href={invoice.asperionUrl}>{texts.openInAsperion}</OutsideLink>}
        </span>
      </div>
      <div className="wb-sheet-body">
        {invoice.state === 'deleted' && <p className="wb-note">{texts.deletedNote}</p>}
        {invoice.note !== '' && <p className="wb-note">{invoice.note}</p>}
        <Facts facts={facts} />
        {lines.length === 0 ? (
          <p className="mute">{texts.noInvoice}</p>
        ) : (
          <>
            <Table className="wb-lines">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th colSpan={2}>{texts.line}</Table.Th>
                  <Table.Th className="num wb-wide">{texts.quantity}</Table.Th>
                  <Table.Th className="num wb-wide">{texts.price}</Table.Th>
                  <Table.Th className="num">{texts.amount}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {placed.map(({ line, place }) => (
                  <InvoiceLine key={place} line={line} isOpen={place === openLine} onToggle={() => onToggle(place)} />
                ))}
              </Table.Tbody>
            </Table>
            <Totals invoice={invoice} />
          </>
        )}
      </div>
    </Paper>
  );
}

function Totals({ invoice }: { readonly invoice: Invoice }) {
  const texts = useTexts(workOrderTexts);
  const language = useLanguage();
  const { vat, total, totalWithVat } = invoice;
  return (
    <dl className="wb-totals">
      <div>
        <dt>{texts.total}</dt>
        <dd>{euro(total, language)}</dd>
      </div>
      {vat.map((part) => (
        <div key={part.name}>
          <dt>{vat.length === 1 ? part.name : texts.over(part.name, euro(part.base, language))}</dt>
          <dd>{euro(part.vat, language)}</dd>
        </div>
      ))}
      {totalWithVat === null ? (
        <div>
          <dt>{texts.vatUnknown}</dt>
          <dd />
        </div>
      ) : (
        <div className="wb-sum">
          <dt>{texts.totalWithVat}</dt>
          <dd>{euro(totalWithVat, language)}</dd>
        </div>
      )}
    </dl>
  );
}
