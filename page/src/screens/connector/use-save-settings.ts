/**
 * Saving the settings: checked here first, then by the server against both systems. Nothing of somebody else is overwritten.
 */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { ApiProblem } from '../../api/client.ts';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { type SavedSettings, settingsOf } from './settings-draft.ts';
import { problemsOf } from './settings-problems.ts';
import type { Problems, SettingsForm } from './use-settings-form.ts';

/** Why nothing was saved. Each attempt is a new one, so that the focus goes there again. */
export type NotSaved =
  | { readonly kind: 'problems'; readonly problems: Problems }
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Saving {
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly notSaved: NotSaved | null;
  /** The settings as they are now after a save here; null before that, and once something was changed again. */
  readonly done: SavedSettings | null;
  readonly forget: () => void;
}

/** After the first save with the export on, leads to the check of the first export, unless something needs attention here. */
export function useSaveSettings(accountId: string, form: SettingsForm, isFirstExportDone: boolean): Saving {
  const texts = useTexts(settingsTexts);
  const navigate = useNavigate();
  const act = useAct('PUT /api/accounts/:accountId/settings');
  const [notSaved, tell] = useState<NotSaved | null>(null);
  const [done, finish] = useState<SavedSettings | null>(null);
  const [leadsOn, leadOn] = useState(false);
  // Only once the form itself knows that nothing is unsaved: it guards against leaving.
  const isLeaving = leadsOn && !form.isChanged;
  useEffect(() => {
    if (isLeaving) void navigate({ to: '/koppeling/eerste-controle' });
  }, [isLeaving, navigate]);

  const refuse = (problems: Problems) => {
    form.refuse(problems);
    tell({ kind: 'problems', problems });
  };
  const failed = (error: unknown) => {
    if (!(error instanceof ApiProblem)) return tell({ kind: 'failed', error });
    if (error.code === 'settings.changed-meanwhile') return tell({ kind: 'meanwhile' });
    if (error.code === 'settings.administration-change')
      return refuse([{ field: 'administrationId', text: texts.changeNotAgreed }]);
    return error.problems.length > 0 ? refuse(error.problems) : tell({ kind: 'failed', error });
  };
  const save = () => {
    tell(null);
    finish(null);
    const problems = problemsOf(form, texts);
    if (problems.length > 0) return refuse(problems);
    const isExportNew = form.draft.exportOn && (form.version === 0 || !form.base.exportOn);
    act.mutate(
      {
        params: { accountId },
        body: { value: settingsOf(form.draft), basedOn: form.version, mayChangeAdministration: form.hasAgreed },
      },
      {
        onSuccess: (answer) => {
          form.load(answer);
          finish(answer);
          leadOn(isExportNew && !isFirstExportDone && answer.warnings.length === 0);
        },
        onError: failed,
      },
    );
  };
  return {
    save,
    isSaving: act.isPending,
    notSaved,
    done: form.isChanged ? null : done,
    forget: () => {
      tell(null);
      finish(null);
    },
  };
}
