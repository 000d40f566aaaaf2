/**
 * The invoice of a work order by its number in Asperion, as a link when it has a page there.
 */
import { IconExternalLink } from '@tabler/icons-react';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import type { WorkOrderRow } from './work-orders-answers.ts';

export function InvoiceLink({ row }: { readonly row: WorkOrderRow }) {
  const texts = useTexts(workOrdersTexts);
  const { invoiceNumber, invoiceId, invoiceUrl } = row;
  const name = invoiceNumber ?? (invoiceId === null ? '' : texts.draft(invoiceId));
  if (!invoiceUrl || name === '') return <span className="mute">{name}</span>;
  return (
    <a href={invoiceUrl} target="_blank" rel="noreferrer">
      {name} <IconExternalLink size={14} stroke={1.75} aria-hidden />
      <span className="sr"> {texts.opensNewTab}</span>
    </a>
  );
}
