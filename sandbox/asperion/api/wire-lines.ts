// The lines of an invoice or order on their way out: numbered when they are stored, wrapped when they are sent. Must not
// know what a line says.
import type { DraftLine } from '../books/records.ts';
import type { Call } from './call.ts';

/** Lines as they are sent. */
export const wireLines = <T>(lines: readonly T[]) => ({ _data: lines, _meta: { totalCount: lines.length } });

/** Gives each line its id. */
export function numbered(call: Call, lines: readonly Omit<DraftLine, 'id'>[]): DraftLine[] {
  return lines.map((line) => ({ id: call.store.next('draftLines'), ...line }));
}
