/**
 * Text of the invoice that is no product: the fixed text (E7), the extra lines (E9) and the reference (E8).
 * Knows nothing of materials, hours or VAT.
 */
import { foldCode, isBlank, oneLine } from '../kernel/text.ts';
import type { TextLine, Traced } from '../model/draft-invoice.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { traced } from './origins.ts';

/** The fixed text as typed, when there is one, then the extra lines that have a value. */
export function textLines(workOrder: WorkOrder, settings: Settings): TextLine[] {
  const extraLines = settings.extraLines.map((extraLine, index) => extraLineOf(workOrder, extraLine, `E${index + 1}`));
  return [fixedLine(settings.fixedText), ...extraLines].filter((line) => line !== null);
}

/** The chosen field, trimmed and on one line; null when none is chosen or it is empty. */
export function referenceOf(workOrder: WorkOrder, fieldId: string | null): Traced<string> | null {
  if (fieldId === null) return null;
  const raw = fieldValue(workOrder, fieldId);
  const reference = oneLine(raw);
  if (reference === '') return null;
  const found = raw === reference ? {} : { found: raw };
  const detail = { ...found, rule: 'reference.chosen-field', parameters: { field: fieldId } } as const;
  return traced(reference, 'work-order', fieldId, detail);
}

function fixedLine(fixedText: string | null): TextLine | null {
  if (fixedText === null || isBlank(fixedText)) return null;
  return { kind: 'text', tag: 'T', text: traced(fixedText, 'setting', 'fixedText', { rule: 'fixed-text.as-typed' }) };
}

function extraLineOf(workOrder: WorkOrder, extraLine: Settings['extraLines'][number], tag: string): TextLine | null {
  const values = extraLine.fields
    .map((fieldId) => oneLine(fieldValue(workOrder, fieldId)))
    .filter((value) => value !== '');
  if (values.length === 0) return null;
  const prefix = oneLine(extraLine.prefix);
  const text = [...(prefix === '' ? [] : [prefix]), ...values].join(' ');
  const fields = extraLine.fields.join(', ');
  const detail = { rule: 'extra-line.joined', parameters: { prefix, fields } } as const;
  return { kind: 'text', tag, text: traced(text, 'work-order', fields, detail) };
}

/** The settings refuse the internal description when saving; it does not leave from here either. */
function fieldValue(workOrder: WorkOrder, fieldId: string): string {
  if (foldCode(fieldId) === 'internalworkdescription') return '';
  return Object.hasOwn(workOrder.fields, fieldId) ? (workOrder.fields[fieldId] ?? '') : '';
}
