/**
 * What only a person can say: whether a draft that was looked for in vain is there, and whether a work order that was changed
 * after its invoice may stay so.
 */
import { Button } from '@mantine/core';
import { IconPencilExclamation, IconZoomQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro, whole } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { questionsTexts } from '../../texts/questions-texts.ts';
import { ChangedActs } from '../work-orders/changed-acts.tsx';
import { DIFFERENCES } from '../work-orders/changed-note.tsx';
import { UncertainActs } from '../work-orders/uncertain-acts.tsx';
import type { ChangedOrder, UncertainQuestion } from '../work-orders/work-orders-answers.ts';
import { OverviewRow } from './overview-row.tsx';
import type { Overview } from './overview-shapes.ts';
import { askedOf, questionsForPerson } from './questions-for-person.ts';

const ROWS_MAX = 5;

export function QuestionRows({ accountId, overview }: { readonly accountId: string; readonly overview: Overview }) {
  const texts = useTexts(questionsTexts);
  const language = useLanguage();
  const [isAll, setAll] = useState(false);
  const uncertain = questionsForPerson(overview);
  const all = askedOf(overview);
  if (all === 0) return null;
  const rows = [
    ...uncertain.map((question) => (
      <UncertainRow key={question.rowId} accountId={accountId} overview={overview} question={question} />
    )),
    ...overview.changedOrders.map((changed) => (
      <ChangedRow key={changed.rowId} accountId={accountId} changed={changed} />
    )),
  ];
  return (
    <>
      <ul className="overview-causes soft">{isAll ? rows : rows.slice(0, ROWS_MAX)}</ul>
      {!isAll && all > ROWS_MAX && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {texts.showAll(whole(all, language))}
        </Button>
      )}
    </>
  );
}

/** Also used for what is still being looked up, which then has nothing to press but to look. */
export function UncertainRow({
  accountId,
  overview,
  question,
}: {
  readonly accountId: string;
  readonly overview: Overview;
  readonly question: UncertainQuestion;
}) {
  const texts = useTexts(questionsTexts);
  const { oneOrder } = useTexts(overviewTexts);
  const language = useLanguage();
  const { rowId, title, text } = question;
  const amount = overview.uncertain.find((row) => row.rowId === rowId)?.amount;
  return (
    <OverviewRow
      mark={
        <span className="overview-dot violet">
          <IconZoomQuestion size={20} stroke={1.75} aria-hidden />
        </span>
      }
      title={title}
      text={text}
      acts={<UncertainActs accountId={accountId} question={question} />}
      quantity={oneOrder}
      amount={amount === undefined ? '' : euro(amount, language)}
      act={
        <Button
          renderRoot={(root) => <Link to="/werkbonnen/$rowId" params={{ rowId }} {...root} />}
          variant="default"
          fullWidth
          aria-label={`${texts.look}: ${title}`}
        >
          {texts.look}
        </Button>
      }
    />
  );
}

function ChangedRow({ accountId, changed }: { readonly accountId: string; readonly changed: ChangedOrder }) {
  const texts = useTexts(questionsTexts);
  const { oneOrder } = useTexts(overviewTexts);
  const { rowId, title, text } = changed;
  return (
    <OverviewRow
      mark={
        <span className="overview-dot amber">
          <IconPencilExclamation size={20} stroke={1.75} aria-hidden />
        </span>
      }
      title={title}
      text={text}
      acts={<ChangedActs accountId={accountId} changed={changed} />}
      quantity={oneOrder}
      amount=""
      act={
        <Button
          renderRoot={(root) => <Link to="/werkbonnen/$rowId" params={{ rowId }} hash={DIFFERENCES} {...root} />}
          variant="default"
          fullWidth
          aria-label={`${texts.showDifferences}: ${title}`}
        >
          {texts.showDifferences}
        </Button>
      }
    />
  );
}
