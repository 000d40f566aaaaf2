/**
 * What an answer of OutSmart, or the lack of one, means for the caller: which Fault, and what may be done next.
 * Pure. The one place that knows OutSmart's codes.
 */
import { Fault, type FaultDetail } from '../kernel/fault.ts';
import type { HttpFailure } from '../kernel/http.ts';

/** What a fault needs to know of the call it befell. */
export interface CallIdentity {
  /** As the API page spells it, without query: `GET GetWorkorders`. */
  readonly name: string;
  /** Whether doing it twice is the same as doing it once. */
  readonly isRepeatable: boolean;
}

/** An answer that carries OutSmart's own code. */
export interface CodedAnswer {
  readonly code: number;
  readonly messages: readonly string[];
  /** Start of the body with secrets and personal details masked. */
  maskedBody(): string;
}

const OK = 200;
const TOKEN_CODES = new Set([1002, 1004]);
const SOFTWARE_TOKEN_CODES = new Set([1003, 1005]);
const ENDPOINT_CODES = new Set([1000, 1001]);
const SERVER_ERROR = 1007;
/** Codes up to here are about the call as a whole, those above about a record in it. */
const WHOLE_CALL_CODE_MAX = 1050;
const NOT_FOUND = 1500;
const NOTHING_CHANGED = 1503;

/** @assumed (API notes 3) 1503, nothing changed, is no error: what was asked for is already so. */
export function isSuccess(code: number): boolean {
  return code === OK || code === NOTHING_CHANGED;
}

/** @assumed (API notes 7.1) A list that finds nothing answers 200 with `[]`; 1500 is taken for the same. */
export function isNotFound(code: number): boolean {
  return code === NOT_FOUND;
}

/** A Fault for a code that concerns the call as a whole; null for success and for codes about a record. */
export function faultOfWholeCall(call: CallIdentity, answer: CodedAnswer): Fault | null {
  const { code } = answer;
  if (code === OK || code > WHOLE_CALL_CODE_MAX) return null;
  const detail = detailOf(call, answer);
  if (TOKEN_CODES.has(code)) return new Fault('outsmart.token_refused', { ...detail, retry: 'after-reconnect' });
  if (SOFTWARE_TOKEN_CODES.has(code)) {
    return new Fault('outsmart.software_token_refused', { ...detail, retry: 'after-reconnect' });
  }
  if (ENDPOINT_CODES.has(code))
    return new Fault('outsmart.contract_broken', { ...detail, field: 'code', retry: 'never' });
  if (code === SERVER_ERROR) return outcomeUnknown(call, detail);
  return new Fault('outsmart.refused', { ...detail, retry: 'never' });
}

/** OutSmart understood the call and declines it. */
export function refusedFault(call: CallIdentity, answer: CodedAnswer): Fault {
  return new Fault('outsmart.refused', { ...detailOf(call, answer), retry: 'never' });
}

/** OutSmart's messages, or its code when it says nothing more. */
export function wordsOf(answer: CodedAnswer): readonly string[] {
  return answer.messages.length > 0 ? answer.messages : [`code ${answer.code}`];
}

/**
 * A Fault for an HTTP status that no documented answer has; null for 2xx.
 *
 * @assumed (API notes 3, 4) Documented errors are HTTP 200, so any other status comes from something in between: 429 and
 * 5xx pass by themselves, 401 means that the bearer token is refused, the rest says that the address is wrong.
 */
export function faultOfStatus(
  call: CallIdentity,
  status: number,
  evidence: { readonly maskedBody: string; readonly retryAfterMs: number | null },
): Fault | null {
  if (status >= 200 && status < 300) return null;
  const detail: Omit<FaultDetail, 'retry'> = {
    system: 'outsmart',
    call: call.name,
    messages: [`HTTP ${status}`],
    maskedBody: evidence.maskedBody,
    ...(evidence.retryAfterMs === null ? {} : { retryAfterMs: evidence.retryAfterMs }),
  };
  // Turned away at the door: nothing was done, whatever the call.
  if (status === 429) return new Fault('outsmart.unreachable', { ...detail, retry: 'later' });
  if (status >= 500 || status === 408) return outcomeUnknown(call, detail);
  if (status === 401) return new Fault('outsmart.token_refused', { ...detail, retry: 'after-reconnect' });
  return new Fault('outsmart.contract_broken', { ...detail, field: 'HTTP status', retry: 'never' });
}

/** A Fault for an exchange that failed. */
export function faultOfFailure(call: CallIdentity, failure: HttpFailure): Fault {
  const detail = { system: 'outsmart', call: call.name, messages: [failure.message], cause: failure } as const;
  if (failure.kind === 'not-sent') return new Fault('outsmart.unreachable', { ...detail, retry: 'later' });
  return outcomeUnknown(call, detail);
}

/** The caller stopped before anything was sent, or during a call that may be done again; its own reason goes first. */
export function stopped(call: CallIdentity, reason: unknown): Fault {
  if (reason instanceof Fault) return reason;
  return new Fault('sync.cancelled', { system: 'outsmart', call: call.name, retry: 'later', cause: reason });
}

/**
 * The answer is not what OutSmart's documentation says. After a write that cannot be done twice the outcome is unknown
 * on top of that, which is what counts.
 */
export function contractBroken(call: CallIdentity, field: string, maskedBody: string, cause?: unknown): Fault {
  const fault = new Fault('outsmart.contract_broken', {
    system: 'outsmart',
    call: call.name,
    field,
    maskedBody,
    retry: 'later',
    cause,
  });
  return call.isRepeatable ? fault : outcomeUnknown(call, { ...fault.detail, cause: fault });
}

/** Whether the work was done cannot be told. Harmless for what may be repeated; else a question to look up first. */
function outcomeUnknown(call: CallIdentity, detail: Omit<FaultDetail, 'retry'>): Fault {
  return call.isRepeatable
    ? new Fault('outsmart.unreachable', { ...detail, retry: 'later' })
    : new Fault('outsmart.unclear', { ...detail, retry: 'after-lookup' });
}

function detailOf(call: CallIdentity, answer: CodedAnswer): Omit<FaultDetail, 'retry'> {
  return { system: 'outsmart', call: call.name, messages: wordsOf(answer), maskedBody: answer.maskedBody() };
}
