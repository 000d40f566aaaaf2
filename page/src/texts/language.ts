/**
 * Which language the page speaks: Dutch, or English for who chose it. Kept in the browser.
 */
import { useSyncExternalStore } from 'react';

export type Language = 'nl' | 'en';

const KEY = 'koppeling-language';
const listeners = new Set<() => void>();

export function language(): Language {
  return window.localStorage.getItem(KEY) === 'en' ? 'en' : 'nl';
}

export function chooseLanguage(chosen: Language): void {
  window.localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen;
  for (const listener of listeners) listener();
}

/** The language, also after it was changed. */
export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, language);
}

/** A catalogue in both languages. The English one has to have the same keys. */
export interface Catalogue<T> {
  readonly nl: T;
  readonly en: T;
}

/** The texts of one catalogue in the language of the page. */
export function useTexts<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()];
}
