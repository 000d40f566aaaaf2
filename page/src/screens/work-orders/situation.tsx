/**
 * Why a work order stands where it stands, in a few words.
 */
import { StateMark } from '../../frame/state-mark.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { InvoiceLink } from './invoice-link.tsx';
import { UncertainSituation } from './uncertain-situation.tsx';
import type { WorkOrderRow } from './work-orders-answers.ts';

export function Situation({ row }: { readonly row: WorkOrderRow }) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  switch (row.place) {
    case 'waiting': {
      const [first, ...others] = row.causes;
      if (!first) return null;
      return (
        <span className="mute">
          {first.title} {others.length > 0 && <b>{texts.moreCauses(others.length)}</b>}
        </span>
      );
    }
    case 'ready':
      return <StateMark state={row.state === 'sending' ? 'sending' : 'ready'} />;
    case 'uncertain':
      return <UncertainSituation row={row} />;
    case 'invoiced':
      return <InvoiceLink row={row} />;
    case 'skipped':
      return (
        <span className="mute">
          {row.decidedBy ? `${row.decidedBy}, ` : ''}
          {dayAndTime(row.stateSince, language)}
        </span>
      );
  }
}
