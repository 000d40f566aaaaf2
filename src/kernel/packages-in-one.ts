/**
 * Leads imports of packages that have many small files to the few large ones that the installation put them together in
 * (scripts/install/put-packages-together.mjs): a command starts in half the time. Where those are missing, everything is as it
 * is without.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const FOLDER = new URL('../../node_modules/.cache/packages-in-one/', import.meta.url);

/** To be called before the first import of any package; for the whole process. */
export function leadToPackagesInOne(): void {
  const list = new URL('index.json', FOLDER);
  if (!existsSync(list)) return;
  const files = new Map(Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>));
  registerHooks({
    resolve(specifier, context, resolveNext) {
      const file = files.get(specifier);
      // `require` of another package wants the form that it knows.
      if (file === undefined || !context.conditions.includes('import')) return resolveNext(specifier, context);
      return { url: new URL(file, FOLDER).href, format: 'module', shortCircuit: true };
    },
  });
}
