/**
 * What went wrong outside of us, in a form the queue, the command line and the page can decide on.
 * A finding (a record that waits) is a value and no Fault; a bug is any other throw.
 */

/** What may be done with the call: never again, later, after a person reconnects, or only after a look-up. */
export type Retry = 'never' | 'later' | 'after-reconnect' | 'after-lookup';

export type ForeignSystem = 'outsmart' | 'asperion';

/** Every code has its sentence in `usecases/sentences.ts`; a code is never reused for something else. */
export type FaultCode =
  | 'outsmart.token_refused'
  | 'outsmart.software_token_refused'
  | 'outsmart.refused'
  | 'outsmart.unreachable'
  | 'outsmart.unclear'
  | 'outsmart.contract_broken'
  | 'asperion.not_connected'
  | 'asperion.connection_ended'
  | 'asperion.client_refused'
  | 'asperion.forbidden'
  | 'asperion.refused'
  | 'asperion.not_found'
  | 'asperion.rate_limited'
  | 'asperion.unreachable'
  | 'asperion.unclear'
  | 'asperion.contract_broken'
  | 'asperion.wrong_administration'
  | 'asperion.too_late_to_send'
  | 'sync.lease_lost'
  | 'sync.cancelled'
  | 'sync.account_stopped'
  | 'sync.not_configured'
  | 'sync.first_export_unconfirmed'
  | 'sync.no_licence'
  | 'sync.suspended'
  /** A system did not answer this account several runs in a row; automatic runs leave it alone for a while. */
  | 'sync.circuit_open'
  /** The account made as many foreign calls in a day as the installation allows. */
  | 'sync.call_budget'
  | 'store.secret_unreadable';

export interface FaultDetail {
  readonly retry: Retry;
  readonly system?: ForeignSystem;
  /** Name of the call as the API page spells it, without query: `POST /v1/articles`. */
  readonly call?: string;
  /** The member of the answer that broke its contract. */
  readonly field?: string;
  /** Messages of the foreign system, as they came. Shown to people; never parsed. */
  readonly messages?: readonly string[];
  /** What the sentence about it fills in, besides the above. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
  /** Start of the foreign body with tokens and personal details masked, for the operator. */
  readonly maskedBody?: string;
  readonly cause?: unknown;
}

export class Fault extends Error {
  readonly code: FaultCode;
  readonly retry: Retry;
  readonly detail: FaultDetail;

  constructor(code: FaultCode, detail: FaultDetail) {
    const where = detail.call ? ` at ${detail.call}` : '';
    const what = detail.messages?.length ? `: ${detail.messages.join('; ').slice(0, 500)}` : '';
    const field = detail.field ? ` (${detail.field})` : '';
    super(`${code}${where}${field}${what}`, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'Fault';
    this.code = code;
    this.retry = detail.retry;
    this.detail = detail;
  }
}

/** True for a Fault, and with a code for that Fault alone. */
export function isFault(error: unknown, code?: FaultCode): error is Fault {
  return error instanceof Fault && (code === undefined || error.code === code);
}
