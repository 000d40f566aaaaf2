// The operator's switchboard over HTTP, for tests and demos in another process: faults, journal, clock, settings.
// It changes how the sandbox behaves, never what it contains.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultKinds } from './faults.ts';
import type { Kit, KitSettings } from './hook-server.ts';

/** A whole seed may come in one body. */
const seedBytesMax = 256 * 1024 * 1024;

const count = z.number().int().min(0);

const faultRuleSchema = z.strictObject({
  kind: z.enum(faultKinds),
  method: z.string().optional(),
  path: z.string().optional(),
  party: z.string().optional(),
  times: count.optional(),
  skip: count.optional(),
  delayMs: count.optional(),
  status: z.number().int().min(200).max(599).optional(),
  retryAfterSeconds: count.optional(),
  afterWork: z.boolean().optional(),
});

const clockSchema = z.union([
  z.strictObject({ set: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a moment in time') }),
  z.strictObject({ advanceMs: z.number() }),
  z.strictObject({ reset: z.literal(true) }),
]);

const journalQuerySchema = z.object({
  method: z.string().optional(),
  path: z.string().optional(),
  party: z.string().optional(),
  afterSeq: z.coerce.number().optional(),
});

/**
 * Makes this scope speak JSON on its own, whatever the rest of the server does with bodies: an empty body is an
 * empty object, and a body that a schema or the sandbox refuses is answered with 400 and the reasons.
 */
export function speakOperatorJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: seedBytesMax }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    // A sandbox throws a RangeError when the operator names something that does not exist.
    const isRefusal = error instanceof z.ZodError || error instanceof RangeError;
    const status = isRefusal ? 400 : (error.statusCode ?? 500);
    const text = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return reply.code(status).send({ error: text });
  });
}

/** The routes that every sandbox has; `scope` already carries the prefix. */
export function operatorRoutes<S extends KitSettings>(scope: FastifyInstance, kit: Kit<S>): void {
  speakOperatorJson(scope);
  const { clock, faults, journal, settings } = kit;

  scope.get('/faults', () => ({ faults: faults.list() }));
  scope.post('/faults', (request) => ({ id: faults.add(faultRuleSchema.parse(request.body)) }));
  scope.delete('/faults', () => {
    faults.clear();
    return { faults: [] };
  });
  scope.delete<{ Params: { id: string } }>('/faults/:id', (request) => ({ removed: faults.remove(request.params.id) }));

  scope.get('/journal', (request) => {
    const filter = journalQuerySchema.parse(request.query);
    return { entries: journal.entries(filter), counters: journal.counters() };
  });
  scope.delete('/journal', () => {
    journal.clear();
    return { entries: [] };
  });

  const time = () => ({ now: clock.now().toISOString() });
  scope.get('/clock', time);
  scope.post('/clock', (request) => {
    const change = clockSchema.parse(request.body);
    if ('set' in change) clock.set(change.set);
    else if ('advanceMs' in change) clock.advance(change.advanceMs);
    else clock.reset();
    return time();
  });

  scope.get('/settings', () => settings);
  scope.post('/settings', (request) => Object.assign(settings, kit.settingsSchema.parse(request.body)));
}
