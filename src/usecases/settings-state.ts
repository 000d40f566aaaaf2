/**
 * The settings as they were saved, held against both systems as they are now: what was chosen and is not there any more,
 * and what still makes work orders wait. A system that cannot be asked says nothing of it.
 */
import { isFault } from '../kernel/fault.ts';
import type { SavedSettings } from '../store/settings.ts';
import type { AccountStore } from '../store/store.ts';
import { type Checked, checkInAsperion, checkInOutSmart } from './check-settings.ts';
import type { Language } from './language.ts';
import type { Problem, UseCaseParts } from './parts.ts';

export interface SettingsState {
  /** Null before the first save. */
  readonly saved: SavedSettings | null;
  readonly vanished: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Somebody waits for their settings, and not for a system that is slow. */
const ASK_WITHIN_MS = 6_000;

/** Never fails because of a foreign system. */
export async function readSettingsState(
  parts: UseCaseParts,
  account: AccountStore,
  language: Language,
): Promise<SettingsState> {
  const saved = await account.settings.current();
  if (saved === null) return { saved, vanished: [], warnings: [] };
  const signal = AbortSignal.timeout(ASK_WITHIN_MS);
  const check = { settings: saved.value, wereSaved: true, language, signal };
  const checked = await Promise.all([
    ifAnswered(checkInAsperion(parts, account, check)),
    ifAnswered(checkInOutSmart(parts, account, check)),
  ]);
  return {
    saved,
    vanished: checked.flatMap((part) => part?.problems ?? []),
    warnings: checked.flatMap((part) => part?.warnings ?? []),
  };
}

async function ifAnswered(asked: Promise<Checked>): Promise<Checked | null> {
  try {
    return await asked;
  } catch (error) {
    if (!isFault(error)) throw error;
    return null;
  }
}
