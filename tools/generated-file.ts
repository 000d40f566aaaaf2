// What every generator of a file in this repository does with its text: write it, or with --check say whether the file
// is still what would be written. Knows nothing of what is generated.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

export interface GeneratedFile {
  /** From the project's folder. */
  readonly path: string;
  /** The whole text; its first line says that it is generated and by what. */
  readonly text: string;
}

/**
 * Writes the files, or only compares them when `--check` is among the arguments. Returns the exit code: 1 when a file is
 * not what it should be. A list without files is a mistake of the caller and fails too.
 */
export function writeOrCheck(files: readonly GeneratedFile[], args: readonly string[]): number {
  if (files.length === 0) throw new Error('There is nothing to generate.');
  const isStale = (file: GeneratedFile) => readIfThere(join(projectFolder, file.path)) !== file.text;
  const stale = files.filter(isStale);
  if (args.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is not up to date. Run: npm run docs`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, text } of stale) {
    writeFileSync(join(projectFolder, path), text);
    console.log(`wrote ${path}`);
  }
  return 0;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
