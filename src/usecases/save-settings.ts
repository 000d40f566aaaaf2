/**
 * Checks settings against both systems and saves them (I1-I4, E1-E9). The same checks for the page and the command line.
 */
import { type Settings, settingsSchema } from '../model/settings.ts';
import { type SavedSettings, SettingsChangedMeanwhile } from '../store/settings.ts';
import type { AccountStore } from '../store/store.ts';
import { checkInAsperion, checkInOutSmart } from './check-settings.ts';
import type { Language } from './language.ts';
import type { Problem, Refusal, UseCaseParts } from './parts.ts';
import { type Issue, issueSentence } from './sentences-issues.ts';
import { refusal, settingProblem } from './sentences-refusals.ts';
import { settingsChanges } from './settings-changes.ts';

export interface SaveOptions {
  readonly savedBy: string;
  /** The version that the person looked at; null: whatever is newest. */
  readonly basedOn: number | null;
  /** The person knows what changing the administration means (I1). */
  readonly mayChangeAdministration: boolean;
  /** Of the person, for problems and warnings; Dutch when left out. */
  readonly language?: Language;
}

export interface SettingsSaved {
  readonly saved: SavedSettings;
  /** What is allowed but will make work orders wait. */
  readonly warnings: readonly Problem[];
}

/**
 * Saves settings after checking every chosen code. Refusals: settings.wrong with one problem a field,
 * settings.administration-change, settings.changed-meanwhile. Faults of both systems when they cannot be asked.
 */
export async function saveSettings(
  parts: UseCaseParts,
  account: AccountStore,
  input: unknown,
  options: SaveOptions,
): Promise<SettingsSaved> {
  const { language = 'nl' } = options;
  const settings = parse(input, language);
  const current = await account.settings.current();
  const before = current?.value.administrationId ?? null;
  if (before !== null && settings.administrationId !== before && !options.mayChangeAdministration) {
    throw refusal('settings.administration-change', { before, after: settings.administrationId });
  }
  // Told before both systems are asked, which takes long, and once more by the store.
  const basedOn = options.basedOn ?? current?.version ?? 0;
  if (basedOn !== (current?.version ?? 0)) throw refusal('settings.changed-meanwhile');
  const check = { settings, wereSaved: false, language, signal: new AbortController().signal };
  const inAsperion = await checkInAsperion(parts, account, check);
  // Without an administration that is there, nothing else can be held against anything.
  const isFound = !inAsperion.problems.some(({ field }) => field === 'administrationId');
  const checked = isFound ? [inAsperion, await checkInOutSmart(parts, account, check)] : [inAsperion];
  const problems = checked.flatMap((part) => part.problems);
  if (problems.length > 0) throw wrong(problems);
  const names = new Map(checked.flatMap((part) => [...part.names]));
  try {
    // S1: from the moment the settings are saved the account exports by itself.
    const saved = await account.settings.save(settings, {
      savedBy: options.savedBy,
      basedOn,
      exportEveryMs: settings.exportOn ? parts.exportEveryMs : null,
      changes: settingsChanges(current?.value ?? null, settings, names),
    });
    return { saved, warnings: checked.flatMap((part) => part.warnings) };
  } catch (error) {
    if (!(error instanceof SettingsChangedMeanwhile)) throw error;
    throw refusal('settings.changed-meanwhile');
  }
}

function parse(input: unknown, language: Language): Settings {
  const result = settingsSchema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    const field = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: key, text: settingProblem(language, 'unknownSetting') }));
    }
    return [{ field: field || '(alles)', text: problemText(issue as Issue, field, language) }];
  });
  throw wrong(problems);
}

function problemText(issue: Issue, field: string, language: Language): string {
  if (field === 'roundMinutes') return settingProblem(language, 'roundMinutes');
  // The one check of ours that is no matter of form.
  if (issue.code === 'custom') return settingProblem(language, 'internalField');
  return issueSentence(issue, language);
}

function wrong(problems: readonly Problem[]): Refusal {
  const texts = problems.map(({ field, text }) => `${field}: ${text}`).join(' ');
  return refusal('settings.wrong', { problems: texts }, problems);
}
