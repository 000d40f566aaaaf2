/**
 * Texts on the invoice: the fixed first line (E7), what goes to the reference (E8) and the extra lines (E9).
 */
import { Select, Textarea } from '@mantine/core';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { ExtraLines } from './extra-lines.tsx';
import { errorMessage, IN_PLACE, labelWith, type SettingsPart } from './setting-fields.tsx';
import { placeOf } from './use-settings-form.ts';
import { fieldChoices } from './work-order-field-choices.ts';

export function InvoiceTextSettings({ part }: { readonly part: SettingsPart }) {
  const texts = useTexts(settingsTexts);
  const { form, choices, isReadOnly } = part;
  const { fixedText, referenceField } = form.draft;
  const fields = fieldChoices(choices, referenceField);
  return (
    <>
      <h3 className="set-sub">{texts.invoiceTexts}</h3>
      <Textarea
        id={placeOf('fixedText')}
        className="set-choice set-beside-nothing"
        label={labelWith(texts.labels.fixedText, texts.mayBeEmpty)}
        description={texts.fixedTextHelp}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={2}
        maxRows={12}
        value={fixedText}
        readOnly={isReadOnly}
        error={errorMessage(form.errorOf('fixedText'))}
        onChange={(event) => form.set({ fixedText: event.currentTarget.value })}
      />
      <Select
        id={placeOf('referenceField')}
        className="set-choice set-beside-nothing"
        label={labelWith(texts.labels.referenceField, texts.mayBeEmpty)}
        description={texts.referenceHelp}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={texts.chooseField}
        data={fields.offered}
        value={referenceField}
        readOnly={isReadOnly}
        error={errorMessage(form.errorOf('referenceField') ?? (fields.isGone ? texts.fieldGone : null))}
        comboboxProps={IN_PLACE}
        searchable
        clearable
        nothingFoundMessage={texts.notFound}
        clearButtonProps={{ size: '24px', 'aria-label': `${texts.labels.referenceField}: ${texts.none}` }}
        onChange={(chosen) => form.set({ referenceField: chosen })}
      />
      <ExtraLines part={part} />
    </>
  );
}
