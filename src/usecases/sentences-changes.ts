/**
 * What changed on a work order after its invoice was made, in a few words. Must not know the sentence around it.
 */
import type { ContentChange } from '../sync/work-order-content.ts';
import type { Language } from './language.ts';
import { contentMember } from './sentences-fields.ts';
import { short } from './sentences-foreign-words.ts';
import { counted } from './sentences-numbers.ts';

const CHANGES_TOLD_MAX = 2;

interface ChangeWords {
  readonly empty: string;
  readonly became: string;
  readonly more: (count: number) => string;
}

const WORDS: Readonly<Record<Language, ChangeWords>> = {
  nl: {
    empty: 'leeg',
    became: 'werd',
    more: (count) => `en nog ${counted(count, 'verschil', 'verschillen')}`,
  },
  en: {
    empty: 'empty',
    became: 'became',
    more: (count) => `and ${counted(count, 'more difference', 'more differences', 'en')}`,
  },
};

/** `aantal van regel M1: 1 werd 2; en nog 3 verschillen`; empty when nothing changed that says something to people. */
export function changesText(changes: readonly ContentChange[], language: Language): string {
  const words = WORDS[language];
  const told = changes.flatMap((change, index) => {
    const member = contentMember(change.member, language);
    return member === null || repeatsAnother(change, changes.slice(0, index))
      ? []
      : [`${member}: ${difference(change, words)}`];
  });
  const shown = told.slice(0, CHANGES_TOLD_MAX);
  const more = told.length - shown.length;
  return [...shown, ...(more > 0 ? [words.more(more)] : [])].join('; ');
}

/** The fields to choose from hold the customer's once more. */
function repeatsAnother(change: ContentChange, earlier: readonly ContentChange[]): boolean {
  const isSame = ({ before, after }: ContentChange) =>
    short(before) === short(change.before) && short(after) === short(change.after);
  return change.member.startsWith('fields.') && earlier.some(isSame);
}

function difference({ before, after }: ContentChange, { empty, became }: ChangeWords): string {
  return `${short(before) || empty} ${became} ${short(after) || empty}`;
}
