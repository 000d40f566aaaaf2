/**
 * One thing that can be imported: whether it is, when that last happened, and the round button that does it now (S3).
 */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/answers.ts';
import type { Run } from '../../api/current-run.ts';
import { type Language, useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime, whole } from '../../texts/numbers.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { synchronisationTexts } from '../../texts/synchronisation-texts.ts';
import { RunGoing } from './run-going.tsx';
import type { SettingsPart } from './setting-fields.tsx';
import { StartImport } from './start-buttons.tsx';
import { placeOf } from './use-settings-form.ts';
import type { Job, Obstacle } from './use-start.ts';

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
      <LastImport accountId={accountId} job={job} isWithAll={form.base[field]} />
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

/** When it was last imported and how many there were then; blank when it never was. */
function LastImport({
  accountId,
  job,
  isWithAll,
}: {
  readonly accountId: string;
  readonly job: ImportJob;
  readonly isWithAll: boolean;
}) {
  const texts = useTexts(settingsTexts);
  const { lastFailed } = useTexts(synchronisationTexts);
  const language = useLanguage();
  const own = useLastRun(accountId, job);
  const withAll = useLastRun(accountId, 'full');
  const counted = isWithAll && withAll?.state === 'done' ? withAll : null;
  const last = !counted || (own && own.finishedAt > counted.finishedAt) ? own : counted;
  if (!last) return <span className="set-when" />;
  const otherwise = last.state === 'failed' ? lastFailed : texts.importedWithAll;
  return (
    <span className="set-when">
      {dayAndTime(last.finishedAt, language)}
      <br />
      {last.job === job && last.state === 'done' ? texts.imported[job](countIn(last, language)) : otherwise}
    </span>
  );
}

/** The last one that came to its end. */
function useLastRun(accountId: string, job: Job): (Run & { readonly finishedAt: string }) | null {
  const runs = useAnswer('GET /api/accounts/:accountId/runs', { params: { accountId }, query: { job, pageSize: 5 } });
  const last = runs.data?.items.find(({ finishedAt, state }) => finishedAt !== null && state !== 'cancelled');
  return last?.finishedAt ? { ...last, finishedAt: last.finishedAt } : null;
}

function countIn({ columns }: Run, language: Language): string {
  return whole((columns.new ?? 0) + (columns.changed ?? 0) + (columns.unchanged ?? 0), language);
}
