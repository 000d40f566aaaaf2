/**
 * The fields of the settings while somebody fills them in: what changed, what is wrong, and what to do when somebody else
 * saved meanwhile. Knows nothing of how they are drawn; saving is use-save-settings.ts.
 */
import { useState } from 'react';
import { draftOf, isSame, type SavedSettings, type SettingsDraft } from './settings-draft.ts';

export type Problems = SavedSettings['vanished'];

export interface SettingsForm {
  readonly draft: SettingsDraft;
  /** What was last saved, as far as this form knows; the changes are those against it. */
  readonly base: SettingsDraft;
  /** 0 before the first save. */
  readonly version: number;
  readonly isChanged: boolean;
  /** Somebody else saved while this form holds changes of its own. */
  readonly isOutdated: boolean;
  readonly set: (changes: Partial<SettingsDraft>) => void;
  readonly errorOf: (field: string) => string | null;
  readonly warningOf: (field: string) => string | null;
  /** Shows these beside their fields until the field is changed. */
  readonly refuse: (problems: Problems) => void;
  readonly undo: () => void;
  /** Takes over what the server has and drops the changes. */
  readonly load: (newest: SavedSettings) => void;
  /** The person agreed to another administration (I1). */
  readonly hasAgreed: boolean;
  readonly agree: (hasAgreed: boolean) => void;
}

/** Holds the fields of these settings; a newer answer is taken over as long as nothing typed is lost by it. */
export function useSettingsForm(answer: SavedSettings): SettingsForm {
  const [base, setBase] = useState(() => standOf(answer));
  const [draft, setDraft] = useState(base.draft);
  const [problems, setProblems] = useState<Problems>([]);
  const [hasAgreed, agree] = useState(false);

  const start = (stand: Stand) => {
    setBase(stand);
    setDraft(stand.draft);
    setProblems([]);
    agree(false);
  };
  const newest = standOf(answer);
  const isChanged = !isSame(draft, base.draft);
  const isNewer = newest.version > base.version;
  const isMergeable = !isChanged || isSame(draft, newest.draft);
  if (isNewer && isMergeable) start(newest);

  const isUntouched = (field: string) => {
    const key = settingIn(field);
    return JSON.stringify(draft[key]) === JSON.stringify(base.draft[key]);
  };
  const told = (told: Problems, field: string) => told.find((problem) => problem.field === field)?.text ?? null;
  return {
    draft,
    base: base.draft,
    version: base.version,
    isChanged,
    isOutdated: isNewer && !isMergeable,
    set: (changes) => {
      setDraft((before) => ({ ...before, ...changes }));
      setProblems((before) => before.filter(({ field }) => !Object.hasOwn(changes, settingIn(field))));
    },
    errorOf: (field) => told(problems, field) ?? (isUntouched(field) ? told(answer.vanished, field) : null),
    warningOf: (field) => (isUntouched(field) ? told(answer.warnings, field) : null),
    refuse: setProblems,
    undo: () => start(base),
    load: (newer) => start(standOf(newer)),
    hasAgreed,
    agree,
  };
}

interface Stand {
  readonly version: number;
  readonly draft: SettingsDraft;
}

function standOf({ saved }: SavedSettings): Stand {
  return { version: saved?.version ?? 0, draft: draftOf(saved?.value ?? null) };
}

/** `extraLines.0.fields` is about the setting `extraLines`. */
export function settingIn(field: string): keyof SettingsDraft {
  return field.split('.')[0] as keyof SettingsDraft;
}

/** The place on the page where a field stands, for whoever leads there. */
export function placeOf(field: string): string {
  return `instelling-${field.replaceAll('.', '-')}`;
}
