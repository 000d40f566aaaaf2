// Every option of the program, put together: in the order in which they are shown, under the heading they are shown under.
// docs/configuration.md is generated from this (npm run docs). Must not know how options are read or what becomes of them.

import { asperionOptions } from './asperion-options.ts';
import { asperionPathOptions } from './asperion-path-options.ts';
import { exportOptions } from './export-options.ts';
import type { Option } from './option.ts';
import { outsmartOptions } from './outsmart-options.ts';
import { programOptions } from './program-options.ts';

export const optionGroups = {
  Program: programOptions,
  OutSmart: outsmartOptions,
  Asperion: asperionOptions,
  'Asperion paths': asperionPathOptions,
  Export: exportOptions,
} as const;

/** All options by the name they have in code. */
export const options = {
  ...programOptions,
  ...outsmartOptions,
  ...asperionOptions,
  ...asperionPathOptions,
  ...exportOptions,
};

export type OptionKey = keyof typeof options;

/** The value of each option; undefined where it is absent and has no default. */
export type OptionValues = {
  readonly [Key in OptionKey]: (typeof options)[Key] extends Option<infer Value>
    ? (typeof options)[Key] extends { readonly defaultText: string }
      ? Value
      : Value | undefined
    : never;
};

/** The options as a list, with the name each has in code. */
export const optionList = Object.entries(options) as unknown as readonly (readonly [OptionKey, Option<unknown>])[];
