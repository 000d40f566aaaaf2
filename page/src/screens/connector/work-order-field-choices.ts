/**
 * The fields of a work order to choose from, with one that was chosen before and is gone from OutSmart still readable.
 */
import type { ChoiceOffered, Choices } from './use-choices.ts';

/** `isGone`: the fields were read and the chosen one is not among them. */
export function fieldChoices(
  { listOf }: Choices,
  chosen: string | null,
): { readonly offered: ChoiceOffered[]; readonly isGone: boolean } {
  const known = listOf('workOrderFields');
  const offered = [...(known ?? [])];
  const isListed = chosen === null || offered.some(({ value }) => value === chosen);
  return {
    offered: isListed ? offered : [...offered, { value: chosen, label: chosen }],
    isGone: !isListed && known !== null,
  };
}
