/**
 * One call of OutSmart: token pair in the query, envelope out of the answer, and the attempts a call is worth.
 * Knows endpoints by name only; what an answer's payload means is for client.ts.
 */
import { setTimeout as sleepFor } from 'node:timers/promises';
import { Fault } from '../kernel/fault.ts';
import { JsonTooMuch, readForeignJson } from '../kernel/foreign-json.ts';
import { type Exchange, exchange, type HttpAnswer, HttpFailure } from '../kernel/http.ts';
import { maskBody } from '../kernel/masking.ts';
import { Slots } from '../kernel/slots.ts';
import {
  type CallIdentity,
  type CodedAnswer,
  contractBroken,
  faultOfFailure,
  faultOfStatus,
  faultOfWholeCall,
  isSuccess,
  stopped,
} from './faults.ts';
import { envelopeRecord } from './records.ts';

/** Where and as whom OutSmart is spoken to. */
export interface OutSmartConnection {
  /** Up to and including the version: `https://app.out-smart.com/openapi/8`. */
  readonly apiUrl: string;
  /** The customer's token. */
  readonly token: string;
  /** The token of this software package; the two belong together. */
  readonly softwareToken: string;
  /**
   * Sent as `Authorization: Bearer` when filled.
   *
   * @assumed (API notes 2) Not needed: most working clients send none, though the current docs declare it.
   */
  readonly bearer: string | null;
  readonly timeoutMs: number;
  /** For lists and for posting batches, which can take minutes. */
  readonly listTimeoutMs: number;
  /** Exchanges at once, at most. */
  readonly concurrency: number;
}

/** How to wait between attempts; passed in so that tests need not. */
export interface Waiting {
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 up to 1, as Math.random. */
  random(): number;
}

export const realWaiting: Waiting = {
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal }).catch(() => undefined),
  random: Math.random,
};

export interface Call extends CallIdentity {
  readonly method: 'GET' | 'POST';
  readonly endpoint: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly isLong: boolean;
}

/** The envelope of an answer whose code is not about the call as a whole. */
export interface Answer extends CodedAnswer {
  /** The payload as it came; undefined when there is none. */
  readonly response: unknown;
}

export interface Caller {
  /** HTTP exchanges begun so far, failed ones included. */
  readonly exchangeCount: number;
  /**
   * Carries out the call, up to three times when it may be repeated. Faults: outsmart.token_refused,
   * outsmart.software_token_refused, outsmart.unreachable, outsmart.unclear, outsmart.contract_broken, outsmart.refused
   * and sync.cancelled (or the Fault with which the signal was aborted).
   */
  call(call: Call): Promise<Answer>;
}

const ATTEMPTS_MAX = 3;
const FIRST_PAUSE_MS = 500;
/** A longer wait asked for by `Retry-After` is left to whoever plans the next run. */
const PAUSE_MS_MAX = 30_000;
const MESSAGES_MAX = 20;
const MESSAGE_CHARACTERS_MAX = 500;

/** A caller for one connection; every call ends early when the signal is aborted. */
export function createCaller(
  connection: OutSmartConnection,
  signal: AbortSignal | undefined,
  waiting: Waiting,
  send: Exchange = exchange,
): Caller {
  const slots = new Slots(connection.concurrency);
  const mask = maskerOf(connection);
  let exchangeCount = 0;

  const attempt = async (call: Call): Promise<Answer> => {
    const answer = await slots.run(() => {
      if (signal?.aborted) throw stopped(call, signal.reason);
      exchangeCount += 1;
      return send(requestOf(connection, call, signal)).catch((error: unknown) => {
        throw error instanceof HttpFailure ? exchangeFault(error, call, signal) : error;
      });
    });
    return readAnswer(call, answer, mask);
  };

  return {
    get exchangeCount() {
      return exchangeCount;
    },
    async call(call) {
      for (let attempts = 1; ; attempts += 1) {
        try {
          return await attempt(call);
        } catch (error) {
          const pauseMs = pauseBeforeNext(error, call, attempts, waiting.random);
          if (pauseMs === null) throw error;
          await waiting.sleep(pauseMs, signal);
        }
      }
    },
  };
}

function requestOf(connection: OutSmartConnection, call: Call, signal: AbortSignal | undefined) {
  // The trailing slash is optional by the docs; OutSmart's own former adapter sent it.
  const url = new URL(`${connection.apiUrl.replace(/\/+$/, '')}/${call.endpoint}/`);
  url.search = new URLSearchParams({
    token: connection.token,
    software_token: connection.softwareToken,
    ...call.query,
  }).toString();
  return {
    method: call.method,
    url,
    headers: {
      Accept: 'application/json',
      ...(call.body === null ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
      ...(connection.bearer ? { Authorization: `Bearer ${connection.bearer}` } : {}),
    },
    ...(call.body === null ? {} : { body: call.body }),
    timeoutMs: call.isLong ? connection.listTimeoutMs : connection.timeoutMs,
    signal,
  };
}

function exchangeFault(failure: HttpFailure, call: Call, signal: AbortSignal | undefined): Fault {
  if (failure.kind === 'cancelled' && call.isRepeatable) return stopped(call, signal?.reason);
  return isUnreadable(failure) ? contractBroken(call, 'body', failure.message, failure) : faultOfFailure(call, failure);
}

/** The kernel gives every failure a cause except its own verdicts: an answer beyond the bound, or in no UTF-8. */
function isUnreadable(failure: HttpFailure): boolean {
  return failure.kind === 'unclear' && failure.cause === undefined;
}

/** The envelope inside the answer, or the Fault it amounts to. */
function readAnswer(call: Call, answer: HttpAnswer, mask: (text: string) => string): Answer {
  const start = startOf(answer.text);
  const maskedBody = (): string => mask(start);
  const json = parsedJson(answer.text);
  const envelope = envelopeRecord.safeParse(json);
  if (envelope.success) {
    const messages = envelope.data.messages
      .slice(0, MESSAGES_MAX)
      .map((message) => mask(startOf(message)).slice(0, MESSAGE_CHARACTERS_MAX));
    const { code, response } = envelope.data;
    const coded: Answer = { code, messages, response, maskedBody };
    const fault = faultOfWholeCall(call, coded);
    if (fault) throw fault;
    // An error code says more than the status it comes with; a success in an answer that failed says nothing.
    if (answer.status < 300 || !isSuccess(coded.code)) return coded;
  }
  const evidence = { maskedBody: maskedBody(), retryAfterMs: retryAfterMs(answer.headers) };
  const fault = faultOfStatus(call, answer.status, evidence);
  if (fault) throw fault;
  if (json instanceof JsonTooMuch)
    throw contractBroken(call, 'body', `${evidence.maskedBody.slice(0, 1_000)} (${json.message})`, json);
  throw contractBroken(call, json === NOT_JSON ? 'body' : 'code', evidence.maskedBody);
}

/** Twice what a Fault keeps, so that masking meets no secret cut in two; copied, so that a large body is let go. */
function startOf(text: string): string {
  return Buffer.from(text.slice(0, 8_000)).toString('utf8');
}

const NOT_JSON = Symbol('not JSON');

/** An error of ours is answered. That of JSON.parse is left out of the Fault: it quotes the body, unmasked. */
function parsedJson(text: string): unknown {
  try {
    return readForeignJson(text);
  } catch (error) {
    return error instanceof JsonTooMuch ? error : NOT_JSON;
  }
}

/**
 * How long to wait before the call is tried again; null when it is not. Only what may be repeated is, and only for a
 * failure that passes by itself.
 */
function pauseBeforeNext(error: unknown, call: Call, attempts: number, random: () => number): number | null {
  if (!(error instanceof Fault) || error.retry !== 'later' || !error.code.startsWith('outsmart.')) return null;
  if (!call.isRepeatable || attempts >= ATTEMPTS_MAX) return null;
  const backoffMs = FIRST_PAUSE_MS * 2 ** (attempts - 1);
  const pauseMs = Math.max(Math.round(backoffMs * (0.5 + random())), error.detail.retryAfterMs ?? 0);
  return pauseMs <= PAUSE_MS_MAX ? pauseMs : null;
}

/** `Retry-After` in whole seconds; a date is ignored, since the two clocks need not agree. */
function retryAfterMs(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

/** Anything shorter is no secret worth the name, and masking it would blacken words that hold it. */
const SECRET_CHARACTERS_MIN = 8;

/** Masks what the kernel masks, and the connection's own secrets wherever an answer repeats them. */
function maskerOf(connection: OutSmartConnection): (text: string) => string {
  const secrets = [connection.token, connection.softwareToken, connection.bearer ?? '']
    .filter((secret) => secret.length >= SECRET_CHARACTERS_MIN)
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return (text) => maskBody(secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text));
}
