/**
 * Making one record in Asperion, exactly once or with an honest "unclear". Knows no kind of record.
 */
import { Fault } from '../kernel/fault.ts';
import { maskBody } from '../kernel/masking.ts';
import type { MaySend } from '../model/accounting.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { ApiAnswer, AsperionApi } from './call.ts';
import { faultOfUnreadableBody } from './faults.ts';
import { assertAdministration } from './lists.ts';
import { createdRecord } from './records.ts';

export interface Created {
  readonly id: string;
  readonly invoiceNumber: string | null;
  readonly administrationId: AdministrationId | null;
}

/**
 * Sends the body once (again only after an answer that says it was not carried out) and answers what was made.
 * Faults: asperion.refused and .forbidden (certainly not made), .unclear (unknown: look it up), .too_late_to_send,
 * .unreachable, .rate_limited and those of the token (not made, may be sent later).
 */
export async function createRecord(
  api: AsperionApi,
  path: string,
  administrationId: AdministrationId,
  body: string,
  maySend: MaySend,
): Promise<Created> {
  const answer = await api.call({ method: 'POST', path, administrationId, body, effect: 'create', maySend });
  const made = createdIn(answer.json);
  if (!made)
    throw faultOfUnreadableBody(answer.call, 'create', { status: 200, headers: new Headers(), text: answer.text });
  return made;
}

/**
 * Asks whether the body would be accepted and answers the objections in Asperion's words; none means it would be.
 * @assumed `validateOnly` on drafts and orders; it is known of debtors and bookings.
 * Faults: those of a call that makes nothing, asperion.wrong_administration, and asperion.contract_broken when the
 * answer holds the id of a record, which a dry run must not make.
 */
export async function checkRecord(
  api: AsperionApi,
  path: string,
  administrationId: AdministrationId,
  body: string,
): Promise<readonly string[]> {
  const query = { validateOnly: 'true' };
  const answer = await objectionsOr(() =>
    api.call({ method: 'POST', path, query, administrationId, body, effect: 'dry-run' }),
  );
  if (Array.isArray(answer)) return answer;
  const made = createdIn(answer.json);
  if (made) throw madeByDryRun(answer);
  const meta = createdRecord.pick({ _meta: true }).safeParse(firstOf(answer.json));
  if (meta.success) assertAdministration(answer, meta.data._meta, administrationId);
  return [];
}

async function objectionsOr(ask: () => Promise<ApiAnswer>): Promise<ApiAnswer | string[]> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Fault && error.code === 'asperion.refused') return [...(error.detail.messages ?? [])];
    throw error;
  }
}

function madeByDryRun(answer: ApiAnswer): Fault {
  return new Fault('asperion.contract_broken', {
    retry: 'never',
    system: 'asperion',
    call: answer.call,
    field: 'id',
    messages: ['a dry run made a record'],
    maskedBody: maskBody(answer.text),
  });
}

/** An id that stands for "none": a dry run may answer the record with one. */
const NO_RECORD = /^(0|-\d+)$/;

function createdIn(json: unknown): Created | null {
  const record = createdRecord.safeParse(firstOf(json));
  if (!record.success || NO_RECORD.test(record.data.id)) return null;
  const { id, invoiceNumber, _meta: meta } = record.data;
  // The envelope of a list tells the administration outside of its rows.
  const outside = createdRecord.pick({ _meta: true }).safeParse(json);
  const administrationId =
    meta?.administrationId ?? (outside.success ? outside.data._meta?.administrationId : null) ?? null;
  return {
    id,
    invoiceNumber: invoiceNumber.trim() === '' ? null : invoiceNumber,
    administrationId: administrationId as AdministrationId | null,
  };
}

/** The bare object, or the only row of a list: both are seen. */
function firstOf(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('_data' in json)) return json;
  const data: unknown = json._data;
  return Array.isArray(data) ? data[0] : data;
}
