/**
 * The settings as the fields on the page hold them, and back. Knows nothing of how they are drawn or saved.
 */
import type { AnswerOf } from '../../api/client.ts';

export type SavedSettings = AnswerOf<'GET /api/accounts/:accountId/settings'>;
export type Settings = NonNullable<SavedSettings['saved']>['value'];

export interface ExtraLine {
  readonly prefix: string;
  /** Three places, filled or not. */
  readonly fields: readonly (string | null)[];
}

/** Texts and choices as typed; a choice that is not made is null. */
export interface SettingsDraft {
  readonly administrationId: string | null;
  readonly importDebtors: boolean;
  readonly importArticles: boolean;
  readonly hourTypesOn: boolean;
  readonly hourSalesTypeId: string | null;
  readonly exportOn: boolean;
  readonly workStatusCode: string | null;
  readonly vatCode: string | null;
  readonly createRelations: boolean;
  readonly debtorKindId: string | null;
  readonly paymentConditionId: string | null;
  readonly createMaterials: boolean;
  readonly salesTypeId: string | null;
  readonly defaultHourType: string | null;
  readonly rounds: boolean;
  /** As typed, which may be anything. */
  readonly roundMinutes: string | number;
  readonly fixedText: string;
  readonly referenceField: string | null;
  readonly extraLines: readonly ExtraLine[];
}

export const EXTRA_LINES_MAX = 3;
const FIELDS_PER_LINE = 3;
/** What the switch proposes when it is turned on. */
const ROUND_TO_MINUTES = 15;

export const EMPTY_LINE: ExtraLine = { prefix: '', fields: [null, null, null] };

/** Settings before they were ever saved. */
const NOTHING_CHOSEN: Settings = {
  administrationId: null,
  importDebtors: false,
  importArticles: false,
  hourTypesOn: false,
  hourSalesTypeId: null,
  exportOn: false,
  workStatusCode: null,
  vatCode: null,
  createRelations: false,
  debtorKindId: null,
  paymentConditionId: null,
  createMaterials: false,
  salesTypeId: null,
  defaultHourType: null,
  roundMinutes: null,
  fixedText: null,
  referenceField: null,
  extraLines: [],
};

/** What the fields show for these settings; null: for who never saved. */
export function draftOf(settings: Settings | null): SettingsDraft {
  const { administrationId, paymentConditionId, roundMinutes, fixedText, extraLines, ...same } =
    settings ?? NOTHING_CHOSEN;
  return {
    ...same,
    administrationId: administrationId === null ? null : String(administrationId),
    paymentConditionId: paymentConditionId === null ? null : String(paymentConditionId),
    rounds: roundMinutes !== null,
    roundMinutes: roundMinutes ?? ROUND_TO_MINUTES,
    fixedText: fixedText ?? '',
    extraLines: extraLines.map(({ prefix, fields }) => ({
      prefix,
      fields: Array.from({ length: FIELDS_PER_LINE }, (_, place) => fields[place] ?? null),
    })),
  };
}

/** What is saved for these fields. Lines in which nothing was filled in are left out. */
export function settingsOf(draft: SettingsDraft): Settings {
  const { administrationId, paymentConditionId, rounds, roundMinutes, fixedText, extraLines, ...same } = draft;
  return {
    ...same,
    administrationId: administrationId === null ? null : Number(administrationId),
    paymentConditionId: paymentConditionId === null ? null : Number(paymentConditionId),
    roundMinutes: rounds ? Number(roundMinutes) : null,
    fixedText: fixedText === '' ? null : fixedText,
    extraLines: extraLines
      .map(({ prefix, fields }) => ({ prefix, fields: fields.filter((field) => field !== null) }))
      .filter(({ prefix, fields }) => prefix.trim() !== '' || fields.length > 0),
  };
}

/** What is chosen from the lists of one administration: the same code means something else in another. */
const OF_ADMINISTRATION = [
  'hourSalesTypeId',
  'vatCode',
  'debtorKindId',
  'paymentConditionId',
  'salesTypeId',
  'defaultHourType',
] as const satisfies readonly (keyof SettingsDraft)[];

/** Chooses an administration (I1): its codes are those that were saved with it, or are still to be chosen. */
export function withAdministration(administrationId: string | null, base: SettingsDraft): Partial<SettingsDraft> {
  const isSaved = administrationId === base.administrationId;
  return {
    administrationId,
    ...Object.fromEntries(OF_ADMINISTRATION.map((field) => [field, isSaved ? base[field] : null])),
  };
}

/** Whether saving either would come to the same. */
export function isSame(one: SettingsDraft, other: SettingsDraft): boolean {
  return inOrder(settingsOf(one)) === inOrder(settingsOf(other));
}

function inOrder(settings: Settings): string {
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** From 1 to 60, whole. */
export function isRoundMinutes(typed: string | number): boolean {
  const minutes = typeof typed === 'number' ? typed : /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 60;
}
