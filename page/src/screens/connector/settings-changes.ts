/**
 * What somebody changed in the settings, in words, for the bar in which it is saved.
 */
import type { Language } from '../../texts/language.ts';
import { capital } from '../../texts/moment-words.ts';
import type { SettingsSavingTexts } from '../../texts/settings-saving-texts.ts';
import type { SettingsTexts } from '../../texts/settings-texts.ts';
import type { SettingsDraft } from './settings-draft.ts';

/** How changes are worded, and what the settings are called. */
type Words = SettingsSavingTexts & Pick<SettingsTexts, 'labels'>;

/** The name of a chosen code, as the drop-down shows it; the code itself when the list is not there. */
export type NameOf = (field: keyof SettingsDraft, code: string) => string;

const SWITCHES = [
  'importDebtors',
  'importArticles',
  'hourTypesOn',
  'exportOn',
  'createRelations',
  'createMaterials',
] as const;
const CHOICES = [
  'administrationId',
  'hourSalesTypeId',
  'workStatusCode',
  'vatCode',
  'debtorKindId',
  'paymentConditionId',
  'salesTypeId',
  'defaultHourType',
  'referenceField',
] as const;

/** One phrase a change, in the order of the page. */
export function changesInWords(
  before: SettingsDraft,
  after: SettingsDraft,
  nameOf: NameOf,
  texts: Words,
): readonly string[] {
  const { labels } = texts;
  const phrases = new Map<keyof SettingsDraft, string>();
  for (const field of SWITCHES)
    if (before[field] !== after[field])
      phrases.set(field, after[field] ? texts.turnedOn(labels[field]) : texts.turnedOff(labels[field]));
  for (const field of CHOICES) {
    const code = after[field];
    if (before[field] === code) continue;
    phrases.set(
      field,
      code === null ? texts.becomesEmpty(labels[field]) : texts.becomes(labels[field], nameOf(field, code)),
    );
  }
  const rounding = roundingInWords(before, after, texts);
  if (rounding) phrases.set('rounds', rounding);
  if (before.fixedText !== after.fixedText) phrases.set('fixedText', texts.theText(labels.fixedText));
  if (JSON.stringify(before.extraLines) !== JSON.stringify(after.extraLines))
    phrases.set('extraLines', texts.theText(labels.extraLines));
  return [...phrases.entries()]
    .sort(([one], [other]) => orderOf(texts, one) - orderOf(texts, other))
    .map(([, phrase]) => phrase);
}

function roundingInWords(before: SettingsDraft, after: SettingsDraft, texts: Words): string | null {
  const [from, to] = [String(before.roundMinutes), String(after.roundMinutes)];
  if (before.rounds && !after.rounds) return texts.turnedOff(texts.labels.rounds);
  if (!before.rounds && after.rounds) return texts.roundedTo(to);
  return after.rounds && from !== to ? texts.minutesFromTo(from, to) : null;
}

function orderOf(texts: Words, field: keyof SettingsDraft): number {
  return Object.keys(texts.labels).indexOf(field);
}

/** `Uren afronden van 30 naar 15 minuten en de Tekstregel op order.` */
export function asSentence(phrases: readonly string[], language: Language): string {
  if (phrases.length === 0) return '';
  return `${capital(new Intl.ListFormat(language).format(phrases))}.`;
}
