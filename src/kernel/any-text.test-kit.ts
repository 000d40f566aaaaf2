/**
 * Texts of every kind, for property tests: all of Unicode, lone surrogates and control characters included.
 */
import fc from 'fast-check';

const anyCharacter = fc.oneof(
  fc.integer({ min: 0, max: 0x2ff }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0x10000, max: 0x10ffff }),
);

export const anyText: fc.Arbitrary<string> = fc
  .array(anyCharacter, { maxLength: 30 })
  .map((characters) => String.fromCodePoint(...characters));
