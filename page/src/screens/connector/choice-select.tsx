/**
 * A drop-down filled from Asperion or OutSmart, with a quiet round button that reads the list again. A chosen code that is not
 * in the list any more stays visible and is told.
 */
import { ActionIcon, Select } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { errorMessage, FieldWarning, IN_PLACE, labelWith, type SettingsPart } from './setting-fields.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import type { ChoiceList, ChoiceOffered } from './use-choices.ts';
import { placeOf } from './use-settings-form.ts';

export type ChoiceField =
  | 'administrationId'
  | 'hourSalesTypeId'
  | 'workStatusCode'
  | 'vatCode'
  | 'debtorKindId'
  | 'paymentConditionId'
  | 'salesTypeId'
  | 'defaultHourType';

interface ChoiceSelectProps {
  readonly part: SettingsPart;
  readonly field: ChoiceField;
  readonly list: ChoiceList;
  readonly help?: string;
  /** Grey, behind the label; also means that nothing may be chosen. */
  readonly note?: string | undefined;
  readonly placeholder?: string;
  /** What choosing changes; without it, this field alone. */
  readonly changesOf?: (chosen: string | null) => Partial<SettingsDraft>;
  /** A code may be right without standing in the list. */
  readonly isOpenList?: boolean;
}

export function ChoiceSelect({
  part,
  field,
  list,
  help,
  note,
  placeholder,
  isOpenList = false,
  changesOf = (chosen) => ({ [field]: chosen }),
}: ChoiceSelectProps) {
  const texts = useTexts(settingsTexts);
  const { form, choices, isReadOnly } = part;
  const label = texts.labels[field];
  const offered = choices.listOf(list);
  const code = form.draft[field];
  const isKnown = code === null || offered === null || offered.some(({ value }) => value === code);
  const gone = isKnown || isOpenList ? null : texts.goneHere(label, code);
  const isEmpty = offered !== null && offered.length === 0 && !isOpenList;
  return (
    <div className="set-choice">
      <div className="set-with-button">
        <Select
          id={placeOf(field)}
          label={note === undefined ? label : labelWith(label, note)}
          placeholder={placeholder ?? texts.choose}
          description={isEmpty ? texts.emptyList(texts.plurals[field]) : help}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={withChosen(offered ?? [], code)}
          value={code}
          onChange={(chosen) => form.set(changesOf(chosen))}
          error={errorMessage(form.errorOf(field) ?? gone)}
          searchable
          clearable={note !== undefined}
          allowDeselect={false}
          nothingFoundMessage={texts.notFound}
          readOnly={isReadOnly}
          comboboxProps={IN_PLACE}
          clearButtonProps={{ size: '24px', 'aria-label': `${label}: ${texts.none}` }}
        />
        {!isReadOnly && (
          <ActionIcon
            className="set-refresh"
            variant="subtle"
            color="gray"
            radius="xl"
            size={36}
            aria-label={texts.refresh(texts.plurals[field])}
            title={texts.refresh(texts.plurals[field])}
            loading={choices.isReading}
            onClick={choices.refresh}
          >
            <IconRefresh size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <FieldWarning text={form.errorOf(field) === null && gone === null ? form.warningOf(field) : null} />
    </div>
  );
}

/** The name of a code that is gone is not known; the code itself stays readable. */
function withChosen(offered: readonly ChoiceOffered[], code: string | null): ChoiceOffered[] {
  const isMissing = code !== null && !offered.some(({ value }) => value === code);
  return isMissing ? [...offered, { value: code, label: code }] : [...offered];
}
