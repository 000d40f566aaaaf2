/**
 * What is being looked up and needs nobody.
 */
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../texts/language.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { useCounted } from './counted.ts';
import type { Overview } from './overview-shapes.ts';
import { UncertainRow } from './question-rows.tsx';

const ROWS_MAX = 5;

export function UncertainRows({ accountId, overview }: { readonly accountId: string; readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const counted = useCounted();
  const questions = overview.uncertainQuestions.filter(({ isForPerson }) => !isForPerson);
  const more = questions.length - ROWS_MAX;
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="overview-solve">
      <h2 id="overview-solve" className="overview-quiet">
        {texts.weSolve}
      </h2>
      <ul className="overview-causes soft">
        {questions.slice(0, ROWS_MAX).map((question) => (
          <UncertainRow key={question.rowId} accountId={accountId} overview={overview} question={question} />
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
