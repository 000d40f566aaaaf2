// The house rules that no linter knows, each as a function from the tree to sentences about what breaks it. tidy.test.ts
// runs them over the repository and, with planted faults, over themselves.

import { isTestFile } from '../boundaries/import-table.ts';

export interface TreeFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const sourceLinesMax = 300;
const testLinesMax = 450;

/** Source files that may be longer than 300 lines, each with the reason why splitting would not help a reader. */
const longFiles: Readonly<Record<string, string>> = {};

/** A file that has grown too long to be read at once. */
export function longFileProblems(files: readonly TreeFile[], excused = longFiles): string[] {
  const isLong = ({ path, text }: TreeFile) => lineCount(text) > (isTestFile(path) ? testLinesMax : sourceLinesMax);
  const long = files.filter(({ path }) => path.endsWith('.ts')).filter(isLong);
  return [
    ...long
      .filter(({ path }) => !(path in excused))
      .map(({ path, text }) => `${path} has ${lineCount(text)} lines: split it, or give a reason in longFiles`),
    ...Object.keys(excused)
      .filter((path) => !long.some((file) => file.path === path))
      .map((path) => `${path} is no longer long: take it out of longFiles`),
  ];
}

const bannedWords = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'processor', 'data', 'info'];

/** A file or folder whose name says nothing. */
export function nameProblems(files: readonly TreeFile[]): string[] {
  return files.flatMap(({ path }) =>
    path
      .split('/')
      .flatMap((part) => part.replace(/\.\w+$/, '').split(/[-.]/))
      .filter((word) => bannedWords.includes(word))
      .map((word) => `${path}: "${word}" says nothing; name what it is`),
  );
}

/** Notes to oneself. `TODO(#12)` names an issue and is allowed. */
export function leftoverProblems(files: readonly TreeFile[]): string[] {
  return linesMatching(files, /\bFIXME\b|\bXXX\b|\bTODO\b(?!\(#\d+\))/, 'finish it, or write TODO(#issue)');
}

/** Paths that exist on the machine of whoever wrote them. */
export function machinePathProblems(files: readonly TreeFile[]): string[] {
  const path = /(?<![\w.])\/(home|Users|root|work|workspace)\/[\w.-]+|[A-Z]:\\\\?Users\\/;
  return linesMatching(files, path, 'it names a path of one machine');
}

/** Two tests of one name in a file: a failure would not say which. */
export function testTitleProblems(files: readonly TreeFile[]): string[] {
  return files
    .filter(({ path }) => /\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const titles = titlesOf(text);
      const doubles = titles.filter((title, index) => titles.indexOf(title) !== index);
      return [...new Set(doubles)].map((title) => `${path} has two tests named "${title.split('\n').at(-1)}"`);
    });
}

/** Titles with the titles of the blocks around them, told apart by indentation: the formatter sees to that. */
function titlesOf(text: string): string[] {
  const around: { indent: number; title: string }[] = [];
  const titles: string[] = [];
  for (const match of text.matchAll(/^( *)(test|it|describe)[\w.]*\((?:\s*)(['"`])((?:(?!\3).|\\.)*?)\3/gm)) {
    const [, spaces = '', kind, , title = ''] = match;
    while ((around.at(-1)?.indent ?? -1) >= spaces.length) around.pop();
    if (kind === 'describe') around.push({ indent: spaces.length, title });
    else titles.push([...around.map((block) => block.title), title].join('\n'));
  }
  return titles;
}

/** Every folder of src, and every top folder with code, has its line in the map. */
export function mapProblems(files: readonly TreeFile[], map: string): string[] {
  const folders = files
    .filter(({ path }) => path.endsWith('.ts') || path.endsWith('.mjs'))
    .map(({ path }) => path.split('/').slice(0, -1))
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.slice(0, parts[0] === 'src' || parts[0] === 'sandbox' ? 2 : 1));
  const names = [...new Set(folders.map((parts) => parts.at(-1) ?? ''))];
  return names
    .filter((name) => !new RegExp(`(^|[\\s\`/|])${name}/`, 'm').test(map))
    .map((name) => `ARCHITECTURE.md has no line for the folder ${name}/`);
}

/** A file that does not open by saying what it is for. Of a test the titles say it. */
export function openingProblems(files: readonly TreeFile[]): string[] {
  return files
    .filter(({ path }) => /^(src|sandbox|tools|scripts|bench)\/.*\.(ts|mjs)$/.test(path))
    .filter(({ path, text }) => !isTestFile(path) && !/^(\/\/ |\/\*\*?|#!)/.test(text))
    .map(({ path }) => `${path} does not open with a comment that says what it is for`);
}

function linesMatching(files: readonly TreeFile[], pattern: RegExp, remedy: string): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, number }) => `${path}:${number} "${line.trim().slice(0, 80)}": ${remedy}`),
  );
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
