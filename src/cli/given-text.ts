/**
 * Text that a person gives by file or standard input.
 */
import { readFile } from 'node:fs/promises';
import { WrongUse } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** What is in the file; `-` is standard input. Throws WrongUse when it cannot be read. */
export async function textFrom(file: string, terminal: Terminal): Promise<string> {
  if (file === '-') return terminal.readInput();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WrongUse(
      `Het bestand ${file} kan niet worden gelezen (${(error as NodeJS.ErrnoException).code ?? 'onbekend'}).`,
    );
  }
}
