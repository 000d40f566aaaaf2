/**
 * What can be done about a work order that was changed after its invoice: look at the invoice, or let it be so.
 */
import { Button } from '@mantine/core';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { questionsTexts } from '../../texts/questions-texts.ts';
import './buttons.css';
import { useDecide } from './decide.ts';
import { OutsideLink } from './outside-link.tsx';
import './questions.css';
import type { ChangedOrder } from './work-orders-answers.ts';

export function ChangedActs({ accountId, changed }: { readonly accountId: string; readonly changed: ChangedOrder }) {
  const texts = useTexts(questionsTexts);
  const mayDecide = useMay('office');
  const { decide, isPending } = useDecide(accountId);
  const { rowId, title, asperionUrl } = changed;
  if (!mayDecide && asperionUrl === null) return null;
  return (
    <div className="wo-question">
      <div className="wo-buttons">
        {mayDecide && (
          <Button
            variant="default"
            loading={isPending}
            aria-label={`${texts.keep}: ${title}`}
            onClick={() => decide('keep-invoice', [rowId])}
          >
            {texts.keep}
          </Button>
        )}
        {asperionUrl !== null && <OutsideLink href={asperionUrl}>{texts.openInAsperion}</OutsideLink>}
      </div>
    </div>
  );
}
