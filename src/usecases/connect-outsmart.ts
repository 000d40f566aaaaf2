/**
 * Connects an account to OutSmart with its customer token (C4), and makes sure that a work status for the export exists (E2).
 */
import { createHash } from 'node:crypto';
import { isFault } from '../kernel/fault.ts';
import type { FieldService, WorkStatus } from '../model/field-service.ts';
import type { AccountStore } from '../store/store.ts';
import type { UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

export interface OutSmartConnected {
  readonly tokenEnding: string;
  /** The work status that marks work orders for export; null when the person has to choose one. */
  readonly workStatus: (WorkStatus & { readonly isCreated: boolean }) | null;
  /** To choose from, when there is none. */
  readonly workStatuses: readonly WorkStatus[];
}

const WANTED: WorkStatus = { code: '1', name: 'Naar Asperion' };

/**
 * Checks the token against OutSmart at once and stores it sealed. Takes the token itself or the address that the back
 * office opened. Refusals: outsmart.token-empty, outsmart.token-refused, outsmart.connected-elsewhere,
 * outsmart.other-account.
 */
export async function connectOutSmart(
  parts: UseCaseParts,
  account: AccountStore,
  tokenOrAddress: string,
): Promise<OutSmartConnected> {
  const token = tokenFrom(tokenOrAddress);
  const fieldService = await parts.tryOutSmart(token);
  try {
    await fieldService.checkCredentials();
  } catch (error) {
    if (!isFault(error, 'outsmart.token_refused')) throw error;
    throw refusal('outsmart.token-refused');
  }
  await requireConnectedOnce(account, keyOf(token));
  await requireSameOutSmart(account, fieldService);
  const workStatuses = await fieldService.readWorkStatuses();
  const workStatus = await ensureWorkStatus(fieldService, workStatuses);
  await account.connections.saveOutSmart({
    token,
    outsmartKey: keyOf(token),
    workStatusCode: workStatus?.code ?? null,
  });
  return { tokenEnding: token.slice(-4), workStatus, workStatuses };
}

/** The token in `https://…?token=abc&softwareName=…`, or the text itself. */
function tokenFrom(tokenOrAddress: string): string {
  const text = tokenOrAddress.trim();
  const token = URL.canParse(text) ? (new URL(text).searchParams.get('token') ?? '').trim() : text;
  if (token === '' || /\s/.test(token)) throw refusal('outsmart.token-empty');
  return token;
}

/**
 * Names the OutSmart account in marks of origin. Taken from the token, which OutSmart never changes, so that a new
 * installation for the same customer finds the marks of the old one.
 */
function keyOf(token: string): string {
  return createHash('sha256').update(`koppeling outsmart ${token}`).digest('hex').slice(0, 10);
}

/**
 * Row ids of another OutSmart account would be taken for work orders that were invoiced already. A new token is therefore
 * only accepted when it opens the same OutSmart account: a work order we know must be there under its number.
 */
async function requireSameOutSmart(account: AccountStore, fieldService: FieldService): Promise<void> {
  const known = await account.workOrders.list({ limit: KNOWN_LOOKED_AT, offset: 0 });
  // One with a number; and not only one, for a work order may have been deleted in OutSmart.
  const [first, ...others] = known.filter(({ orderNumber }) => orderNumber !== '').slice(0, KNOWN_ASKED_MAX);
  if (!first) return;
  for (const { rowId, orderNumber } of [first, ...others]) {
    if ((await fieldService.readWorkOrder(rowId))?.orderNumber.trim() === orderNumber) return;
  }
  throw refusal('outsmart.other-account', { number: first.orderNumber });
}

const KNOWN_LOOKED_AT = 50;
const KNOWN_ASKED_MAX = 5;

/** Two accounts on one OutSmart would each make an invoice of every work order. */
async function requireConnectedOnce(account: AccountStore, outsmartKey: string): Promise<void> {
  if (!(await account.connections.isOutSmartOfAnother(outsmartKey))) return;
  throw refusal('outsmart.connected-elsewhere');
}

/** An existing status for this, or code 1 when it is free. Never renames one of the customer's. */
async function ensureWorkStatus(
  fieldService: FieldService,
  existing: readonly WorkStatus[],
): Promise<OutSmartConnected['workStatus']> {
  const named = existing.find((status) => isForAsperion(status.name));
  if (named) return { ...named, isCreated: false };
  if (existing.some((status) => status.code.trim() === WANTED.code)) return null;
  await fieldService.createWorkStatus(WANTED);
  return { ...WANTED, isCreated: true };
}

/** "Naar Asperion" in whatever dress, but not the opposite that OutSmart's own connectors create beside it. */
function isForAsperion(name: string): boolean {
  const text = name.toLowerCase().replace(/\s+/g, ' ');
  return text.includes('naar asperion') && !text.includes('niet naar asperion');
}
