// A small source of repeatable choices: the same seed gives the same company on every machine and every day.
// Integers only, so that no price or quantity ever passes through floating point. Not fit for secrets.

export type SeededRandom = {
  /** A whole number from `min` up to and including `max`. */
  whole(min: number, max: number): number;
  /** One of the list, which must not be empty. */
  pick<Item>(list: readonly Item[]): Item;
  /** True in about `percent` of every hundred calls. */
  chance(percent: number): boolean;
  /** `length` decimal digits. */
  digits(length: number): string;
  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string;
};

/** Starts a stream of its own for `seed`, so that a longer list of debtors does not shift the articles. */
export function seededRandom(seed: string): SeededRandom {
  let state = hashOf(seed);

  // Mulberry32: enough spread for a demo in four lines, and easy to repeat in another language.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  const whole = (min: number, max: number): number => min + (next() % (max - min + 1));
  const characters = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(whole(0, alphabet.length - 1))).join('');

  return {
    whole,
    pick<Item>(list: readonly Item[]): Item {
      const item = list[whole(0, list.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from: the list is empty.');
      return item;
    },
    chance: (percent) => whole(1, 100) <= percent,
    digits: (length) => characters('0123456789', length),
    hex: (length) => characters('0123456789abcdef', length),
  };
}

/** FNV-1a over the UTF-16 units of the seed. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
