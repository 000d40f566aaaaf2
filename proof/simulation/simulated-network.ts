/**
 * The way from a process to both systems: what it sends leaves at once, arrives later, and is answered later still, or never,
 * or by something in between. What left a process arrives whatever becomes of that process.
 */
import type { SeededRandom } from '#sandbox/demo/seeded-random.ts';
import type { Ask, GivenAnswer } from '#sandbox/kit/ask.ts';
import { type Exchange, exchange, type HttpAnswer, HttpFailure, type HttpRequest } from '#src/kernel/http.ts';
import type { ScheduledEvent, Scheduler } from './scheduler.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { type Destination, type FaultKind, LATE_WORK_MS_MAX, type Weather } from './weather.ts';

/** Something that was carried out over there. */
export interface Work {
  readonly destination: Destination;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: GivenAnswer;
}

export interface NetworkParts {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly random: SeededRandom;
  readonly asperion: { readonly origin: string; readonly ask: Ask };
  readonly outsmart: { readonly origin: string; readonly ask: Ask };
  readonly identityOrigin: string;
  /** Told right after the work, whatever becomes of the answer. */
  readonly onWork: (work: Work) => void;
}

export class SimulatedNetwork {
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** The network as one process has it. */
  exchangeOf(process: SimulatedProcess): Exchange {
    return (request) => new Flight(this.#parts, process, request).answer;
  }
}

/** One request on its way, until its sender has an answer or gave up. */
class Flight {
  readonly #parts: NetworkParts;
  readonly #process: SimulatedProcess;
  readonly #request: HttpRequest;
  readonly #destination: Destination;
  readonly #name: string;
  readonly answer: Promise<HttpAnswer>;
  #resolve: (answer: HttpAnswer) => void = () => undefined;
  #reject: (failure: HttpFailure) => void = () => undefined;
  #isOver = false;
  #giveUp: ScheduledEvent | null = null;

  constructor(parts: NetworkParts, process: SimulatedProcess, request: HttpRequest) {
    this.#parts = parts;
    this.#process = process;
    this.#request = request;
    this.#destination = destinationOf(parts, request.url);
    this.#name = `${process.name}  ${request.method} ${request.url.pathname}${tellingQuery(request.url)}`;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (request.signal?.aborted) this.#fail('cancelled', 'stopped on request');
    else this.#leave();
  }

  #leave(): void {
    const { weather, scheduler } = this.#parts;
    const { timeoutMs, signal } = this.#request;
    this.#process.countOperation(scheduler, this.#request.method === 'POST');
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    this.#giveUp = scheduler.after(timeoutMs, `${this.#name} timed out`, this.#process, () =>
      this.#fail('unclear', `no answer within ${timeoutMs} ms`),
    );
    const fault = weather.faultFor(this.#destination, `${this.#request.method} ${this.#request.url.pathname}`);
    if (fault) this.#goWrong(fault);
    else this.#workAndThen(weather.wayMs(), '', (answer) => this.#receive(answer));
  }

  readonly #onAbort = (): void => this.#fail('cancelled', 'stopped on request');

  #goWrong(fault: FaultKind): void {
    const { weather, random } = this.#parts;
    const wayMs = weather.wayMs();
    if (fault === 'no-connection') this.#later(wayMs, fault, () => this.#fail('not-sent', 'ECONNREFUSED'));
    else if (fault === 'lost-before-work') this.#later(wayMs, fault, () => this.#fail('unclear', 'ECONNRESET'));
    else if (fault === 'error-before-work') this.#later(wayMs, fault, () => this.#receive(failed(random)));
    else if (fault === 'html-before-work') this.#later(wayMs, fault, () => this.#receive(HTML));
    else if (fault === 'refused') this.#later(wayMs, fault, () => this.#receive(REFUSAL));
    else if (fault === 'rate-limited') this.#later(wayMs, fault, () => this.#receive(rateLimit(random)));
    else if (fault === 'slow') this.#beSlow();
    else if (fault === 'lost-after-work') this.#workAndThen(wayMs, fault, () => this.#fail('unclear', 'ECONNRESET'));
    else if (fault === 'error-after-work') this.#workAndThen(wayMs, fault, () => this.#receive(failed(random)));
    else if (fault === 'html-after-work') this.#workAndThen(wayMs, fault, () => this.#receive(HTML));
    else this.#workAndThen(wayMs, fault, (answer) => this.#cutShort(answer));
  }

  /** The client gives up first; the work is done afterwards, or never. */
  #beSlow(): void {
    const { random } = this.#parts;
    if (this.#destination === 'identity' || random.chance(30)) return;
    const lateMs = this.#request.timeoutMs + random.whole(1, LATE_WORK_MS_MAX - this.#request.timeoutMs);
    this.#workAndThen(lateMs, 'carried out late', () => undefined);
  }

  #cutShort(answer: GivenAnswer): void {
    if (this.#parts.random.chance(50)) this.#fail('unclear', 'terminated');
    else this.#receive({ ...answer, text: answer.text.slice(0, answer.text.length >> 1) });
  }

  #workAndThen(inMs: number, remark: string, then: (answer: GivenAnswer) => void): void {
    const { scheduler, weather } = this.#parts;
    scheduler.after(inMs, `${this.#name} arrives${remark && `, ${remark}`}`, null, async () => {
      const answer = await this.#work();
      this.#later(weather.wayMs(), `${answer.status}`, () => then(answer));
    });
  }

  #later(inMs: number, remark: string, act: () => void): void {
    this.#parts.scheduler.after(inMs, `${this.#name} ${remark}`, this.#process, act);
  }

  async #work(): Promise<GivenAnswer> {
    const { asperion, outsmart, onWork } = this.#parts;
    const { method, url, headers = {}, body } = this.#request;
    const destination = this.#destination;
    const asked = { method, url: url.pathname + url.search, headers, body };
    const answer =
      destination === 'identity'
        ? await overRealNetwork(this.#request)
        : await (destination === 'asperion' ? asperion : outsmart).ask(asked);
    onWork({ destination, method, url, headers, body: body ?? '', answer });
    return answer;
  }

  #receive({ status, headers, text }: GivenAnswer): void {
    if (this.#end()) this.#resolve({ status, headers: new Headers(headers), text });
  }

  #fail(kind: HttpFailure['kind'], message: string): void {
    // A cause, as every failure of the real network has one.
    if (this.#end()) this.#reject(new HttpFailure(kind, message, new Error(message)));
  }

  /** False when it was over already. */
  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    if (this.#giveUp) this.#giveUp.isCancelled = true;
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}

/** The identity server is a library with a server of its own, so it is asked as it is, from begin to end in one event. */
async function overRealNetwork({ signal: _signal, ...request }: HttpRequest): Promise<GivenAnswer> {
  const { status, headers, text } = await exchange({ ...request, timeoutMs: 30_000 });
  return { status, headers: Object.fromEntries(headers), text };
}

function destinationOf(parts: NetworkParts, url: URL): Destination {
  if (url.origin === parts.asperion.origin) return 'asperion';
  if (url.origin === parts.outsmart.origin) return 'outsmart';
  if (url.origin === parts.identityOrigin) return 'identity';
  throw new Error(`nobody lives at ${url.origin}`);
}

/** The part of a query that tells what is asked for; never a token. */
function tellingQuery({ searchParams }: URL): string {
  const told = ['update_status', 'row_id', 'CustomerNumber', 'Code', 'page'].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return told.length === 0 ? '' : `?${told.join('&')}`;
}

const HTML: GivenAnswer = { status: 502, headers: { 'content-type': 'text/html' }, text: '<html>Bad gateway</html>' };
const REFUSAL: GivenAnswer = {
  status: 400,
  headers: { 'content-type': 'application/json' },
  text: '{"title":"Invalid","errors":{"$":["not now"]}}',
};

function failed(random: SeededRandom): GivenAnswer {
  const status = random.pick([500, 502, 503, 504]);
  return { status, headers: { 'content-type': 'application/json' }, text: '{"message":"Unexpected error"}' };
}

function rateLimit(random: SeededRandom): GivenAnswer {
  const headers = { 'content-type': 'application/json', 'retry-after': String(random.whole(1, 20)) };
  return { status: 429, headers, text: '{"message":"Too many requests"}' };
}
