/**
 * What people decided about single codes of OutSmart, in one administration: it is that record in Asperion, or it may be
 * created there. Types only, and the value for nobody having decided anything.
 */
export type ChoiceKind = 'debtor' | 'article';

/** Keys are codes of OutSmart, folded (`foldCode`). */
export interface ChoicesOfKind {
  /** The number or code in Asperion that a code stands for, as Asperion spelled it when the link was laid. */
  readonly links: ReadonlyMap<string, string>;
  /** May be created although creating is off. */
  readonly creatable: ReadonlySet<string>;
}

export type RecordChoices = Readonly<Record<ChoiceKind, ChoicesOfKind>>;

const NONE: ChoicesOfKind = { links: new Map(), creatable: new Set() };

export const NO_CHOICES: RecordChoices = { debtor: NONE, article: NONE };
