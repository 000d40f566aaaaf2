/**
 * Hears from the server, over one stream for the tab, when a run moves on or lists have changed, and reads what is shown anew.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLanguage } from '../texts/language.ts';
import type { AnswerOf } from './client.ts';
import { addressOf } from './client.ts';

type Run = AnswerOf<'GET /api/accounts/:accountId/runs/:runId'>;

/** Keeps the answers about this company fresh while mounted. The browser reconnects by itself. */
export function useEvents(accountId: string): void {
  const queries = useQueryClient();
  const spoken = useLanguage();
  useEffect(() => {
    const { url } = addressOf('GET /api/accounts/:accountId/events', {
      params: { accountId },
      query: { language: spoken },
    });
    const source = new EventSource(url);
    let seen = false;
    source.addEventListener('open', () => {
      // After a gap nobody told us what we missed.
      if (seen) void queries.invalidateQueries({ queryKey: ['api', accountId] });
      seen = true;
    });
    source.addEventListener('run', (event) => {
      const run = JSON.parse(event.data) as Run;
      queries.setQueryData(['run', accountId], run);
      // A list that was read just before may still show it as going on.
      if (run.finishedAt !== null) void queries.invalidateQueries({ queryKey: ['api', accountId] });
    });
    source.addEventListener('changed', () => void queries.invalidateQueries({ queryKey: ['api', accountId] }));
    return () => source.close();
  }, [accountId, queries, spoken]);
}
