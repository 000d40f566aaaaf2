/**
 * The title of the browser tab, and the focus at the top of a screen after moving to it: a screen reader then begins there.
 */
import { useEffect } from 'react';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';

export function usePageTitle(title: string): void {
  const texts = useTexts(frameTexts);
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
  }, [title, texts]);
}
