/**
 * The bar at the foot of the settings: what changed, in words, and the buttons to save it or to take it back; after saving
 * what came of it.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import { settingsSavingTexts } from '../../texts/settings-saving-texts.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { synchronisationTexts } from '../../texts/synchronisation-texts.ts';
import { asSentence, changesInWords, type NameOf } from './settings-changes.ts';
import type { SavedSettings } from './settings-draft.ts';
import type { Saving } from './use-save-settings.ts';
import type { SettingsForm } from './use-settings-form.ts';

interface SaveBarProps {
  readonly form: SettingsForm;
  readonly saving: Saving;
  readonly saved: SavedSettings['saved'];
  readonly nameOf: NameOf;
  /** The form that the button sends. */
  readonly formId: string;
  readonly isFirstExportOpen: boolean;
}

export function SaveBar(props: SaveBarProps) {
  const texts = useTexts(settingsSavingTexts);
  const { toFirstExport } = useTexts(synchronisationTexts);
  const { form, saving, formId } = props;
  const told = useTold(props);
  const undo = () => {
    form.undo();
    saving.forget();
  };
  return (
    <div className="set-save">
      <div className="set-save-text" role="status">
        <b className={told.isWarning ? 'c-amber' : undefined}>{told.title}</b>
        <span>{told.text}</span>
      </div>
      <div className="set-save-buttons">
        {told.leadsToCheck && (
          <Button component={Link} to="/koppeling/eerste-controle" variant="default">
            {toFirstExport}
          </Button>
        )}
        {form.isChanged && (
          <Button variant="default" disabled={saving.isSaving} onClick={undo}>
            {texts.undo}
          </Button>
        )}
        {(form.isChanged || form.version === 0) && (
          <Button
            type="submit"
            form={formId}
            loading={saving.isSaving}
            aria-label={saving.isSaving ? texts.saving : undefined}
          >
            {texts.save}
          </Button>
        )}
      </div>
    </div>
  );
}

interface Told {
  readonly title: string;
  readonly text: string;
  readonly isWarning?: boolean;
  readonly leadsToCheck?: boolean;
}

function useTold({ form, saving, saved, nameOf, isFirstExportOpen }: SaveBarProps): Told {
  const texts = useTexts(settingsSavingTexts);
  const { labels } = useTexts(settingsTexts);
  const language = useLanguage();
  if (form.isChanged) {
    const changes = changesInWords(form.base, form.draft, nameOf, { ...texts, labels });
    return { title: texts.changes(changes.length), text: asSentence(changes, language) };
  }
  if (form.version === 0) return { title: texts.neverSaved, text: texts.neverSavedText };
  const warnings = saving.done?.warnings ?? [];
  const leadsToCheck = isFirstExportOpen && form.base.exportOn && saving.done !== null;
  if (warnings.length > 0) {
    const text = warnings.map((warning) => warning.text).join(' ');
    return { title: texts.savedWithWarnings, text, isWarning: true, leadsToCheck };
  }
  const text = saved ? texts.savedBy(saved.savedBy, dayAndTime(saved.savedAt, language)) : '';
  return { title: saving.done ? texts.saved : texts.nothingChanged, text, leadsToCheck };
}
