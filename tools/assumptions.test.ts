// docs/assumptions.md and the code keep together: what is tagged `@assumed` in src has its row, and what a row names is
// there. A scanner that finds nothing fails, or it would be green for ever.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Option } from '#src/config/option.ts';
import { optionGroups } from '#src/config/options.ts';

const projectFolder = new URL('../', import.meta.url).pathname;

/** What a row of the page says where: a file of src, and names in it. */
interface Place {
  readonly path: string;
  readonly names: readonly string[];
}

/** An `@assumed` tag with the declaration it stands above; null for one that is about the whole file. */
interface Tag {
  readonly path: string;
  readonly name: string | null;
}

/** The places in the second column of the page's tables. A name belongs to the file before it. */
function placesIn(page: string): Place[] {
  const cells = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|')[2] ?? '');
  return cells.flatMap((cell) =>
    cell
      .split(/(?=`src\/)/)
      .filter((part) => part.startsWith('`src/'))
      .map((part) => {
        const [path = '', ...names] = [...part.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted);
        return { path, names };
      }),
  );
}

const DECLARATION =
  /^\s*(?:export\s+)?(?:async\s+)?(?:function\*?|const|class|interface|type|readonly)?\s*(?!import\b)([A-Za-z_]\w*)/;

/** The tags in one file. The declaration is what follows the end of the tag's comment. */
function tagsIn(path: string, text: string): Tag[] {
  return [...text.matchAll(/@assumed/g)].map(({ index }) => {
    const end = text.indexOf('*/', index);
    if (end === -1) return { path, name: null };
    const [, name] = DECLARATION.exec(text.slice(end + 2).trimStart()) ?? [];
    return { path, name: name ?? null };
  });
}

const sources = globSync('src/**/*.ts', { cwd: projectFolder }).filter((path) => !/\.test(-[a-z]+)?\.ts$/.test(path));
const read = (path: string) => readFileSync(projectFolder + path, 'utf8');
const page = read('docs/assumptions.md');
const places = placesIn(page);
const tags = sources.flatMap((path) => tagsIn(path, read(path)));

describe('what is assumed of the foreign systems', () => {
  test('is tagged in the code at all', () => {
    expect(tags.length).toBeGreaterThan(30);
    expect(places.length).toBeGreaterThan(tags.length);
  });

  test('is on the page, by file and by name', () => {
    const isListed = ({ path, name }: Tag) =>
      places.some((place) => place.path === path && (name === null || place.names.includes(name)));
    expect(tags.filter((tag) => !isListed(tag))).toEqual([]);
  });

  test('is where the page says', () => {
    const isThere = ({ path, names }: Place) => {
      const text = sources.includes(path) ? read(path) : null;
      return text !== null && names.every((name) => new RegExp(`\\b${name}\\b`).test(text));
    };
    expect(places.filter((place) => !isThere(place))).toEqual([]);
  });

  test('is changed by settings that exist', () => {
    const groups: readonly object[] = Object.values(optionGroups);
    const known: readonly string[] = groups.flatMap((group) =>
      (Object.values(group) as Option<unknown>[]).map(({ name }) => name),
    );
    const named = [...page.matchAll(/`(KOPPELING_[A-Z_]+)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('The scanner', () => {
  test.each([
    ['/** @assumed Said so. */\nexport function one() {}', 'one'],
    ['/**\n * Two.\n * @assumed Said so.\n */\nexport const TWO = 2;', 'TWO'],
    ['  /** @assumed Said so. */\n  readonly three: string;', 'three'],
    ['  /** @assumed Said so. */\n  four: z.string(),', 'four'],
    ["/**\n * The file.\n * @assumed Said so.\n */\nimport { x } from 'y';", null],
    ["// The file; its default is @assumed.\n\nimport { x } from 'y';", null],
  ])('finds the name that a tag stands above: %j', (text, name) => {
    expect(tagsIn('src/planted.ts', text)).toEqual([{ path: 'src/planted.ts', name }]);
  });

  test('finds the places of a row', () => {
    expect(placesIn('| a | `src/a.ts` `one`, `two`, `src/b.ts` | c `src/c.ts` | d |')).toEqual([
      { path: 'src/a.ts', names: ['one', 'two'] },
      { path: 'src/b.ts', names: [] },
    ]);
  });
});
