/**
 * The controls that the settings are made of, each with its label, its help and what is wrong with it. They know the form,
 * not what a setting means.
 */
import { Alert, Switch, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import type { Choices } from './use-choices.ts';
import { placeOf, type SettingsForm } from './use-settings-form.ts';

/** What every part of the settings gets. */
export interface SettingsPart {
  readonly form: SettingsForm;
  readonly choices: Choices;
  /** The person's role lets them look only. */
  readonly isReadOnly: boolean;
}

/** A drop-down stays in its part of the page, where a screen reader finds it. */
export const IN_PLACE = { withinPortal: false } as const;

export type SwitchField =
  | 'importDebtors'
  | 'importArticles'
  | 'hourTypesOn'
  | 'exportOn'
  | 'createRelations'
  | 'createMaterials'
  | 'rounds';

export function SettingSwitch({
  part: { form, isReadOnly },
  field,
  help,
}: {
  readonly part: SettingsPart;
  readonly field: SwitchField;
  readonly help?: string;
}) {
  const texts = useTexts(settingsTexts);
  return (
    <Switch
      id={placeOf(field)}
      className="set-switch"
      size="md"
      withThumbIndicator={false}
      label={texts.labels[field]}
      description={help}
      checked={form.draft[field]}
      disabled={isReadOnly}
      onChange={(event) => form.set({ [field]: event.currentTarget.checked })}
    />
  );
}

/** What is wrong, with its icon, as the message of a Mantine control; nothing when all is well. */
export function errorMessage(text: string | null): ReactNode {
  if (text === null) return undefined;
  return (
    <span className="set-message">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {text}
    </span>
  );
}

/** What is allowed but makes work orders wait. */
export function FieldWarning({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Text className="set-message c-amber" fz="sm">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {text}
    </Text>
  );
}

/** A label and, grey behind it, what is good to know about filling it in. */
export function labelWith(label: string, note: string): ReactNode {
  return (
    <>
      {label} <span className="set-note">{note}</span>
    </>
  );
}

/** One part of the settings: what it is about at the left, its controls at the right. */
export function SettingsSection({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="set" aria-label={title}>
      <div>
        <h2 className="set-title">{title}</h2>
        <p>{text}</p>
      </div>
      <div>{children}</div>
    </section>
  );
}

/** Something that this part of the page has to tell, in words and with an icon. */
export function Notice({
  color,
  title,
  children,
}: {
  readonly color: 'red' | 'yellow';
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <Alert
      className={`set-notice ${color === 'red' ? 'is-red' : 'is-amber'}`}
      color={color}
      title={title}
      icon={<IconAlertTriangle stroke={1.75} aria-hidden />}
    >
      {children}
    </Alert>
  );
}
