/**
 * The invoice of a work order by its number in Asperion, as a link when it has a page there, and how far it has come.
 */
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { OutsideLink } from './outside-link.tsx';
import type { WorkOrderRow } from './work-orders-answers.ts';

export function InvoiceLink({ row }: { readonly row: WorkOrderRow }) {
  const texts = useTexts(workOrdersTexts);
  const { invoiceUrl, invoiceStage } = row;
  const name = useInvoiceName(row);
  return (
    <>
      {!invoiceUrl || name === '' ? (
        <span className="mute">{name}</span>
      ) : (
        <OutsideLink href={invoiceUrl}>{name}</OutsideLink>
      )}
      {/* Of a draft the name says so already. */}
      {invoiceStage !== null && invoiceStage !== 'draft' && <span className="mute"> {texts.stages[invoiceStage]}</span>}
    </>
  );
}

/** Empty for one that only a person has seen. */
function useInvoiceName({ invoiceNumber, invoiceId, invoiceStage }: WorkOrderRow): string {
  const texts = useTexts(workOrdersTexts);
  if (invoiceNumber !== null) return texts.invoice(invoiceNumber);
  if (invoiceId === null) return '';
  return invoiceStage === 'final' || invoiceStage === 'paid' ? texts.fromDraft(invoiceId) : texts.draft(invoiceId);
}
