/**
 * Above the sheets of an uncertain work order: what was asked and when, when it is looked for, and what a person can say.
 */
import { Alert } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useTexts } from '../../texts/language.ts';
import { questionsTexts } from '../../texts/questions-texts.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { UncertainActs } from './uncertain-acts.tsx';
import type { UncertainQuestion } from './work-orders-answers.ts';

export function UncertainNote({
  accountId,
  question,
  isMisplaced,
}: {
  readonly accountId: string;
  /** Null for one that is not asked about. */
  readonly question: UncertainQuestion | null;
  readonly isMisplaced: boolean;
}) {
  const texts = useTexts(workOrderTexts);
  const { misplaced } = useTexts(questionsTexts);
  return (
    <Alert
      color="violet"
      icon={<IconZoomQuestion stroke={1.75} aria-hidden />}
      title={question?.title ?? texts.uncertain}
      role="note"
      className="wb-uncertain"
    >
      {question === null ? (
        <p>{isMisplaced ? misplaced : texts.uncertainSoon}</p>
      ) : (
        <>
          <p>{question.text}</p>
          <UncertainActs accountId={accountId} question={question} />
        </>
      )}
    </Alert>
  );
}
