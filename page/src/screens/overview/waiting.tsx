/**
 * All that needs a person, and beneath it what is being looked up and needs nobody.
 */
import { IconCircleCheck, IconClipboardList } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment } from '../../texts/moment-words.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { CauseRows } from './cause-rows.tsx';
import type { Overview } from './overview-shapes.ts';
import { QuestionRows } from './question-rows.tsx';
import { askedOf } from './questions-for-person.ts';
import { UncertainRows } from './uncertain-rows.tsx';

export function Waiting({ accountId, overview }: { readonly accountId: string; readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const { causes } = overview;
  const isAnything = causes.length > 0 || askedOf(overview) > 0;
  return (
    <>
      <section aria-labelledby="overview-waiting">
        <div className="overview-sec-h">
          <h2 id="overview-waiting">{texts.waitsForYou}</h2>
          {causes.length > 0 && (
            <Link to="/werkbonnen" search={{ stand: 'waiting' }}>
              {texts.allWaiting}
            </Link>
          )}
        </div>
        {causes.length > 0 && <CauseRows accountId={accountId} causes={causes} />}
        <QuestionRows accountId={accountId} overview={overview} />
        {!isAnything && <NothingWaits overview={overview} />}
      </section>
      <UncertainRows accountId={accountId} overview={overview} />
    </>
  );
}

function NothingWaits({ overview: { balance, nextExportAt } }: { readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const isAhead = nextExportAt !== null && Date.parse(nextExportAt) > Date.now();
  const when = isAhead ? atMoment(nextExportAt, language) : '';
  const isNew = balance.thisMonthTotal.count + balance.earlierTotal.count === 0;
  return (
    <div className="overview-empty">
      {isNew ? (
        <IconClipboardList size={22} stroke={1.75} className="c-grey" aria-hidden />
      ) : (
        <IconCircleCheck size={22} stroke={1.75} className="c-green" aria-hidden />
      )}
      <p>
        <b>{isNew ? texts.noOrdersYet : texts.nothingWaits}</b>{' '}
        {isNew ? texts.noOrdersYetDo(when) : isAhead && texts.nothingWaitsNext(when)}
      </p>
    </div>
  );
}
