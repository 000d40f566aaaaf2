/**
 * Holds settings against both systems as they are now: which chosen codes exist, what is still missing, and what every code
 * is called. Saves nothing; save-settings.ts refuses what is wrong, settings-state.ts shows what has vanished.
 */
import { dayInAmsterdam, type IsoDate } from '../kernel/dates.ts';
import { foldCode } from '../kernel/text.ts';
import { vatCodeFor } from '../mapping/vat.ts';
import type { Books, VatCode } from '../model/accounting.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { Settings } from '../model/settings.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import type { Problem, UseCaseParts } from './parts.ts';
import { settingProblem } from './sentences-refusals.ts';
import type { CodeKind } from './sentences-refusals-nl.ts';

export interface SettingsCheck {
  readonly settings: Settings;
  /** Chosen codes were there when the settings were saved: one that is not there now has vanished. */
  readonly wereSaved: boolean;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** Problems keep the settings from being saved; warnings are told. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** What is so though it makes work orders wait. */
  readonly warnings: readonly Problem[];
  /** Names of codes, by setting and then by code, as far as they were read. */
  readonly names: SettingNames;
}

export type SettingNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What Asperion says of the settings. Faults of Asperion. */
export async function checkInAsperion(
  parts: UseCaseParts,
  account: AccountStore,
  check: SettingsCheck,
): Promise<Checked> {
  const { settings, language, signal } = check;
  const only = (text: string): Checked => ({
    problems: [{ field: 'administrationId', text }],
    warnings: [],
    names: new Map(),
  });
  const { administrationId } = settings;
  if (administrationId === null) return only(settingProblem(language, 'noAdministration'));
  const accounting = await parts.doors.openAccounting(account, signal);
  const administrations = await accounting.readAdministrations();
  if (!administrations.some(({ id }) => id === administrationId)) {
    const others = administrations.map(({ id, name }) => `${id} (${name})`).join(', ');
    return only(settingProblem(language, 'unknownAdministration', { id: administrationId, others }));
  }
  const books = accounting.books(administrationId as AdministrationId);
  const checked = await checkInBooks(books, dayInAmsterdam(parts.clock.now()), check);
  return { ...checked, names: new Map([...checked.names, ['administrationId', namesById(administrations)]]) };
}

async function checkInBooks(books: Books, today: IsoDate, check: SettingsCheck): Promise<Checked> {
  const { settings, language, wereSaved } = check;
  const [salesTypes, vatCodes, debtorKinds, paymentConditions] = await Promise.all([
    books.readSalesTypes(),
    books.readVatCodes(),
    books.readDebtorKinds(),
    books.readPaymentConditions(),
  ]);
  const problems: Problem[] = [];
  const require = (field: keyof Settings & string, what: CodeKind, choices: readonly { id: string | number }[]) => {
    const code = settings[field];
    const ids = choices.map(({ id }) => String(id));
    if (code === null || ids.includes(String(code))) return;
    const text = wereSaved
      ? settingProblem(language, 'vanishedCode', { what, code: String(code) })
      : settingProblem(language, 'unknownCode', { what, code: String(code), choices: ids.join(', ') });
    problems.push({ field, text });
  };
  require('hourSalesTypeId', 'salesType', salesTypes);
  require('salesTypeId', 'salesType', salesTypes);
  require('debtorKindId', 'debtorKind', debtorKinds);
  require('paymentConditionId', 'paymentCondition', paymentConditions);
  require('vatCode', 'vatCode', vatCodes.filter((code) => isUsable(code, today)));
  if (settings.hourTypesOn && settings.hourSalesTypeId === null)
    problems.push({ field: 'hourSalesTypeId', text: settingProblem(language, 'noHourSalesType') });
  const { defaultHourType } = settings;
  const hourArticles = defaultHourType === null ? [] : await books.findArticles([defaultHourType]);
  if (defaultHourType !== null && hourArticles.length === 0) {
    const name = wereSaved ? 'vanishedHourType' : 'unknownHourType';
    problems.push({ field: 'defaultHourType', text: settingProblem(language, name, { code: defaultHourType }) });
  }
  return {
    problems,
    warnings: missingDefaults(settings, vatCodes, today, language),
    names: new Map([
      ['hourSalesTypeId', namesById(salesTypes)],
      ['salesTypeId', namesById(salesTypes)],
      ['debtorKindId', namesById(debtorKinds)],
      ['paymentConditionId', namesById(paymentConditions)],
      ['vatCode', namesById(vatCodes)],
      ['defaultHourType', new Map(hourArticles.map(({ description }) => [defaultHourType ?? '', description]))],
    ]),
  };
}

function namesById(
  records: readonly { readonly id: string | number; readonly name?: string; readonly description?: string }[],
): ReadonlyMap<string, string> {
  return new Map(records.map(({ id, name, description }) => [String(id), name ?? description ?? '']));
}

/** Usable as the chosen code: for sales and valid today. */
export function isUsable(code: VatCode, today: IsoDate): boolean {
  return vatCodeFor(code.id, [{ ...code, isDefault: false }], today).kind === 'code';
}

/** Settings that may be saved but make work orders wait until they are completed (E4, E5). */
function missingDefaults(
  settings: Settings,
  vatCodes: readonly VatCode[],
  today: IsoDate,
  language: Language,
): Problem[] {
  const { createRelations, createMaterials, exportOn } = settings;
  const isVatMissing = exportOn && vatCodeFor(settings.vatCode, vatCodes, today).kind === 'missing';
  const missing = [
    { is: isVatMissing, field: 'vatCode', name: 'noVatCode' },
    { is: createRelations && settings.debtorKindId === null, field: 'debtorKindId', name: 'noDebtorKind' },
    {
      is: createRelations && settings.paymentConditionId === null,
      field: 'paymentConditionId',
      name: 'noPaymentCondition',
    },
    { is: createMaterials && settings.salesTypeId === null, field: 'salesTypeId', name: 'noSalesType' },
  ] as const;
  return missing.filter(({ is }) => is).map(({ field, name }) => ({ field, text: settingProblem(language, name) }));
}

/** What OutSmart says of the settings; nothing while it is not connected. Faults of OutSmart. */
export async function checkInOutSmart(
  parts: UseCaseParts,
  account: AccountStore,
  check: SettingsCheck,
): Promise<Checked> {
  const { settings, language, signal, wereSaved } = check;
  const connection = await account.connections.outsmart();
  if (!connection) return { problems: [], warnings: [], names: new Map() };
  const { workStatusCode, exportOn } = settings;
  const fields = chosenFields(settings);
  const fieldService = await parts.doors.openFieldService(account, signal);
  const statuses = workStatusCode === null ? [] : await fieldService.readWorkStatuses();
  const labels = new Map(
    (fields.length === 0 ? [] : await fieldService.readWorkOrderFields()).map(({ id, label }) => [id, label]),
  );
  const problems: Problem[] = [];
  if (workStatusCode !== null && !statuses.some(({ code }) => foldCode(code) === foldCode(workStatusCode))) {
    const choices = statuses.map(({ code, name }) => `${code} (${name})`).join(', ');
    const text = wereSaved
      ? settingProblem(language, 'vanishedWorkStatus', { code: workStatusCode })
      : settingProblem(language, 'unknownWorkStatus', { code: workStatusCode, choices });
    problems.push({ field: 'workStatusCode', text });
  }
  for (const { field, id } of fields) {
    const name = wereSaved ? 'vanishedField' : 'unknownField';
    if (!labels.has(id)) problems.push({ field, text: settingProblem(language, name, { id }) });
  }
  const isStatusMissing = exportOn && workStatusCode === null && connection.workStatusCode === null;
  return {
    problems,
    warnings: isStatusMissing ? [{ field: 'workStatusCode', text: settingProblem(language, 'noWorkStatus') }] : [],
    names: new Map([
      ['workStatusCode', new Map(statuses.map(({ code, name }) => [code, name]))],
      ['referenceField', labels],
      ['extraLines', labels],
    ]),
  };
}

/** The fields of a work order that the settings name, with the setting that does. */
function chosenFields({ referenceField, extraLines }: Settings): readonly { field: string; id: string }[] {
  return [
    ...(referenceField === null ? [] : [{ field: 'referenceField', id: referenceField }]),
    ...extraLines.flatMap((line, index) => line.fields.map((id) => ({ field: `extraLines.${index}.fields`, id }))),
  ];
}
