/** Numbers as the catalogues take them: the number for the form of the words, and how it is written. */
import { useLanguage } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import type { Counted } from '../../texts/overview-texts.ts';

export function useCounted(): (count: number) => Counted {
  const language = useLanguage();
  return (count) => ({ count, written: whole(count, language) });
}
