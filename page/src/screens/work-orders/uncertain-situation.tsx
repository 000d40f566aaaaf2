/**
 * What happens to an uncertain work order of a list, or what a person is asked about it.
 */
import { useOverview } from '../../frame/overview-answer.ts';
import { useCompany } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment } from '../../texts/moment-words.ts';
import { questionsTexts } from '../../texts/questions-texts.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { UncertainActs } from './uncertain-acts.tsx';
import type { WorkOrderRow } from './work-orders-answers.ts';

export function UncertainSituation({ row }: { readonly row: WorkOrderRow }) {
  const texts = useTexts(workOrdersTexts);
  const { misplaced } = useTexts(questionsTexts);
  const language = useLanguage();
  const { accountId } = useCompany();
  // The newest ones stand there with their questions; of any others their own page tells.
  const question = useOverview(accountId).data?.uncertainQuestions.find(({ rowId }) => rowId === row.rowId);
  if (question)
    return (
      <>
        <span className="mute">{question.text}</span>
        <UncertainActs accountId={accountId} question={question} />
      </>
    );
  if (row.state === 'misplaced') return <span className="mute">{misplaced}</span>;
  const at = row.looksAgainAt;
  return <span className="mute">{at === null ? texts.looksAgainSoon : texts.looksAgain(atMoment(at, language))}</span>;
}
