/**
 * What is different between two settings, one entry a setting, as the audit trail keeps it: codes with their names as they
 * were then, so that it can be read when the codes are gone. Words of a language come in when it is shown
 * (sentences-audit.ts).
 */
import type { Settings } from '../model/settings.ts';
import { settingsSchema } from '../model/settings.ts';
import type { AuditChange } from '../store/audit.ts';
import type { SettingNames } from './check-settings.ts';

/** Stands for a switch that is on or off. */
export const SWITCH_VALUES = { true: 'on', false: 'off' } as const;

/** Of settings that were never saved, `before` is null: what differs from how they begin. */
export function settingsChanges(before: Settings | null, after: Settings, names: SettingNames): AuditChange[] {
  const old = readable(before ?? settingsSchema.parse({}), names);
  const fresh = readable(after, names);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? '', after: fresh.get(field) ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** Every setting as a text; empty for one that is not set. Each extra line is a setting of its own. */
function readable({ extraLines, ...settings }: Settings, names: SettingNames): Map<string, string> {
  const values = new Map<string, string>();
  for (const [field, value] of Object.entries(settings)) values.set(field, valueText(value, names.get(field)));
  for (const [index, { prefix, fields }] of extraLines.entries()) {
    const labels = fields.map((id) => names.get('extraLines')?.get(id) ?? id).join(', ');
    values.set(`extraLines.${index}`, [prefix.trim(), labels].filter((part) => part !== '').join(' '));
  }
  return values;
}

function valueText(value: string | number | boolean | null, names: ReadonlyMap<string, string> | undefined): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return SWITCH_VALUES[`${value}`];
  const name = names?.get(String(value)) ?? '';
  return name === '' ? String(value) : `${value} · ${name}`;
}
