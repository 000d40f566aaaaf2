/**
 * What it means to choose another administration than the saved one (I1), and that the person wants it.
 */
import { Checkbox, List } from '@mantine/core';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { Notice, type SettingsPart } from './setting-fields.tsx';

export function AdministrationChange({ part: { form, isReadOnly } }: { readonly part: SettingsPart }) {
  const texts = useTexts(settingsTexts);
  const { base, draft } = form;
  if (base.administrationId === null || draft.administrationId === base.administrationId) return null;
  return (
    <div className="set-choice" role="status">
      <Notice color="yellow" title={texts.changeTitle}>
        <List size="sm" spacing={4} mb="sm">
          {texts.changeText.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
        <Checkbox
          label={texts.changeAgree}
          checked={form.hasAgreed}
          disabled={isReadOnly}
          onChange={(event) => form.agree(event.currentTarget.checked)}
        />
      </Notice>
    </div>
  );
}
