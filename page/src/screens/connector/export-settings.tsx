/**
 * Export settings (E1-E9): the switch, and below it everything that shapes the draft invoice.
 */
import { Collapse } from '@mantine/core';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { HoursSettings } from './hours-settings.tsx';
import { InvoiceTextSettings } from './invoice-text-settings.tsx';
import { NewRecordSettings } from './new-record-settings.tsx';
import { SettingSwitch, type SettingsPart, SettingsSection } from './setting-fields.tsx';

interface ExportSettingsProps {
  readonly part: SettingsPart;
  /** The work status for export that connecting OutSmart found or made; null: somebody has to choose one (E2). */
  readonly workStatusCode: string | null;
  /** How many work orders wait for a default hour type. */
  readonly withoutHourType: number;
}

export function ExportSettings({ part, workStatusCode, withoutHourType }: ExportSettingsProps) {
  const texts = useTexts(settingsTexts);
  const { form } = part;
  const [before, between, after] = texts.exportText;
  const chosen = form.draft.workStatusCode;
  const status = part.choices.listOf('workStatuses')?.find(({ value }) => value === (chosen ?? workStatusCode));
  const isWorkStatusAsked =
    workStatusCode === null ||
    (chosen !== null && chosen !== workStatusCode) ||
    form.errorOf('workStatusCode') !== null;
  const text = (
    <>
      {before}
      <b>{texts.complete}</b>
      {between}
      <b className="set-nowrap">{status?.label ?? texts.toAsperion}</b>
      {after}
    </>
  );
  return (
    <SettingsSection title={texts.exportTitle} text={text}>
      <SettingSwitch part={part} field="exportOn" />
      <Collapse expanded={form.draft.exportOn || hasErrorBelow(part)}>
        <div className="set-below-switch">
          {isWorkStatusAsked && (
            <ChoiceSelect
              part={part}
              field="workStatusCode"
              list="workStatuses"
              help={workStatusCode === null ? texts.workStatusNeeded : texts.workStatusHelp}
              note={workStatusCode === null ? undefined : texts.mayBeEmpty}
            />
          )}
          <VatSetting part={part} />
          <NewRecordSettings part={part} />
          <HoursSettings part={part} withoutHourType={withoutHourType} />
          <InvoiceTextSettings part={part} />
        </div>
      </Collapse>
    </SettingsSection>
  );
}

/** E4: not asked when the administration has a default. */
function VatSetting({ part }: { readonly part: SettingsPart }) {
  const texts = useTexts(settingsTexts);
  const standard = part.choices.defaultVatCode;
  if (standard !== null && part.form.errorOf('vatCode') === null) {
    return (
      <p className="set-choice set-told">
        <b>{texts.labels.vatCode}</b>
        {texts.vatDefault(standard)}
      </p>
    );
  }
  return (
    <ChoiceSelect
      part={part}
      field="vatCode"
      list="vatCodes"
      help={texts.vatHelp}
      note={standard === null ? undefined : texts.mayBeEmpty}
    />
  );
}

const BELOW = [
  'workStatusCode',
  'vatCode',
  'debtorKindId',
  'paymentConditionId',
  'salesTypeId',
  'defaultHourType',
  'roundMinutes',
  'fixedText',
  'referenceField',
  ...[0, 1, 2].flatMap((line) => [`extraLines.${line}.prefix`, `extraLines.${line}.fields`]),
];

/** What keeps the settings from being saved has to be seen, also with the export off. */
function hasErrorBelow({ form }: SettingsPart): boolean {
  return BELOW.some((field) => form.errorOf(field) !== null);
}
