/**
 * One thing that can be imported: whether it is, when that last happened, and the round button that does it now (S3).
 */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime, whole } from '../../texts/numbers.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { synchronisationTexts } from '../../texts/synchronisation-texts.ts';
import { RunGoing } from './run-going.tsx';
import type { SettingsPart } from './setting-fields.tsx';
import { StartImport } from './start-buttons.tsx';
import { placeOf } from './use-settings-form.ts';
import type { Obstacle } from './use-start.ts';

type ImportJob = 'debtors' | 'articles' | 'hourtypes';

interface ImportOptionProps {
  readonly part: SettingsPart;
  readonly accountId: string;
  readonly field: 'importDebtors' | 'importArticles' | 'hourTypesOn';
  readonly job: ImportJob;
  readonly text: string;
  readonly obstacle: Obstacle | null;
  readonly children?: ReactNode;
}

export function ImportOption({ part, accountId, field, job, text, obstacle, children }: ImportOptionProps) {
  const texts = useTexts(settingsTexts);
  const { notBefore } = useTexts(synchronisationTexts);
  const { form, isReadOnly } = part;
  const label = texts.labels[field];
  return (
    <div className="set-option">
      <Checkbox
        id={placeOf(field)}
        label={label}
        description={text}
        checked={form.draft[field]}
        disabled={isReadOnly}
        onChange={(event) => form.set({ [field]: event.currentTarget.checked })}
      />
      <LastImport accountId={accountId} job={job} />
      <StartImport accountId={accountId} job={job} obstacle={obstacle} label={texts.importNow(label)} />
      {children && <div className="set-option-rest">{children}</div>}
      <RunGoing accountId={accountId} job={job} />
      {obstacle === 'hourTypesOn' && (
        <p className="set-help set-option-rest" id="start-hourtypes-reason">
          {notBefore.hourTypesOn}
        </p>
      )}
    </div>
  );
}

type Run = AnswerOf<'GET /api/accounts/:accountId/runs'>['items'][number];

/** When it was last imported and how many there were then; blank when it never was. */
function LastImport({ accountId, job }: { readonly accountId: string; readonly job: ImportJob }) {
  const texts = useTexts(settingsTexts);
  const { lastFailed } = useTexts(synchronisationTexts);
  const language = useLanguage();
  const last = useAnswer('GET /api/accounts/:accountId/runs', {
    params: { accountId },
    query: { job, pageSize: 5 },
  }).data?.items.find(({ finishedAt, state }) => finishedAt !== null && state !== 'cancelled');
  if (!last?.finishedAt) return <span className="set-when" />;
  return (
    <span className="set-when">
      {dayAndTime(last.finishedAt, language)}
      <br />
      {last.state === 'failed' ? lastFailed : texts.imported[job](whole(recordsIn(last), language))}
    </span>
  );
}

function recordsIn({ columns }: Run): number {
  return (columns.new ?? 0) + (columns.changed ?? 0) + (columns.unchanged ?? 0);
}
