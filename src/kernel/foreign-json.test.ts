import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonTooMuch, readForeignJson } from './foreign-json.ts';

const outcome = (read: () => unknown) => {
  try {
    return { value: read() };
  } catch (error) {
    return { error: (error as Error).name };
  }
};

describe('JSON that somebody else wrote', () => {
  test('is read as it is, and what is no JSON is not read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
        ),
        (text) => {
          expect(outcome(() => readForeignJson(text))).toEqual(outcome(() => JSON.parse(text)));
        },
      ),
      { seed: 20_260_613 },
    );
  });

  test('is refused before it takes more memory than there is for it', () => {
    const empties = `[${'{},'.repeat(10_000)}{}]`;
    expect(() => readForeignJson(empties, 500_000)).toThrow(JsonTooMuch);
    expect(readForeignJson(empties, 2_000_000)).toHaveLength(10_001);
  });

  test('is refused when it is nested beyond all sense, whatever is in it', () => {
    expect(() => readForeignJson(`${'['.repeat(501)}${']'.repeat(501)}`)).toThrow('nested deeper than 500');
    expect(() => readForeignJson(`${'{"a":'.repeat(501)}1${'}'.repeat(501)}`)).toThrow(JsonTooMuch);
    expect(() => readForeignJson('['.repeat(30_000_000))).toThrow(JsonTooMuch);
  });

  test('brackets and commas inside of texts do not count, also behind quotes that are part of the text', () => {
    const texts = ['[[[[,,,,'.repeat(1_000), `\\"${'{'.repeat(1_000)}`, `\\\\`, `"${'['.repeat(600)}`];
    expect(readForeignJson(JSON.stringify(texts), JSON.stringify(texts).length + 500)).toEqual(texts);
  });
});
