/**
 * Reads a stream of server-sent events as a browser does. Only tests import this.
 */
import type { ApiClient } from './api-client.test-kit.ts';

export interface ReadEvent {
  readonly event: string;
  readonly value: unknown;
}

export interface EventReader {
  readonly response: Response;
  /** All that came so far. */
  readonly events: readonly ReadEvent[];
  /** Whether the server ended it. */
  readonly isOver: boolean;
  close(): void;
}

/** Opens the events of a company. */
export async function readEvents(
  client: ApiClient,
  accountId: string,
  headers: Record<string, string> = {},
): Promise<EventReader> {
  const leaving = new AbortController();
  const response = await client.request('GET /api/accounts/:accountId/events', {
    params: { accountId },
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  });
  const reader = { response, events: [] as ReadEvent[], isOver: false, close: () => leaving.abort() };
  void (async () => {
    let text = '';
    try {
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const event = /^event: (.*)$/m.exec(block)?.[1];
          if (event) reader.events.push({ event, value: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') });
        }
      }
    } catch {
      // Closed from this side.
    }
    reader.isOver = true;
  })();
  return reader;
}
