/**
 * The commands `settings get` and `settings set`. The checks are the use case's: the same as on the page.
 */
import { settingsSchema } from '../../model/settings.ts';
import type { SavedSettings } from '../../store/settings.ts';
import { saveSettings } from '../../usecases/save-settings.ts';
import { dutchDateTime } from '../../usecases/sentences-numbers.ts';
import { WrongUse } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { textFrom } from '../given-text.ts';
import { chooseAccount, type Session } from '../session.ts';
import { settingsText } from '../show/settings-text.ts';

export async function showSettings(session: Session, accountName: string | undefined): Promise<ExitCode> {
  const { terminal, isJson, parts } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const saved = await store.settings.current();
  const settings = saved?.value ?? settingsSchema.parse({});
  if (isJson) {
    terminal.printJson({ account: named, ...versionOf(saved), settings }, 'indented');
    return EXIT.done;
  }
  const when = saved
    ? `Versie ${saved.version}, opgeslagen ${dutchDateTime(saved.savedAt, parts.clock.now())} door ${saved.savedBy}.`
    : 'Nog niet opgeslagen; zo staan ze voor u begint:';
  terminal.print(when);
  terminal.print(settingsText(settings, terminal.columns));
  return EXIT.done;
}

export interface SetSettingsOptions {
  readonly name: string | undefined;
  readonly file: string;
  readonly mayChangeAdministration: boolean;
}

export async function setSettings(
  session: Session,
  { name, file, mayChangeAdministration }: SetSettingsOptions,
): Promise<ExitCode> {
  const { terminal, isJson, parts, person } = session;
  const { store, named } = await chooseAccount(session, name);
  const { settings, basedOn } = readSettings(await textFrom(file, terminal), file);
  const { saved, warnings } = await saveSettings(parts, store, settings, {
    savedBy: person,
    basedOn,
    mayChangeAdministration,
  });
  if (isJson) {
    terminal.printJson({ account: named, ...versionOf(saved), settings: saved.value, warnings }, 'indented');
    return EXIT.done;
  }
  terminal.print(`De instellingen van ${named.name} zijn opgeslagen als versie ${saved.version}.`);
  for (const { field, text } of warnings) terminal.print(`Let op, ${field}: ${text}`);
  return EXIT.done;
}

function versionOf(saved: SavedSettings | null) {
  return { version: saved?.version ?? 0, savedAt: saved?.savedAt ?? null, savedBy: saved?.savedBy ?? null };
}

/** The settings themselves, or the document of `settings get --json` with the version that it was taken from. */
function readSettings(text: string, file: string): { settings: unknown; basedOn: number | null } {
  const given = parse(text, file);
  if (!isRecord(given) || !('settings' in given)) return { settings: given, basedOn: null };
  return { settings: given.settings, basedOn: typeof given.version === 'number' ? given.version : null };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new WrongUse(`${file === '-' ? 'Standaardinvoer' : file} is geen JSON: ${(error as Error).message}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
