// Finds the imports in the text of a TypeScript file. Plain text work, since the installed TypeScript offers no parser to
// programs; the test beside it plants every form of import there is. Imports of types count as much as any other.

import { posix } from 'node:path';

export interface FoundImport {
  readonly line: number;
  /** As written; undefined when it is computed, so that nobody can say what is imported. */
  readonly specifier: string | undefined;
}

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;

/** `import ... from 'x'`, `export ... from 'x'`, `import 'x'`. */
const statement = /^[ \t]*(?:import|export)\b(?:[^'"`;]*?\bfrom)?[ \t\n]*(['"])([^'"\n]+)\1/gm;
/** `import('x')` and `typeof import('x')`; anything but a plain text between the brackets is computed. */
const call = /(?<![\w.$])import[ \t\n]*\([ \t\n]*(?:(['"`])((?:(?!\1|\$\{).)+)\1[ \t\n]*[,)])?/g;

/** Every import of the file, in order of lines. */
export function importsOf(text: string): FoundImport[] {
  // Blanked, not removed, so that the line numbers stay right.
  const code = text.replace(comment, (match) => match.replace(/[^\n]/g, ' '));
  const found = [...code.matchAll(statement), ...code.matchAll(call)].map((match) => ({
    line: code.slice(0, match.index + match[0].search(/\S/)).split('\n').length,
    specifier: match[2],
  }));
  return found.sort((one, other) => one.line - other.line);
}

/** Where a specifier leads: a path of ours from the project's folder, or a module of Node or of a package. */
export function targetOf(file: string, specifier: string): { path: string } | { module: string } {
  if (specifier.startsWith('#')) return { path: posix.normalize(specifier.slice(1)) };
  if (specifier.startsWith('.')) return { path: posix.join(posix.dirname(file), specifier) };
  return { module: specifier };
}
