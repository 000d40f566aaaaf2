/**
 * What changed on a work order after its invoice was made, in a few words. Must not know the sentence around it.
 */
import { readDecimal } from '../kernel/decimal.ts';
import type { MemberChange } from '../model/work-order.ts';
import type { Language } from './language.ts';
import { contentMember } from './sentences-fields.ts';
import { short } from './sentences-foreign-words.ts';
import { counted, dutchNumber } from './sentences-numbers.ts';

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
export function changesText(changes: readonly MemberChange[], language: Language): string {
  const words = WORDS[language];
  const told = differencesOf(changes, language).map(
    ({ label, before, after }) => `${label}: ${before || words.empty} ${words.became} ${after || words.empty}`,
  );
  const shown = told.slice(0, CHANGES_TOLD_MAX);
  const more = told.length - shown.length;
  return [...shown, ...(more > 0 ? [words.more(more)] : [])].join('; ');
}

/** One difference as people read it; an empty text is nothing. */
export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The differences that say something to people, each once. */
export function differencesOf(changes: readonly MemberChange[], language: Language): Difference[] {
  const told = changes.flatMap((change) => {
    const label = contentMember(change.member, language);
    return label === null ? [] : [{ ...change, label }];
  });
  return told
    .filter((change, index) => !repeatsAnother(change, told.slice(0, index), told))
    .map(({ label, member, before, after }) => {
      const people = (text: string) => (isNumber(member) ? asPeopleWrite(text, language) : short(text));
      return { label, before: people(before), after: people(after) };
    });
}

function isNumber(member: string): boolean {
  return /^materials\.\d+\.(quantity|price)\.text$/.test(member);
}

/** `4.00` is 4; what is no number stays as it is. */
function asPeopleWrite(text: string, language: Language): string {
  const number = readDecimal(text);
  return number === null ? short(text) : dutchNumber(number, 0, language);
}

/** The fields to choose from hold the customer's once more, and some of them each other's. */
function repeatsAnother(change: MemberChange, earlier: readonly MemberChange[], all: readonly MemberChange[]): boolean {
  const isField = ({ member }: MemberChange) => member.startsWith('fields.');
  const isSame = ({ before, after }: MemberChange) =>
    short(before) === short(change.before) && short(after) === short(change.after);
  return isField(change) && (earlier.some(isSame) || all.some((other) => !isField(other) && isSame(other)));
}
