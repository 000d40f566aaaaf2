/**
 * How worked hours come on the invoice: rounded up or not (E6), and under which hour type when there is none.
 */
import { Collapse, NumberInput } from '@mantine/core';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { errorMessage, SettingSwitch, type SettingsPart } from './setting-fields.tsx';
import { isRoundMinutes } from './settings-draft.ts';
import { placeOf } from './use-settings-form.ts';

/** The example on the page: 2:40. */
const EXAMPLE_MINUTES = 160;

export function HoursSettings({
  part,
  withoutHourType,
}: {
  readonly part: SettingsPart;
  readonly withoutHourType: number;
}) {
  const texts = useTexts(settingsTexts);
  const language = useLanguage();
  const { form, isReadOnly } = part;
  const { rounds, roundMinutes } = form.draft;
  const minutes = isRoundMinutes(roundMinutes) ? Number(roundMinutes) : null;
  const waiting =
    withoutHourType > 0 ? ` ${texts.hourTypeWaiting(withoutHourType, whole(withoutHourType, language))}` : '';
  return (
    <>
      <h3 className="set-sub">{texts.hours}</h3>
      <SettingSwitch
        part={part}
        field="rounds"
        help={
          rounds && minutes !== null
            ? texts.roundsText(minutes, roundedHours(EXAMPLE_MINUTES, minutes, language))
            : texts.roundsOffText
        }
      />
      <Collapse expanded={rounds}>
        <div className="set-kid">
          <NumberInput
            id={placeOf('roundMinutes')}
            className="set-minutes"
            label={texts.labels.roundMinutes}
            suffix={` ${texts.minutes}`}
            min={1}
            max={60}
            hideControls
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
            value={roundMinutes}
            readOnly={isReadOnly}
            error={errorMessage(form.errorOf('roundMinutes'))}
            onChange={(typed) => form.set({ roundMinutes: typed })}
          />
        </div>
      </Collapse>
      <ChoiceSelect
        part={part}
        field="defaultHourType"
        list="hourTypes"
        note={texts.mayBeEmpty}
        placeholder={texts.chooseHourType}
        help={`${texts.hourTypeHelp}${waiting}`}
        isOpenList
      />
    </>
  );
}

/** As the export rounds: minutes up, then hours half up to two decimals, all in whole numbers. */
function roundedHours(minutes: number, upTo: number, language: 'nl' | 'en'): string {
  const up = Math.ceil(minutes / upTo) * upTo;
  const hundredths = Math.floor((up * 100 + 30) / 60);
  const decimals = String(hundredths % 100).padStart(2, '0');
  return `${Math.floor(hundredths / 100)}${language === 'nl' ? ',' : '.'}${decimals}`;
}
