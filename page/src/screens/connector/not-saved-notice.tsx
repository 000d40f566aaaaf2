/**
 * Why the settings were not saved, on top of the page, where the focus goes: every problem with its field, or that somebody
 * else saved meanwhile.
 */
import { Anchor, Button, List } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Failure } from '../../frame/failure.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import { settingsSavingTexts } from '../../texts/settings-saving-texts.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { Notice } from './setting-fields.tsx';
import type { SavedSettings } from './settings-draft.ts';
import type { NotSaved } from './use-save-settings.ts';
import { type Problems, placeOf, type SettingsForm, settingIn } from './use-settings-form.ts';

interface NotSavedNoticeProps {
  readonly notSaved: NotSaved | null;
  readonly form: SettingsForm;
  readonly saved: SavedSettings['saved'];
  readonly onLoadNewest: () => void;
}

export function NotSavedNotice({ notSaved, form, saved, onLoadNewest }: NotSavedNoticeProps) {
  if (notSaved?.kind === 'meanwhile' || form.isOutdated) {
    return (
      <Focused reason={notSaved}>
        <ChangedMeanwhile saved={saved} isKnown={form.isOutdated} onLoadNewest={onLoadNewest} />
      </Focused>
    );
  }
  if (notSaved === null) return null;
  return (
    <Focused reason={notSaved}>
      {notSaved.kind === 'problems' ? (
        <ProblemSummary problems={notSaved.problems} />
      ) : (
        <Failure error={notSaved.error} />
      )}
    </Focused>
  );
}

/** Takes the focus after each refused save; what merely appears meanwhile does not take it from who is typing. */
function Focused({ reason, children }: { readonly reason: NotSaved | null; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reason) place.current?.focus();
  }, [reason]);
  return (
    <div ref={place} tabIndex={-1} className="set-focused" role="alert">
      {children}
    </div>
  );
}

function ProblemSummary({ problems }: { readonly problems: Problems }) {
  const texts = useTexts(settingsSavingTexts);
  const labels: Readonly<Record<string, string>> = useTexts(settingsTexts).labels;
  return (
    <Notice color="red" title={texts.notSaved}>
      <p className="set-summary">{texts.notSavedText}</p>
      <List size="sm" spacing={4}>
        {problems.map(({ field, text }) => {
          const label = labels[settingIn(field)];
          return (
            <List.Item key={`${field} ${text}`}>
              {label && (
                <>
                  <Anchor component="button" type="button" fz="sm" onClick={() => lead(field)}>
                    {label}
                  </Anchor>
                  {': '}
                </>
              )}
              {text}
            </List.Item>
          );
        })}
      </List>
    </Notice>
  );
}

/** Puts the focus on the field; on its setting when the server names a part that has no control of its own. */
function lead(field: string): void {
  const control = document.getElementById(placeOf(field)) ?? document.getElementById(placeOf(settingIn(field)));
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}

function ChangedMeanwhile({
  saved,
  isKnown,
  onLoadNewest,
}: {
  readonly saved: SavedSettings['saved'];
  readonly isKnown: boolean;
  readonly onLoadNewest: () => void;
}) {
  const texts = useTexts(settingsSavingTexts);
  const language = useLanguage();
  return (
    <Notice color="red" title={texts.meanwhileTitle}>
      <p className="set-summary">
        {isKnown && saved
          ? texts.meanwhileText(saved.savedBy, dayAndTime(saved.savedAt, language))
          : texts.meanwhileAnonymous}
      </p>
      <Button variant="default" onClick={onLoadNewest}>
        {texts.loadNewest}
      </Button>
    </Notice>
  );
}
