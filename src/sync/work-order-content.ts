/**
 * The part of a work order that makes its invoice, as plain JSON: kept with the intent, so that a change between draft and
 * acknowledge can be shown in both versions.
 */
import type { MemberChange, WorkOrder } from '../model/work-order.ts';

/** Members that change by themselves, or by our own acknowledgement. */
const VOLATILE_FIELDS = new Set(['status', 'WorkStatus', 'MutationDate']);
const CHANGES_MAX = 20;
const TEXT_CHARACTERS_MAX = 200;

/** What counts for the invoice, as JSON would give it back. */
export function contentOf(workOrder: WorkOrder): Record<string, unknown> {
  const fields = Object.fromEntries(Object.entries(workOrder.fields).filter(([id]) => !VOLATILE_FIELDS.has(id)));
  const { workParty, invoiceParty, materials, workPeriods } = workOrder;
  return JSON.parse(JSON.stringify({ workParty, invoiceParty, materials, workPeriods, fields })) as Record<
    string,
    unknown
  >;
}

/** The members that differ, at most twenty, texts cut to 200 characters. */
export function changedMembers(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): MemberChange[] {
  const old = flatten(before);
  const now = flatten(after);
  const changes: MemberChange[] = [];
  for (const member of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(member) ?? '', now.get(member) ?? ''];
    if (was !== is && changes.length < CHANGES_MAX)
      changes.push({ member, before: was.slice(0, TEXT_CHARACTERS_MAX), after: is.slice(0, TEXT_CHARACTERS_MAX) });
  }
  return changes;
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) flatten(member, path === '' ? key : `${path}.${key}`, into);
  } else into.set(path, String(value));
  return into;
}
