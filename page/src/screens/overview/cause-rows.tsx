/**
 * What waits for a person: one cause, one row, one button that leads to where the whole group is freed.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { CauseIcon } from '../work-orders/cause-icon.tsx';
import { Repairs } from '../work-orders/repairs.tsx';
import { useCounted } from './counted.ts';
import { OverviewRow } from './overview-row.tsx';
import type { Cause } from './overview-shapes.ts';

const ROWS_MAX = 8;

export function CauseRows({ accountId, causes }: { readonly accountId: string; readonly causes: readonly Cause[] }) {
  const texts = useTexts(overviewTexts);
  const counted = useCounted();
  const more = causes.length - ROWS_MAX;
  return (
    <>
      <ul className="overview-causes">
        {causes.slice(0, ROWS_MAX).map((cause) => (
          <CauseRow key={cause.causeId} accountId={accountId} cause={cause} />
        ))}
      </ul>
      {more > 0 && (
        <p className="overview-more">
          <Link to="/werkbonnen" search={{ stand: 'waiting' }}>
            {texts.moreCauses(counted(more))}
          </Link>
        </p>
      )}
    </>
  );
}

function CauseRow({ accountId, cause }: { readonly accountId: string; readonly cause: Cause }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const counted = useCounted();
  const act = useActOf(cause);
  return (
    <OverviewRow
      mark={<CauseIcon reason={cause.reason} />}
      title={cause.title}
      text={cause.text}
      acts={isMadeAgain(cause) && <DeletedActs accountId={accountId} cause={cause} />}
      quantity={texts.orders(counted(cause.tally.count))}
      amount={euro(cause.tally.amount, language)}
      act={
        <Button
          renderRoot={(root) => (
            <Link to="/werkbonnen" search={{ stand: 'waiting', oorzaak: cause.causeId }} {...root} />
          )}
          variant="default"
          fullWidth
          aria-label={`${act}: ${cause.title}`}
        >
          {act}
        </Button>
      }
    />
  );
}

/** A deleted draft is a question more than a repair: it can be answered where it is asked. */
function isMadeAgain({ repairs }: Cause): boolean {
  return repairs.includes('make-again');
}

function DeletedActs({ accountId, cause }: { readonly accountId: string; readonly cause: Cause }) {
  return useMay('office') ? (
    <div className="wo-question">
      <Repairs accountId={accountId} cause={cause} without={[]} isQuiet />
    </div>
  ) : null;
}

/** Names what is done there; who may not do it can look. */
function useActOf({ repairs }: Cause): string {
  const texts = useTexts(overviewTexts);
  const mayAct = useMay('office');
  if (!mayAct) return texts.look;
  switch (repairs[0]) {
    case 'make-again':
      // What is done about it stands beside.
      return texts.look;
    case 'choose-hour-type':
      return texts.chooseHourType;
    case 'choose-sales-type':
      return texts.chooseSalesType;
    case 'choose-vat':
      return texts.chooseVat;
    default:
      return texts.solve;
  }
}
