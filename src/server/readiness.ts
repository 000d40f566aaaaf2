/**
 * What a load balancer or an operator asks: whether this process does its part. It may answer people and still not work,
 * when a newer program has upgraded the database beside it.
 */
import type { FastifyInstance } from 'fastify';
import type { Queue } from '../queue/queue.ts';

type Standing = 'ready' | 'starting' | 'database-unreachable' | 'older-than-database';

/** Answers `GET /readyz`: 200 when ready, and 503 with the reason otherwise. */
export function answerWhetherReady(app: FastifyInstance, opening: Promise<Queue>): void {
  app.get('/readyz', async (_request, reply) => {
    const status = await standing(opening);
    return reply.code(status === 'ready' ? 200 : 503).send({ status });
  });
}

async function standing(opening: Promise<Queue>): Promise<Standing> {
  try {
    const queue = await Promise.race([opening, null]);
    if (queue === null) return 'starting';
    return (await queue.laterMigrations()).length > 0 ? 'older-than-database' : 'ready';
  } catch {
    return 'database-unreachable';
  }
}
