// Judges one posted record against the fields of its kind. It saves nothing and knows no codes: the endpoint turns
// the verdict into an answer.

import { type FieldSpec, judgeValue } from './field-spec.ts';
import { type WireValue, wireText } from './wire-values.ts';

/** How severe the sandbox is where the documentation is silent. */
export interface Severity {
  /** A text that does not fit its column. */
  overLong: 'refuse' | 'cut';
  /** A field that no documentation names. */
  unknownFields: 'refuse' | 'ignore';
}

export type Verdict =
  | { kind: 'good'; fields: Record<string, WireValue> }
  | { kind: 'missing' | 'invalid'; messages: string[] };

/** The fields of one kind of record, ready for look-up by name. */
export interface FieldSet {
  list: readonly FieldSpec[];
  byName: ReadonlyMap<string, FieldSpec>;
  /** A record in which nothing was filled in. */
  initial: Readonly<Record<string, WireValue>>;
}

export function fieldSet(...list: FieldSpec[]): FieldSet {
  const initial = Object.fromEntries(list.map((spec) => [spec.name, spec.initial]));
  return { list, byName: new Map(list.map((spec) => [spec.name, spec])), initial };
}

/** One message per required field that is absent or empty. */
function missingMessages(fields: FieldSet, posted: Record<string, unknown>): string[] {
  const messages: string[] = [];
  for (const spec of fields.list) {
    if (spec.need !== 'required') continue;
    const value = posted[spec.name];
    // False ends up empty in a text column, and so is missing too.
    if (value === undefined || value === null || value === '' || value === false) {
      messages.push(`Required field missing: ${spec.name}`);
    }
  }
  return messages;
}

/**
 * The posted fields as they will be stored, or what is wrong. Fields that are named in `elsewhere` are left to the
 * caller. What is missing is reported before what is invalid.
 */
export function judgeRecord(
  fields: FieldSet,
  posted: unknown,
  severity: Severity,
  elsewhere: ReadonlySet<string> = new Set(),
): Verdict {
  if (!isRecord(posted)) return { kind: 'invalid', messages: ['A record must be an object'] };
  const missing = missingMessages(fields, posted);
  if (missing.length > 0) return { kind: 'missing', messages: missing };
  const stored: Record<string, WireValue> = {};
  const messages: string[] = [];
  for (const [name, value] of Object.entries(posted)) {
    if (elsewhere.has(name)) continue;
    const spec = fields.byName.get(name);
    if (spec === undefined || spec.need === 'reply') {
      if (severity.unknownFields === 'refuse') messages.push(`Unknown field: ${name}`);
      continue;
    }
    const text = wireText(value);
    const judgement =
      text === undefined ? { problem: `${name} is not a text` } : judgeValue(spec, text, severity.overLong);
    if ('problem' in judgement) messages.push(judgement.problem);
    else stored[name] = judgement.value;
  }
  return messages.length > 0 ? { kind: 'invalid', messages } : { kind: 'good', fields: stored };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
