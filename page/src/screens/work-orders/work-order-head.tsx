/**
 * Above a work order: the way back, whose it is, when it was carried out, how it stands.
 */
import { Breadcrumbs, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { StateMark } from '../../frame/state-mark.tsx';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day } from '../../texts/numbers.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { numberOf, type WorkOrderRow } from './work-orders-answers.ts';

export function WorkOrderHead({
  rowId,
  orderNumber,
  row,
}: {
  readonly rowId: string;
  readonly orderNumber: string;
  /** Null when no run has met it yet. */
  readonly row: WorkOrderRow | null;
}) {
  const texts = useTexts(workOrderTexts);
  const listTexts = useTexts(workOrdersTexts);
  const words = useTexts(frameTexts).states;
  const language = useLanguage();
  const number = numberOf({ orderNumber, rowId });
  const customer = row?.customerName ?? '';
  return (
    <>
      <nav aria-label={texts.trail}>
        <Breadcrumbs
          className="wb-trail"
          separator={<IconChevronRight size={15} stroke={1.75} aria-hidden />}
          separatorMargin={6}
        >
          <Link to="/werkbonnen">{listTexts.title}</Link>
          {row && (
            <Link to="/werkbonnen" search={{ stand: row.place }}>
              {words[row.place]}
            </Link>
          )}
          <span aria-current="page">{number}</span>
        </Breadcrumbs>
      </nav>
      <div className="wb-head">
        <div>
          <Title order={1} className="wb-title">
            {customer === '' ? texts.title(number) : texts.titleFor(number, customer)}
          </Title>
          {row?.workDate && <p className="mute">{texts.carriedOut(day(row.workDate, language))}</p>}
        </div>
        {row && <StateMark state={row.state === 'sending' ? 'sending' : row.place} />}
      </div>
    </>
  );
}
