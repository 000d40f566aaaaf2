/**
 * The mark that a line of the work order shares with the line of the invoice that comes from it.
 */
import { useTexts } from '../../texts/language.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import type { WorkOrderDetail } from './work-orders-answers.ts';
import './work-order-lines.css';

export type InvoiceLineShape = WorkOrderDetail['invoice']['lines'][number];

/** How a line stands out: `held` waits for something, `off` is not invoiced, `lit` is being explained. */
export type LineLook = 'held' | 'off' | 'lit' | 'text' | 'plain';

export function lookOf(kind: InvoiceLineShape['kind'] | undefined, isLit: boolean): LineLook {
  if (isLit) return 'lit';
  if (kind === 'held') return 'held';
  if (kind === 'left-out') return 'off';
  return kind === 'text' ? 'text' : 'plain';
}

export function LineTag({ tag, look }: { readonly tag: string; readonly look: LineLook }) {
  const texts = useTexts(workOrderTexts);
  return (
    <span className={`wb-tag wb-tag-${look}`}>
      <span className="sr">{texts.lineTag} </span>
      {tag}
    </span>
  );
}
