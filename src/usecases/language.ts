/**
 * The languages that people are spoken to in. Dutch is the first; whoever does not say gets it.
 */
export type Language = 'nl' | 'en';

/** From an `Accept-Language` header: English only for who asks for it before Dutch. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  const first = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'nl' || code === 'en');
  return first === 'en' ? 'en' : 'nl';
}
