// The form of one option: what is declared about it, so that reading, checking, masking and documenting need no code of
// their own per option.

import type { z } from 'zod';

export interface Option<Value> {
  /** Name of the environment variable. */
  readonly name: `KOPPELING_${string}`;
  /** One sentence for docs/configuration.md. */
  readonly meaning: string;
  /** Judges and converts the text of the variable; its messages complete the sentence "NAME: ...". */
  readonly schema: z.ZodType<Value, string>;
  /** An example of a right value, offered as the remedy. */
  readonly example: string;
  /** Used when the variable is absent, as if it had been given. */
  readonly defaultText?: string;
  /** What its absence means, for an option without a default text. */
  readonly absence?: string;
  /** Never shown whole; may be given by file, as NAME_FILE. */
  readonly isSecret?: true;
  /** An empty text is a value and not an absence. */
  readonly mayBeEmpty?: true;
  /** What may be shown of a secret. */
  readonly mask?: (text: string) => string;
}

/** Declares an option; keeps the type of its value. */
export function option<Value>(declared: Option<Value>): Option<Value> {
  return declared;
}

/** Declares an option that is never absent. */
export function optionWithDefault<Value>(
  declared: Option<Value> & { readonly defaultText: string },
): Option<Value> & { readonly defaultText: string } {
  return declared;
}
