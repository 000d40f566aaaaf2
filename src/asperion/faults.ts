/**
 * From an answer or a failure of Asperion's API to a Fault. Pure. The question behind each: was the call carried out?
 */
import { Fault, type FaultDetail } from '../kernel/fault.ts';
import { readForeignJson } from '../kernel/foreign-json.ts';
import type { HttpAnswer, HttpFailure } from '../kernel/http.ts';
import { maskBody } from '../kernel/masking.ts';
import { cutText, isBlank } from '../kernel/text.ts';
import { retryAfterMs } from './retry-after.ts';

/** What a call may change on the other side. A dry run (`validateOnly`) changes nothing, but is not repeated by itself. */
export type Effect = 'read' | 'dry-run' | 'create' | 'delete';

/** Statuses that do not tell whether the call was carried out, beside those from 500. */
const UNCLEAR_STATUSES = new Set([408, 425, 499]);

/**
 * The Fault of an answer outside 200-299.
 * @assumed Which status stands for what; the form of the body is known.
 */
export function faultOfAnswer(call: string, effect: Effect, answer: HttpAnswer): Fault {
  const detail = { system: 'asperion', call, messages: problemMessages(answer) } as const;
  const { status } = answer;
  if (status === 429) {
    const waitMs = retryAfterMs(answer.headers);
    return new Fault('asperion.rate_limited', {
      ...detail,
      retry: 'later',
      ...(waitMs === null ? {} : { retryAfterMs: waitMs }),
    });
  }
  // Refused with a token that was renewed a moment ago. Only the identity server can end a connection; this may pass.
  if (status === 401) return new Fault('asperion.forbidden', { ...detail, retry: 'later' });
  if (status === 403) return new Fault('asperion.forbidden', { ...detail, retry: 'never' });
  if (status >= 400 && status < 500 && !UNCLEAR_STATUSES.has(status)) {
    const isMissing = status === 404 && (effect === 'read' || effect === 'delete');
    return new Fault(isMissing ? 'asperion.not_found' : 'asperion.refused', { ...detail, retry: 'never' });
  }
  return withoutClearAnswer(effect, { ...detail, maskedBody: maskBody(answer.text) });
}

/** The Fault of an exchange that failed. */
export function faultOfFailure(call: string, effect: Effect, failure: HttpFailure): Fault {
  const detail = { system: 'asperion', call, messages: [failure.message], cause: failure } as const;
  if (failure.kind === 'not-sent') return new Fault('asperion.unreachable', { ...detail, retry: 'later' });
  return withoutClearAnswer(effect, detail);
}

/** The Fault of a successful answer whose body cannot be read as JSON. */
export function faultOfUnreadableBody(call: string, effect: Effect, answer: HttpAnswer): Fault {
  const detail = { system: 'asperion', call, field: 'body', maskedBody: maskBody(answer.text) } as const;
  if (effect === 'read') return new Fault('asperion.contract_broken', { ...detail, retry: 'later' });
  return withoutClearAnswer(effect, detail);
}

/** A read answer that is JSON, but not of the shape the contract says. `field` names the member. */
export function contractBroken(call: string, field: string, body: string): Fault {
  return new Fault('asperion.contract_broken', {
    retry: 'never',
    system: 'asperion',
    call,
    field,
    maskedBody: maskBody(body),
  });
}

function withoutClearAnswer(effect: Effect, detail: Omit<FaultDetail, 'retry'>): Fault {
  if (effect === 'read' || effect === 'dry-run')
    return new Fault('asperion.unreachable', { ...detail, retry: 'later' });
  return new Fault('asperion.unclear', { ...detail, retry: 'after-lookup' });
}

const MESSAGES_MAX = 50;
const MESSAGE_CHARACTERS_MAX = 500;

/**
 * What an error body says to people: each of `errors` as `field: text`, else detail, title or the status. Never empty.
 * The content type does not matter (both are seen), nor does a body that is no JSON at all.
 */
export function problemMessages(answer: Pick<HttpAnswer, 'status' | 'text'>): readonly string[] {
  const problem = parseObject(answer.text);
  const messages = problem === null ? [] : [...fieldMessages(member(problem, 'errors'))];
  if (messages.length === 0 && problem !== null) {
    for (const name of ['detail', 'title', 'error_description', 'error', 'message']) {
      const text = member(problem, name);
      if (typeof text === 'string' && !isBlank(text)) {
        messages.push(text);
        break;
      }
    }
  }
  if (messages.length === 0) messages.push(`HTTP ${answer.status}`);
  return messages.slice(0, MESSAGES_MAX).map((message) => cutText(message, MESSAGE_CHARACTERS_MAX));
}

function* fieldMessages(errors: unknown): Generator<string> {
  if (typeof errors !== 'object' || errors === null) return;
  for (const [field, texts] of Object.entries(errors)) {
    // A list instead of an object has places for fields; they say nothing to people.
    const prefix = Array.isArray(errors) || field === '' ? '' : `${field}: `;
    for (const text of Array.isArray(texts) ? texts : [texts]) {
      yield prefix + (typeof text === 'string' ? text : JSON.stringify(text));
    }
  }
}

function parseObject(text: string): object | null {
  try {
    const value = readForeignJson(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function member(of: object, name: string): unknown {
  const entry = Object.entries(of).find(([key]) => key.toLowerCase() === name);
  return entry?.[1];
}
