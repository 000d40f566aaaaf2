/**
 * What is being looked up and needs nobody.
 */
import { Button } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment } from '../../texts/moment-words.ts';
import { euro } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { useCounted } from './counted.ts';
import { OverviewRow } from './overview-row.tsx';
import type { Overview } from './overview-shapes.ts';

const ROWS_MAX = 5;

export function UncertainRows({ orders }: { readonly orders: Overview['uncertain'] }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const counted = useCounted();
  const more = orders.length - ROWS_MAX;
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby="overview-solve">
      <h2 id="overview-solve" className="overview-quiet">
        {texts.weSolve}
      </h2>
      <ul className="overview-causes soft">
        {orders.slice(0, ROWS_MAX).map(({ rowId, orderNumber, amount, looksAgainAt }) => (
          <OverviewRow
            key={rowId}
            mark={
              <span className="overview-dot violet">
                <IconZoomQuestion size={20} stroke={1.75} aria-hidden />
              </span>
            }
            title={texts.uncertainTitle(orderNumber)}
            text={looksAgainAt === null ? texts.uncertainSoon : texts.uncertainAt(atMoment(looksAgainAt, language))}
            quantity={texts.oneOrder}
            amount={euro(amount, language)}
            act={
              <Button
                renderRoot={(root) => <Link to="/werkbonnen/$rowId" params={{ rowId }} {...root} />}
                variant="default"
                fullWidth
                aria-label={`${texts.look}: ${texts.uncertainTitle(orderNumber)}`}
              >
                {texts.look}
              </Button>
            }
          />
        ))}
      </ul>
      {more > 0 && (
        <p className="overview-more">
          <Link to="/werkbonnen" search={{ stand: 'uncertain' }}>
            {texts.moreUncertain(counted(more))}
          </Link>
        </p>
      )}
    </section>
  );
}
