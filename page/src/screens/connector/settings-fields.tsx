/**
 * The settings of the connector (I1-I4, E1-E9) with everything that saving them asks for.
 */
import { useAnswer } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { useInstallation } from '../../frame/support.tsx';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { Links } from '../links/links.tsx';
import { ExportSettings } from './export-settings.tsx';
import { ImportSettings } from './import-settings.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { NotSavedNotice } from './not-saved-notice.tsx';
import { SaveBar } from './save-bar.tsx';
import { Notice, SettingsSection } from './setting-fields.tsx';
import type { NameOf } from './settings-changes.ts';
import type { SavedSettings } from './settings-draft.ts';
import { Synchronisation } from './synchronisation.tsx';
import { type ChoiceList, type Choices, useChoices } from './use-choices.ts';
import { useSaveSettings } from './use-save-settings.ts';
import { useSettingsForm } from './use-settings-form.ts';
import { obstaclesOf } from './use-start.ts';

const FORM_ID = 'instellingen';
const EVERY_MINUTES = 15;
/** Before OutSmart is connected nobody knows whether it is free. */
const WANTED_STATUS = '1';

type Connections = AnswerOf<'GET /api/accounts/:accountId/connections'>;
type Overview = AnswerOf<'GET /api/accounts/:accountId/overview'>;

interface SettingsFieldsProps {
  readonly accountId: string;
  readonly answer: SavedSettings;
  readonly connections: Connections;
  readonly overview: Overview;
}

export function SettingsFields({ accountId, answer, connections, overview }: SettingsFieldsProps) {
  const texts = useTexts(settingsTexts);
  const isReadOnly = !useMay('manager');
  const form = useSettingsForm(answer);
  const choices = useChoices(accountId, connections, form.draft);
  const isFirstExportDone = overview.setUp.find(({ step }) => step === 'first-export')?.isDone ?? true;
  const saving = useSaveSettings(accountId, form, isFirstExportDone);
  const newest = useNewest(accountId);
  const obstacles = obstaclesOf(overview, answer);
  const part = { form, choices, isReadOnly };
  const everyMinutes = useInstallation()?.exportEveryMinutes ?? EVERY_MINUTES;
  return (
    <>
      <LeaveGuard isChanged={form.isChanged && !isReadOnly} />
      <NotSavedNotice
        notSaved={saving.notSaved}
        form={form}
        saved={answer.saved}
        onLoadNewest={async () => {
          const read = await newest();
          if (read) form.load(read);
          saving.forget();
        }}
      />
      {isReadOnly && <p className="set-told">{texts.readOnly}</p>}
      {choices.problems.map((text) => (
        <Notice key={text} color="yellow" title={texts.choicesFailed}>
          {text}
        </Notice>
      ))}
      {choices.error && <Failure error={choices.error} retry={choices.refresh} />}
      <form
        id={FORM_ID}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.save();
        }}
      >
        <ImportSettings part={part} obstacles={obstacles} accountId={accountId} />
        <ExportSettings
          part={part}
          workStatusCode={connections.outsmart ? connections.outsmart.workStatusCode : WANTED_STATUS}
          withoutHourType={waitingForHourType(overview)}
        />
      </form>
      <SettingsSection title={texts.linksTitle} text={texts.linksText}>
        <Links />
      </SettingsSection>
      <Synchronisation
        accountId={accountId}
        obstacles={obstacles}
        ready={overview.balance.thisMonth.ready.count + overview.balance.earlier.ready.count}
        isFirstExportOpen={!isFirstExportDone}
        everyMinutes={everyMinutes}
      />
      {!isReadOnly && (
        <SaveBar
          form={form}
          saving={saving}
          saved={answer.saved}
          nameOf={nameIn(choices)}
          formId={FORM_ID}
          isFirstExportOpen={!isFirstExportDone}
        />
      )}
    </>
  );
}

/** Reads the settings anew, for who has to see what somebody else saved. */
function useNewest(accountId: string): () => Promise<SavedSettings | undefined> {
  const settings = useAnswer('GET /api/accounts/:accountId/settings', { params: { accountId } });
  return async () => (await settings.refetch()).data;
}

function waitingForHourType({ causes }: Overview): number {
  return causes
    .filter(({ reason }) => reason === 'uren-zonder-uursoort')
    .reduce((sum, { tally }) => sum + tally.count, 0);
}

const LIST_OF: Readonly<Record<string, ChoiceList>> = {
  administrationId: 'administrations',
  hourSalesTypeId: 'salesTypes',
  workStatusCode: 'workStatuses',
  vatCode: 'vatCodes',
  debtorKindId: 'debtorKinds',
  paymentConditionId: 'paymentConditions',
  salesTypeId: 'salesTypes',
  defaultHourType: 'hourTypes',
  referenceField: 'workOrderFields',
};

function nameIn({ listOf }: Choices): NameOf {
  return (field, code) => {
    const list = LIST_OF[field];
    return (list && listOf(list)?.find(({ value }) => value === code)?.label) ?? code;
  };
}
