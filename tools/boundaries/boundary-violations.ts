// Holds files against the import table and says, for each import that should not be there, which rule it breaks and why
// there is such a rule. Works on texts, so that a violation can be planted without writing a file.

import { type FolderRule, importTable, isTestFile, testsMayImport } from './import-table.ts';
import { importsOf, targetOf } from './imports-of.ts';

/** One sentence per import that breaks a rule. `file` is a path from the project's folder, with forward slashes. */
export function boundaryViolations(file: string, text: string): string[] {
  const rule = ruleOf(file);
  if (!rule) return [`${file}: its folder has no line in tools/boundaries/import-table.ts; decide what it may import`];
  return importsOf(text).flatMap(({ line, specifier }) => {
    const fault = specifier === undefined ? computed(file) : faultOf(file, rule, specifier);
    return fault ? [`${file}:${line} ${fault}`] : [];
  });
}

function ruleOf(file: string): FolderRule | undefined {
  return (
    importTable
      .filter(({ folder }) => isWithin(file, folder))
      .sort((one, other) => other.folder.length - one.folder.length)
      // `src` itself is no folder of the table, so this finds the nearest one that is.
      .at(0)
  );
}

function computed(file: string): string | undefined {
  if (isTestFile(file) || isWithin(file, 'tools')) return undefined;
  return 'imports something that is only known when it runs: write the path, so that it can be checked';
}

function faultOf(file: string, rule: FolderRule, specifier: string): string | undefined {
  const target = targetOf(file, specifier);
  if ('module' in target) return moduleFault(file, rule, target.module);
  if (mayImport(file, rule, target.path)) return undefined;
  if (isTestFile(target.path)) return `imports ${target.path}, which is there for tests only`;
  const allowed =
    rule.mayImport.length > 0 ? `besides its own files only ${rule.mayImport.join(', ')}` : 'only its own files';
  const except = rule.never ? ` (and never ${rule.never.join(', ')})` : '';
  return `imports ${target.path}: ${rule.folder} may import ${allowed}${except}, because ${rule.because}`;
}

function mayImport(file: string, rule: FolderRule, path: string): boolean {
  const isTest = isTestFile(file);
  // A sandbox never meets the program, not even in tests.
  if (isTest && isWithin(file, 'src')) return ['src', ...testsMayImport].some((folder) => isWithin(path, folder));
  if (isTest && isWithin(file, 'sandbox')) return ['sandbox', 'tools/test'].some((folder) => isWithin(path, folder));
  if (isTestFile(path) && !isTest) return false;
  if (rule.never?.some((folder) => isWithin(path, folder))) return false;
  return isOwn(rule, path) || rule.mayImport.some((folder) => isWithin(path, folder));
}

/** A folder with a line of its own inside another one is not part of that other one. */
function isOwn(rule: FolderRule, path: string): boolean {
  return isWithin(path, rule.folder) && ruleOf(path) === rule;
}

function moduleFault(file: string, rule: FolderRule, module: string): string | undefined {
  if (isTestFile(file)) return undefined;
  const isNode = module.startsWith('node:');
  if (isNode && rule.mayUseNode === false) {
    return `imports ${module}: ${rule.folder} may use nothing of Node, because ${rule.because}`;
  }
  if (isNode || rule.packages === undefined || rule.packages.includes(module)) return undefined;
  return `imports the package ${module}: ${rule.folder} may use no packages, because ${rule.because}`;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
