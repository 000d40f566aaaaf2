/**
 * One work order beside the invoice that it becomes or became: every value with where it comes from.
 */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useCompany } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { History } from './history.tsx';
import { InvoiceSheet } from './invoice-sheet.tsx';
import { KnownWorkOrder } from './known-work-order.tsx';
import { RunStrip } from './run-strip.tsx';
import { Told } from './told.tsx';
import './work-order.css';
import { WorkOrderHead } from './work-order-head.tsx';
import { WorkOrderNotes } from './work-order-notes.tsx';
import { WorkOrderSheet } from './work-order-sheet.tsx';
import './work-orders.css';
import { numberOf, type WorkOrderDetail } from './work-orders-answers.ts';

export function WorkOrderScreen() {
  const { accountId } = useCompany();
  const { rowId } = useParams({ from: '/framed/werkbonnen/$rowId' });
  const answer = useAnswer('GET /api/accounts/:accountId/work-orders/:rowId', { params: { accountId, rowId } });
  if (answer.data) return <Shown key={rowId} accountId={accountId} detail={answer.data} />;
  if (answer.error)
    return (
      <KnownWorkOrder accountId={accountId} rowId={rowId} error={answer.error} retry={() => void answer.refetch()} />
    );
  return <RowsSkeleton rows={8} />;
}

function Shown({ accountId, detail }: { readonly accountId: string; readonly detail: WorkOrderDetail }) {
  const texts = useTexts(workOrderTexts);
  usePageTitle(texts.title(numberOf(detail)));
  const [openLine, setOpenLine] = useState<number | null>(null);
  const { lines } = detail.invoice;
  const litTag = openLine === null ? null : (lines[openLine]?.tag ?? null);
  return (
    <Told
      accountId={accountId}
      about={detail.rowId}
      head={<WorkOrderHead rowId={detail.rowId} orderNumber={detail.orderNumber} row={detail.row} />}
    >
      <RunStrip accountId={accountId} />
      <WorkOrderNotes accountId={accountId} detail={detail} />
      <div className="wb-sheets">
        <div className="wb-left">
          <WorkOrderSheet workOrder={detail.workOrder} lines={lines} litTag={litTag} />
          <History entries={detail.history} />
        </div>
        <InvoiceSheet
          invoice={detail.invoice}
          openLine={openLine}
          onToggle={(line) => setOpenLine(line === openLine ? null : line)}
        />
      </div>
    </Told>
  );
}
