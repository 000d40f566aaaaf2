/**
 * One call of Asperion's API: headers, token, who waits and who may be repeated. Knows no endpoint and no record.
 * Repeated are: anything after a 401 with a renewed token (once) and after a 429 (it was certainly not carried out),
 * and reads after a failure. Anything else that fails becomes a Fault at once.
 */
import { Fault } from '../kernel/fault.ts';
import { JsonTooMuch, readForeignJson } from '../kernel/foreign-json.ts';
import { type HttpAnswer, HttpFailure, type HttpRequest } from '../kernel/http.ts';
import type { Outside } from '../kernel/outside.ts';
import { Slots } from '../kernel/slots.ts';
import type { MaySend } from '../model/accounting.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { TokenVault } from '../model/token-vault.ts';
import { Access } from './access.ts';
import { type AsperionConnection, addressOf, assertPrivate } from './connection.ts';
import { type Effect, faultOfAnswer, faultOfFailure, faultOfUnreadableBody } from './faults.ts';
import { backoffMs, retryAfterMs } from './retry-after.ts';
import { USER_AGENT } from './user-agent.ts';

export type Query = Readonly<Record<string, string>>;

export interface ApiCall {
  readonly method: HttpRequest['method'];
  readonly path: string;
  /** One record of the path's collection. */
  readonly id?: string;
  readonly query?: Query;
  /** The administration it is about; null for the list of administrations itself. */
  readonly administrationId: AdministrationId | null;
  readonly body?: string;
  readonly effect: Effect;
  /** Asked right before each time the request leaves. */
  readonly maySend?: MaySend;
  /** Ends this call alone, besides the signal of the whole door. */
  readonly signal?: AbortSignal;
}

/** A successful answer. `json` is undefined when the body is none (only ever after a dry run or a delete). */
export interface ApiAnswer {
  /** The call as faults name it: `GET /v1/articles`. */
  readonly call: string;
  readonly text: string;
  readonly json: unknown;
}

/** How often a read is sent at most. */
const READ_ATTEMPTS_MAX = 3;
/** How long one call waits at most for a rate limit, all its waits together. */
const RATE_LIMIT_WAITS_MS_MAX = 60_000;
/** How long a read waits at most because a 503 asks for it. */
const UNAVAILABLE_WAIT_MS_MAX = 10_000;
/** Read answers hold a page at most; this is far beyond the largest page. */
const BODY_BYTES_MAX = 64 * 1024 * 1024;

/** What happened to a call so far. */
interface Trail {
  failures: number;
  rateLimits: number;
  rateLimitWaitsMs: number;
  isTokenRenewed: boolean;
}

/** The API of one connection. At most `concurrency` exchanges are under way at once. */
export class AsperionApi {
  readonly connection: AsperionConnection;
  readonly #access: Access;
  readonly #slots: Slots;
  readonly #signal: AbortSignal | undefined;
  readonly #outside: Outside;
  #callCount = 0;
  /** Nobody sends before this moment of the timer: one call's rate limit counts for all. */
  #silentUntilMs = 0;

  constructor(
    connection: AsperionConnection,
    vault: TokenVault,
    { signal, ...outside }: { readonly signal?: AbortSignal | undefined } & Outside,
  ) {
    assertPrivate(connection.apiUrl);
    this.connection = connection;
    this.#access = new Access(connection, vault, outside);
    this.#slots = new Slots(connection.concurrency);
    this.#signal = signal;
    this.#outside = outside;
  }

  /** Exchanges made with the API so far, repeated ones included; the identity server's are not counted. */
  get callCount(): number {
    return this.#callCount;
  }

  /**
   * Makes the call and answers what a 2xx brought. Faults: asperion.refused, .forbidden, .not_found, .rate_limited,
   * .unreachable, .unclear (a change that may have been carried out), .contract_broken, .too_late_to_send (not sent),
   * sync.cancelled or the Fault that the signal was aborted with, and those of TokenVault and `refreshTokens`.
   */
  async call(request: ApiCall): Promise<ApiAnswer> {
    return this.#slots.run(() => this.#callUntilDone(request));
  }

  async #callUntilDone(request: ApiCall): Promise<ApiAnswer> {
    const name = `${request.method} ${request.path}${request.id === undefined ? '' : '/{id}'}`;
    const trail: Trail = { failures: 0, rateLimits: 0, rateLimitWaitsMs: 0, isTokenRenewed: false };
    for (;;) {
      const { tokens, version } = await this.#access.current();
      await this.#silence(name, request);
      const outcome = await this.#send(name, request, tokens.accessToken);
      if (outcome instanceof HttpFailure) {
        if (outcome.kind === 'cancelled' && isHarmless(request)) throw stopped(name, this.#signalOf(request)?.reason);
        await this.#repeatLater(name, request, trail, faultOfFailure(name, request.effect, outcome), null);
        continue;
      }
      if (outcome.status === 401 && !trail.isTokenRenewed) {
        trail.isTokenRenewed = true;
        await this.#access.renewRefused(version);
        continue;
      }
      if (outcome.status >= 200 && outcome.status < 300) {
        const answer = readBody(name, request.effect, outcome);
        if (!(answer instanceof Fault)) return answer;
        await this.#repeatLater(name, request, trail, answer, null);
        continue;
      }
      await this.#repeatLater(name, request, trail, faultOfAnswer(name, request.effect, outcome), outcome);
    }
  }

  /** Waits until the call may be repeated, or throws the fault when it may not. */
  async #repeatLater(
    name: string,
    request: ApiCall,
    trail: Trail,
    fault: Fault,
    answer: HttpAnswer | null,
  ): Promise<void> {
    if (answer?.status === 429) {
      trail.rateLimits += 1;
      const waitMs = Math.max(fault.detail.retryAfterMs ?? 0, this.#backoffMs(trail.rateLimits));
      trail.rateLimitWaitsMs += waitMs;
      if (trail.rateLimitWaitsMs > RATE_LIMIT_WAITS_MS_MAX) throw fault;
      this.#silentUntilMs = Math.max(this.#silentUntilMs, this.#outside.timer.elapsedMs() + waitMs);
      return;
    }
    if (request.effect !== 'read' || !isPassing(fault)) throw fault;
    trail.failures += 1;
    const askedMs = (answer && retryAfterMs(answer.headers)) ?? 0;
    if (trail.failures >= READ_ATTEMPTS_MAX || askedMs > UNAVAILABLE_WAIT_MS_MAX) throw fault;
    await this.#wait(name, request, Math.max(askedMs, this.#backoffMs(trail.failures)));
  }

  #backoffMs(attempt: number): number {
    return backoffMs(attempt, this.#outside.random);
  }

  async #silence(name: string, request: ApiCall): Promise<void> {
    for (let leftMs = this.#silenceLeftMs(); leftMs > 0; leftMs = this.#silenceLeftMs()) {
      await this.#wait(name, request, leftMs);
    }
  }

  #silenceLeftMs(): number {
    return Math.ceil(this.#silentUntilMs - this.#outside.timer.elapsedMs());
  }

  async #wait(name: string, request: ApiCall, ms: number): Promise<void> {
    const signal = this.#signalOf(request);
    try {
      await this.#outside.timer.sleep(ms, signal);
    } catch (error) {
      throw stopped(name, signal?.reason ?? error);
    }
  }

  async #send(name: string, request: ApiCall, accessToken: string): Promise<HttpAnswer | HttpFailure> {
    const signal = this.#signalOf(request);
    if (signal?.aborted) throw stopped(name, signal.reason);
    if (request.maySend && !request.maySend()) {
      throw new Fault('asperion.too_late_to_send', { retry: 'later', system: 'asperion', call: name });
    }
    this.#callCount += 1;
    try {
      return await this.#outside.exchange({
        method: request.method,
        url: this.#addressOf(request),
        headers: this.#headersOf(request, accessToken),
        ...(request.body === undefined ? {} : { body: request.body }),
        timeoutMs: this.connection.timeoutMs,
        signal,
        bodyBytesMax: BODY_BYTES_MAX,
      });
    } catch (error) {
      if (error instanceof HttpFailure) return error;
      throw error;
    }
  }

  #signalOf(request: ApiCall): AbortSignal | undefined {
    if (!request.signal) return this.#signal;
    return this.#signal ? AbortSignal.any([this.#signal, request.signal]) : request.signal;
  }

  #addressOf(request: ApiCall): URL {
    const record = request.id === undefined ? '' : `/${encodeURIComponent(request.id)}`;
    const address = addressOf(this.connection.apiUrl, request.path + record);
    for (const [name, value] of Object.entries(request.query ?? {})) address.searchParams.set(name, value);
    return address;
  }

  #headersOf(request: ApiCall, accessToken: string): Readonly<Record<string, string>> {
    const { administrationId } = request;
    return {
      authorization: `Bearer ${accessToken}`,
      accept: 'application/json',
      'accept-language': 'nl-NL',
      'user-agent': USER_AGENT,
      ...(administrationId === null ? {} : { [this.connection.tenantHeader]: String(administrationId) }),
      ...(request.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    };
  }
}

/** A call that changes nothing, so that it may be stopped at any moment. */
function isHarmless({ effect }: ApiCall): boolean {
  return effect === 'read' || effect === 'dry-run';
}

/** A fault that may be gone a moment later. */
function isPassing(fault: Fault): boolean {
  return (
    fault.retry === 'later' && (fault.code === 'asperion.unreachable' || fault.code === 'asperion.contract_broken')
  );
}

/** Nothing is under way. Whoever stopped us says why with a Fault, or it is simply cancelled. */
function stopped(call: string, reason: unknown): Fault {
  if (reason instanceof Fault) return reason;
  return new Fault('sync.cancelled', { retry: 'later', system: 'asperion', call, cause: reason });
}

function readBody(call: string, effect: Effect, answer: HttpAnswer): ApiAnswer | Fault {
  try {
    return { call, text: answer.text, json: readForeignJson(answer.text) };
  } catch (error) {
    // A dry run or a delete that succeeded has said all there is to say, with or without a body.
    if (effect === 'dry-run' || effect === 'delete') return { call, text: answer.text, json: undefined };
    const text = error instanceof JsonTooMuch ? `${answer.text.slice(0, 1_000)} (${error.message})` : answer.text;
    return faultOfUnreadableBody(call, effect, { ...answer, text });
  }
}
