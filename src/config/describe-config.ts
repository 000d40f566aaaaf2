// What was understood, for the command `config`: each option with its value, masked where secret, and where it came from.

import type { Config } from './config.ts';
import { type OptionKey, type OptionValues, options } from './options.ts';
import type { Origin } from './read-options.ts';

export interface DescribedOption {
  /** Name of the environment variable. */
  readonly name: string;
  /** As text, masked when secret; null when absent. */
  readonly value: string | null;
  readonly origin: Origin;
  /** For an absent one: what that means. */
  readonly absence: string | null;
}

const mask = '********';

/** Every option in the order of the documentation. Safe to print. */
export function describeConfig(config: Config): readonly DescribedOption[] {
  return config.described;
}

/** Makes the description while the options are still at hand. */
export function describeOptions(
  values: Partial<OptionValues>,
  origins: Readonly<Record<OptionKey, Origin>>,
): DescribedOption[] {
  return (Object.keys(options) as OptionKey[]).map((key) => {
    const option = options[key];
    const text = asText(values[key]);
    const masked = 'isSecret' in option && text !== null ? (option.mask?.(text) ?? mask) : text;
    const absence = text === null && 'absence' in option ? (option.absence ?? null) : null;
    return { name: option.name, value: masked, origin: origins[key], absence };
  });
}

function asText(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  return Object.entries(value as Record<string, unknown>)
    .map(([name, number]) => `${name}=${number}`)
    .join(',');
}
