/**
 * Says so when our own server cannot be reached, with the moment that what is shown is of. Goes away by itself.
 */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { frameTexts } from '../texts/frame-texts.ts';
import { useLanguage, useTexts } from '../texts/language.ts';
import { time } from '../texts/numbers.ts';

const ASK_EVERY_MS = 20_000;
const ASK_AGAIN_MS = 3_000;

export function ServerGoneBar() {
  const texts = useTexts(frameTexts);
  const language = useLanguage();
  const goodAt = useRef(new Date());
  const { data: isThere = true } = useQuery({
    queryKey: ['server is there'],
    queryFn: async () => {
      const answered = await fetch('/healthz', { cache: 'no-store' }).then(
        (response) => response.ok,
        () => false,
      );
      if (answered) goodAt.current = new Date();
      return answered;
    },
    refetchInterval: (query) => (query.state.data === false ? ASK_AGAIN_MS : ASK_EVERY_MS),
    refetchIntervalInBackground: true,
    networkMode: 'always',
  });
  return (
    <div role="status" aria-live="polite">
      {!isThere && <p className="server-gone">{texts.noServer(time(goodAt.current.toISOString(), language))}</p>}
    </div>
  );
}
