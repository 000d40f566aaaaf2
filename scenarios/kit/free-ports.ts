// Free ports of this machine, next to each other: the program takes one and gives its sandboxes the three after it.

import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the range from which systems hand out ports to outgoing connections, so that none of those comes in between. */
const PORT_MIN = 20_000;
const PORTS_PER_WORKER = 1_500;
const WORKERS = 8;
/** Each worker of a test run has a part of its own: two at once never find the same ports free. Outside a run there is one. */
// biome-ignore lint/style/noProcessEnv: Vitest tells it so, and nothing of it reaches the program under test
const firstOfOurs = PORT_MIN + (Number(process.env.VITEST_POOL_ID ?? 0) % WORKERS) * PORTS_PER_WORKER;
const TRIES_MAX = 200;

/** Handed out before in this process, and perhaps not listened on yet. */
const taken = new Set<number>();

/** The first of `count` ports in a row that nobody listens on. */
export async function freePorts(count = 4): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const first = firstOfOurs + Math.floor(Math.random() * (PORTS_PER_WORKER - count));
    const ports = Array.from({ length: count }, (_, step) => first + step);
    if (ports.some((port) => taken.has(port))) continue;
    for (const port of ports) taken.add(port);
    const areFree = await Promise.all(ports.map(isFree));
    if (!areFree.includes(false)) return first;
  }
  throw new Error(
    `There are no ${count} free ports in a row between ${firstOfOurs} and ${firstOfOurs + PORTS_PER_WORKER}.`,
  );
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
