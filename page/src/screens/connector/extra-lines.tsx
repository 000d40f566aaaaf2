/**
 * Extra order lines (E9): up to three, each a prefix and up to three fields of the work order.
 */
import { ActionIcon, Button, Select, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import './extra-lines.css';
import { errorMessage, IN_PLACE, type SettingsPart } from './setting-fields.tsx';
import { EMPTY_LINE, EXTRA_LINES_MAX, type ExtraLine } from './settings-draft.ts';
import { placeOf } from './use-settings-form.ts';
import { fieldChoices } from './work-order-field-choices.ts';

export function ExtraLines({ part }: { readonly part: SettingsPart }) {
  const texts = useTexts(settingsTexts);
  const { form, isReadOnly } = part;
  const { extraLines } = form.draft;
  const replace = (place: number, line: ExtraLine | null) =>
    form.set({
      extraLines: extraLines.flatMap((there, at) => (at === place ? (line === null ? [] : [line]) : [there])),
    });
  return (
    <fieldset className="set-lines" id={placeOf('extraLines')}>
      <legend>
        {texts.labels.extraLines} <span className="set-note">{texts.extraLinesNote}</span>
      </legend>
      {extraLines.length > 0 && (
        <div className="set-line set-line-head" aria-hidden>
          <span>{texts.prefix}</span>
          {EMPTY_LINE.fields.map((_, place) => (
            <span key={texts.field(place + 1)}>{texts.field(place + 1)}</span>
          ))}
        </div>
      )}
      {extraLines.map((line, place) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; it has no other name
          key={place}
          part={part}
          line={line}
          place={place}
          onChange={(changed) => replace(place, changed)}
        />
      ))}
      {!isReadOnly && extraLines.length < EXTRA_LINES_MAX && (
        <Button
          className="set-add"
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => form.set({ extraLines: [...extraLines, EMPTY_LINE] })}
        >
          {texts.addLine}
        </Button>
      )}
    </fieldset>
  );
}

interface LineProps {
  readonly part: SettingsPart;
  readonly line: ExtraLine;
  readonly place: number;
  /** Null: taken away. */
  readonly onChange: (line: ExtraLine | null) => void;
}

function Line({ part: { form, choices, isReadOnly }, line, place, onChange }: LineProps) {
  const texts = useTexts(settingsTexts);
  const number = place + 1;
  const isGone = line.fields.some((field) => fieldChoices(choices, field).isGone);
  const wrong = form.errorOf(`extraLines.${place}.fields`) ?? (isGone ? texts.fieldGone : null);
  const message = form.errorOf(`extraLines.${place}.prefix`) ?? wrong;
  const messageId = `${placeOf(`extraLines.${place}`)}-melding`;
  const described = message === null ? undefined : messageId;
  return (
    <>
      <div className="set-line">
        <TextInput
          id={placeOf(`extraLines.${place}.prefix`)}
          aria-label={texts.prefixOf(number)}
          aria-describedby={described}
          placeholder={texts.prefix}
          size="sm"
          value={line.prefix}
          readOnly={isReadOnly}
          error={form.errorOf(`extraLines.${place}.prefix`) !== null}
          onChange={(event) => onChange({ ...line, prefix: event.currentTarget.value })}
        />
        {line.fields.map((field, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place
            key={at}
            id={placeOf(at === 0 ? `extraLines.${place}.fields` : `extraLines.${place}.fields.${at}`)}
            aria-label={texts.fieldOf(at + 1, number)}
            aria-describedby={described}
            placeholder={texts.none}
            size="sm"
            data={fieldChoices(choices, field).offered}
            value={field}
            readOnly={isReadOnly}
            error={wrong !== null}
            comboboxProps={IN_PLACE}
            searchable
            clearable
            nothingFoundMessage={texts.notFound}
            clearButtonProps={{ size: '24px', 'aria-label': `${texts.fieldOf(at + 1, number)}: ${texts.none}` }}
            onChange={(chosen) =>
              onChange({ ...line, fields: line.fields.map((there, other) => (other === at ? chosen : there)) })
            }
          />
        ))}
        {!isReadOnly && (
          <ActionIcon
            className="set-refresh"
            variant="subtle"
            color="gray"
            radius="xl"
            size={36}
            aria-label={texts.removeLine(number)}
            title={texts.removeLine(number)}
            onClick={() => onChange(null)}
          >
            <IconX size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {message !== null && (
        <Text component="div" id={messageId} fz="sm" c="var(--red)" mb={6}>
          {errorMessage(message)}
        </Text>
      )}
    </>
  );
}
