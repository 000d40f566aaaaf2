/**
 * Checks settings against both systems and saves them (I1-I4, E1-E9). The same checks for the page and the command line.
 */
import { dayInAmsterdam, type IsoDate } from '../kernel/dates.ts';
import { foldCode } from '../kernel/text.ts';
import { vatCodeFor } from '../mapping/vat.ts';
import type { Books, VatCode } from '../model/accounting.ts';
import type { AdministrationId } from '../model/ids.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import { type SavedSettings, SettingsChangedMeanwhile } from '../store/settings.ts';
import type { AccountStore } from '../store/store.ts';
import { type Problem, Refusal, type UseCaseParts } from './parts.ts';

export interface SaveOptions {
  readonly savedBy: string;
  /** The version that the person looked at; null: whatever is newest. */
  readonly basedOn: number | null;
  /** The person knows what changing the administration means (I1). */
  readonly mayChangeAdministration: boolean;
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
  const settings = parse(input);
  const current = await account.settings.current();
  const before = current?.value.administrationId ?? null;
  if (before !== null && settings.administrationId !== before && !options.mayChangeAdministration) {
    throw new Refusal(
      'settings.administration-change',
      `U kiest een andere administratie (${settings.administrationId ?? 'geen'} in plaats van ${before}). De koppelingen tussen gegevens blijven per administratie apart, ` +
        'en de eerste export naar de nieuwe administratie moet opnieuw worden bevestigd. Bevestig dat dit de bedoeling is.',
    );
  }
  const { problems, warnings } = await checkCodes(parts, account, settings);
  if (problems.length > 0) throw wrong(problems);
  try {
    // S1: from the moment the settings are saved the account exports by itself.
    const everyMs = settings.exportOn ? parts.exportEveryMs : null;
    const basedOn = options.basedOn ?? current?.version ?? 0;
    return { saved: await account.settings.save(settings, options.savedBy, basedOn, everyMs), warnings };
  } catch (error) {
    if (!(error instanceof SettingsChangedMeanwhile)) throw error;
    throw new Refusal(
      'settings.changed-meanwhile',
      'Iemand anders heeft de instellingen intussen gewijzigd. Bekijk ze opnieuw; er is niets overschreven.',
    );
  }
}

function parse(input: unknown): Settings {
  const result = settingsSchema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    const field = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: key, text: 'Deze instelling bestaat niet.' }));
    }
    return [{ field: field || '(alles)', text: issue.message }];
  });
  throw wrong(problems);
}

function wrong(problems: readonly Problem[]): Refusal {
  return new Refusal(
    'settings.wrong',
    `De instellingen zijn niet opgeslagen: ${problems.map(({ field, text }) => `${field}: ${text}`).join(' ')}`,
    problems,
  );
}

/** Problems keep the settings from being saved; warnings are told. */
interface Checked {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

async function checkCodes(parts: UseCaseParts, account: AccountStore, settings: Settings): Promise<Checked> {
  const only = (problem: Problem): Checked => ({ problems: [problem], warnings: [] });
  if (settings.administrationId === null) return only({ field: 'administrationId', text: 'Kies een administratie.' });
  const { signal } = new AbortController();
  const accounting = await parts.doors.openAccounting(account, signal);
  const administrations = await accounting.readAdministrations();
  if (!administrations.some(({ id }) => id === settings.administrationId)) {
    const names = administrations.map(({ id, name }) => `${id} (${name})`).join(', ');
    return only({
      field: 'administrationId',
      text: `Administratie ${settings.administrationId} bestaat niet of is niet toegankelijk. Wel: ${names}.`,
    });
  }
  const books = accounting.books(settings.administrationId as AdministrationId);
  const today = dayInAmsterdam(parts.clock.now());
  const asperion = await checkAsperionCodes(books, settings, today);
  const outsmart = await checkOutSmartCodes(parts, account, settings, signal);
  return {
    problems: [...asperion.problems, ...outsmart.problems],
    warnings: [...asperion.warnings, ...outsmart.warnings],
  };
}

async function checkAsperionCodes(books: Books, settings: Settings, today: IsoDate): Promise<Checked> {
  const [salesTypes, vatCodes, debtorKinds, paymentConditions] = await Promise.all([
    books.readSalesTypes(),
    books.readVatCodes(),
    books.readDebtorKinds(),
    books.readPaymentConditions(),
  ]);
  const problems: Problem[] = [];
  const check = (field: keyof Settings & string, what: string, choices: readonly string[]) => {
    const code = settings[field];
    if (code === null || choices.includes(String(code))) return;
    problems.push({
      field,
      text: `${what} ${code} bestaat niet in Asperion. Kies uit: ${choices.join(', ') || '(geen)'}.`,
    });
  };
  const ids = (records: readonly { readonly id: string | number }[]) => records.map(({ id }) => String(id));
  check('hourSalesTypeId', 'Verkoopsoort', ids(salesTypes));
  check('salesTypeId', 'Verkoopsoort', ids(salesTypes));
  check('debtorKindId', 'Debiteursoort', ids(debtorKinds));
  check('paymentConditionId', 'Betalingsconditie', ids(paymentConditions));
  check('vatCode', 'Btw-code voor verkoop', ids(vatCodes.filter((code) => isUsable(code, today))));
  if (settings.hourTypesOn && settings.hourSalesTypeId === null)
    problems.push({ field: 'hourSalesTypeId', text: 'Kies de verkoopsoort van de uursoorten.' });
  const { defaultHourType } = settings;
  if (defaultHourType !== null && (await books.findArticles([defaultHourType])).length === 0) {
    problems.push({
      field: 'defaultHourType',
      text: `Uursoort ${defaultHourType} bestaat niet als artikel in Asperion.`,
    });
  }
  return { problems, warnings: missingDefaults(settings, vatCodes, today) };
}

/** Usable as the chosen code: for sales and valid today. */
function isUsable(code: VatCode, today: IsoDate): boolean {
  return vatCodeFor(code.id, [{ ...code, isDefault: false }], today).kind === 'code';
}

/** Settings that may be saved but make work orders wait until they are completed (E4, E5). */
function missingDefaults(settings: Settings, vatCodes: readonly VatCode[], today: IsoDate): Problem[] {
  const warnings: Problem[] = [];
  const warn = (isMissing: boolean, field: string, text: string) => {
    if (isMissing) warnings.push({ field, text });
  };
  const { createRelations, createMaterials, exportOn } = settings;
  warn(
    exportOn && vatCodeFor(settings.vatCode, vatCodes, today).kind === 'missing',
    'vatCode',
    'Kies een standaard btw-percentage; tot dan wachten alle werkbonnen.',
  );
  warn(
    createRelations && settings.debtorKindId === null,
    'debtorKindId',
    'Kies de debiteursoort; tot dan worden geen debiteuren aangemaakt.',
  );
  warn(
    createRelations && settings.paymentConditionId === null,
    'paymentConditionId',
    'Kies de betalingsconditie; tot dan worden geen debiteuren aangemaakt.',
  );
  warn(
    createMaterials && settings.salesTypeId === null,
    'salesTypeId',
    'Kies de verkoopsoort; tot dan worden geen artikelen aangemaakt.',
  );
  return warnings;
}

async function checkOutSmartCodes(
  parts: UseCaseParts,
  account: AccountStore,
  settings: Settings,
  signal: AbortSignal,
): Promise<Checked> {
  const connection = await account.connections.outsmart();
  if (!connection) return { problems: [], warnings: [] };
  const fieldService = await parts.doors.openFieldService(account, signal);
  const problems: Problem[] = [];
  if (settings.workStatusCode !== null) {
    const statuses = await fieldService.readWorkStatuses();
    if (!statuses.some(({ code }) => foldCode(code) === foldCode(settings.workStatusCode ?? ''))) {
      const choices = statuses.map(({ code, name }) => `${code} (${name})`).join(', ');
      problems.push({
        field: 'workStatusCode',
        text: `Werkbonstatus ${settings.workStatusCode} bestaat niet in OutSmart. Kies uit: ${choices || '(geen)'}.`,
      });
    }
  }
  const chosen = [
    ...(settings.referenceField === null ? [] : [{ field: 'referenceField', id: settings.referenceField }]),
    ...settings.extraLines.flatMap((line, index) =>
      line.fields.map((id) => ({ field: `extraLines.${index}.fields`, id })),
    ),
  ];
  if (chosen.length > 0) {
    const known = new Set((await fieldService.readWorkOrderFields()).map(({ id }) => id));
    for (const { field, id } of chosen)
      if (!known.has(id)) problems.push({ field, text: `Veld ${id} bestaat niet op een werkbon.` });
  }
  const isStatusMissing = settings.exportOn && settings.workStatusCode === null && connection.workStatusCode === null;
  const warnings = isStatusMissing
    ? [
        {
          field: 'workStatusCode',
          text: 'Kies de werkbonstatus waarmee werkbonnen naar Asperion gaan; tot dan gaat er niets.',
        },
      ]
    : [];
  return { problems, warnings };
}
