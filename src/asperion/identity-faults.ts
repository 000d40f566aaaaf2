/**
 * From what openid-client throws to a Fault. The one distinction that must never go wrong: only `invalid_grant` ends a
 * connection; a refused client or a server in trouble leaves the customer's tokens as they are.
 */
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { Fault, type FaultDetail } from '../kernel/fault.ts';
import { HttpFailure } from '../kernel/http.ts';
import { retryAfterMs } from './retry-after.ts';

/** The step of the OAuth walk that failed. */
export type IdentityStep = 'exchange' | 'refresh' | 'revoke';

/** Answers that say our client, and not the customer's grant, is what is wrong. */
const CLIENT_ERRORS = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_request',
]);

type Detail = Omit<FaultDetail, 'retry'>;

/** The Fault for an error of the identity server. Anything that is no such error is a bug and answered as it is. */
export function faultOfIdentityError(step: IdentityStep, call: string, error: unknown): unknown {
  const detail = { system: 'asperion', call, cause: error } as const;
  if (error instanceof AuthorizationResponseError) {
    return new Fault('asperion.not_connected', { ...detail, messages: [wordsOf(error)], retry: 'after-reconnect' });
  }
  if (error instanceof ResponseBodyError) return faultOfRefusal(step, error, { ...detail, messages: [wordsOf(error)] });
  if (!(error instanceof ClientError)) return error;
  if (error.cause instanceof HttpFailure) {
    return new Fault('asperion.unreachable', { ...detail, messages: [error.cause.message], retry: 'later' });
  }
  if (error.cause instanceof Response) {
    return faultOfStatus(error.cause, { ...detail, messages: [`HTTP ${error.cause.status}`] });
  }
  const reason = error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
  return new Fault('asperion.contract_broken', { ...detail, messages: [reason], retry: 'later' });
}

function faultOfRefusal(step: IdentityStep, error: ResponseBodyError, detail: Detail): Fault {
  if (error.error === 'invalid_grant') {
    const code = step === 'refresh' ? 'asperion.connection_ended' : 'asperion.not_connected';
    return new Fault(code, { ...detail, retry: 'after-reconnect' });
  }
  if (CLIENT_ERRORS.has(error.error)) return new Fault('asperion.client_refused', { ...detail, retry: 'later' });
  return faultOfStatus(error.response, detail);
}

function faultOfStatus(response: Response, detail: Detail): Fault {
  if (response.status === 401) return new Fault('asperion.client_refused', { ...detail, retry: 'later' });
  if (response.status !== 429) return new Fault('asperion.unreachable', { ...detail, retry: 'later' });
  const waitMs = retryAfterMs(response.headers);
  return new Fault('asperion.rate_limited', {
    ...detail,
    retry: 'later',
    ...(waitMs === null ? {} : { retryAfterMs: waitMs }),
  });
}

function wordsOf(error: ResponseBodyError | AuthorizationResponseError): string {
  return error.error_description === undefined ? error.error : `${error.error}: ${error.error_description}`;
}
