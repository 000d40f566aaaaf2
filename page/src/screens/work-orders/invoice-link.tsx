/**
 * The invoice of a work order by its number in Asperion, as a link when it has a page there.
 */
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { OutsideLink } from './outside-link.tsx';
import type { WorkOrderRow } from './work-orders-answers.ts';

export function InvoiceLink({ row }: { readonly row: WorkOrderRow }) {
  const texts = useTexts(workOrdersTexts);
  const { invoiceNumber, invoiceId, invoiceUrl } = row;
  const name = invoiceNumber ?? (invoiceId === null ? '' : texts.draft(invoiceId));
  if (!invoiceUrl || name === '') return <span className="mute">{name}</span>;
  return <OutsideLink href={invoiceUrl}>{name}</OutsideLink>;
}
