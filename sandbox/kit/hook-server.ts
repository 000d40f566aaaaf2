// Puts the kit onto a sandbox's Fastify server: every API request is noted in the journal, slowed down by the base
// latency and struck by the fault switches that apply; the operator's routes appear under /_sandbox/.
// It knows nothing of the API behind it.

import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import type { SandboxClock } from './clock.ts';
import { errorPage } from './error-page.ts';
import type { FaultRule, FaultSwitches } from './faults.ts';
import { holdAnswer } from './hold-answer.ts';
import { type Journal, type JournalEntry, keptBody } from './journal.ts';
import { operatorRoutes } from './operator-routes.ts';

/** The settings every sandbox has. Changed at run time by the owner of the object or by the operator's route. */
export interface KitSettings {
  /** Added to every API answer. */
  latencyMs: number;
  /** How long, on the sandbox clock, a created record stays out of lists. */
  lateVisibilityMs: number;
}

export interface Kit<S extends KitSettings> {
  clock: SandboxClock;
  faults: FaultSwitches;
  journal: Journal;
  /** Live: the sandbox reads it at each request. */
  settings: S;
  /** Judges the body of POST /_sandbox/settings: a strict object in which everything is optional. */
  settingsSchema: ZodType<Partial<S>>;
  /** Which paths (without query) belong to the API; only those are journalled, slowed down and struck. */
  isApi: (path: string) => boolean;
  /** The account a request concerns, as fault rules and the journal name it; empty when it does not say. */
  partyOf: (request: FastifyRequest) => string;
}

export interface HookedServer {
  /** Writes a remark on the outcome into the journal entry of this request. */
  noteOutcome(request: FastifyRequest, outcome: string): void;
}

const lateWorkKinds = new Set(['drop-after', 'truncated']);

/**
 * Hooks the kit onto `app`; call it before the sandbox adds its own hooks and routes. Faults and latency come after
 * the body was read and before preHandler hooks, so a slowed request is worked on even when the client has left.
 */
export function hookServer<S extends KitSettings>(app: FastifyInstance, kit: Kit<S>): HookedServer {
  const entryOf = new WeakMap<FastifyRequest, JournalEntry>();

  app.addHook('onRequest', (request, _reply, done) => {
    const path = pathOf(request.url);
    if (kit.isApi(path)) {
      const query = { ...(request.query as Record<string, unknown>) };
      const party = kit.partyOf(request);
      const at = kit.clock.now().toISOString();
      entryOf.set(request, kit.journal.open({ at, method: request.method, path, query, party }));
    }
    done();
  });

  app.addHook('preValidation', (request, reply, done) => {
    const entry = entryOf.get(request);
    if (entry === undefined) return done();
    entry.bodyText = keptBody(request.body);
    const rules = kit.faults.take({ method: request.method, url: request.url, party: entry.party });
    if (rules.length > 0) entry.fault = rules.map((rule) => rule.kind).join('+');
    const waitMs = kit.settings.latencyMs + delayOf(rules, false);
    const go = (): void => {
      if (rules.length === 0 || !answeredByFault(reply, entry, rules)) done();
    };
    if (waitMs > 0) after(go, waitMs);
    else go();
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const entry = entryOf.get(request);
    // Noted before a byte leaves, so that whoever has the answer finds it in the journal.
    if (entry !== undefined && entry.fault === '') entry.status = reply.statusCode;
    done(null, payload);
  });

  app.addHook('onResponse', (request, reply, done) => {
    const entry = entryOf.get(request);
    // Answers written to the bare response do not pass onSend.
    if (entry !== undefined && entry.fault === '' && entry.status === 0) entry.status = reply.raw.statusCode;
    done();
  });

  app.register(async (scope) => operatorRoutes(scope, kit), { prefix: '/_sandbox' });

  return {
    noteOutcome(request, outcome) {
      const entry = entryOf.get(request);
      if (entry !== undefined) entry.outcome = outcome;
    },
  };
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function delayOf(rules: readonly FaultRule[], afterWork: boolean): number {
  let ms = 0;
  for (const rule of rules) {
    if (rule.kind === 'delay' && (rule.afterWork ?? false) === afterWork) ms += rule.delayMs ?? 0;
  }
  return ms;
}

/** Strikes before the work and returns true, or prepares a strike after the work and returns false. */
function answeredByFault(reply: FastifyReply, entry: JournalEntry, rules: readonly FaultRule[]): boolean {
  const worksFirst = (rule: FaultRule): boolean => lateWorkKinds.has(rule.kind) || rule.afterWork === true;
  const early = rules.find((rule) => rule.kind !== 'delay' && !worksFirst(rule));
  if (early !== undefined) {
    reply.hijack();
    strike(reply, entry, early, Buffer.alloc(0));
    return true;
  }
  const late = rules.find((rule) => rule.kind !== 'delay');
  const lateMs = delayOf(rules, true);
  holdAnswer(reply.raw, ({ status, body }) => {
    const answer = (): void => {
      if (late === undefined) {
        entry.status = status;
        reply.raw.end(body);
      } else strike(reply, entry, late, body);
    };
    if (lateMs > 0) after(answer, lateMs);
    else answer();
  });
  return false;
}

function strike(reply: FastifyReply, entry: JournalEntry, rule: FaultRule, body: Buffer): void {
  const response = reply.raw;
  if (response.destroyed) return;
  if (rule.kind === 'drop-before' || rule.kind === 'drop-after') {
    response.socket?.destroy();
  } else if (rule.kind === 'truncated') {
    entry.status = response.statusCode;
    sendHalf(response, body);
  } else if (rule.kind === 'html') {
    entry.status = rule.status ?? 502;
    sendInstead(response, entry.status, 'text/html; charset=utf-8', errorPage(entry.status));
  } else if (rule.kind === 'rate-limit') {
    entry.status = 429;
    const retryAfter = { 'retry-after': String(rule.retryAfterSeconds ?? 1) };
    sendInstead(response, 429, 'application/json', '{"message":"Too many requests"}', retryAfter);
  } else {
    entry.status = rule.status ?? 500;
    sendInstead(response, entry.status, 'application/json', '{"message":"Unexpected error"}');
  }
}

/** Promises the whole body and cuts the connection in the middle of it. */
function sendHalf(response: ServerResponse, body: Buffer): void {
  response.setHeader('content-length', body.length);
  response.flushHeaders();
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

function sendInstead(response: ServerResponse, status: number, type: string, text: string, extra = {}): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { ...extra, 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
