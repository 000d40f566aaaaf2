/** A copy of the program with one guard taken out, to be attacked. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edit } from './mutants.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Enough for the simulation to run there. */
const NEEDED = ['src', 'sandbox', 'proof', 'tools', 'package.json', 'tsconfig.json'] as const;

export interface MutatedCopy {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes one. Throws an Error that names the file when an edit does not fit the sources as they are. */
export async function mutatedCopy(edits: readonly Edit[]): Promise<MutatedCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'koppeling-mutant-'));
  for (const part of NEEDED) await cp(join(PROJECT, part), join(folder, part), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  for (const edit of edits) {
    const path = join(folder, edit.file);
    await writeFile(path, edited(await readFile(path, 'utf8'), edit));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Throws an Error when the text is not there once. */
export function edited(source: string, { file, text, instead }: Edit): string {
  const [before = '', after, ...more] = source.split(text);
  if (after === undefined || more.length > 0) throw new Error(`${file} does not hold once: ${text}`);
  return before + instead + after;
}
