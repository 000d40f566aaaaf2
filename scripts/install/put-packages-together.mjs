// Puts packages of many small files together into few large ones, in the folder that is its argument, with an index.json of
// which import leads to which file. Two thirds of a command's time went into finding and opening eight hundred files.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { rolldown } from 'rolldown';

/** Every import of these packages by our sources or by another package; one that is missing here would load the package twice. */
const IMPORTS = [
  ...['kysely', 'kysely/migration', 'undici', 'zod', 'zod/v4/core'],
  ...['jose', 'jose/errors', 'jose/jwe/compact/decrypt', 'openid-client'],
  ...['better-auth', 'better-auth/api', 'better-auth/plugins', 'better-auth/plugins/access'],
  'better-auth/plugins/organization/access',
];

/** A package in the old form: its names are known only once it is loaded. */
const OLD_FORM = ['undici'];

const [, , folder] = argv;
const nameOf = (specifier) => specifier.replaceAll('/', '-');
const namesOf = async (specifier) =>
  Object.keys(await import(specifier)).filter((name) => /^[a-z]\w*$/i.test(name) && name !== 'default');
const named = new Map(
  await Promise.all(
    OLD_FORM.map(async (specifier) => [
      `named:${specifier}`,
      `import whole from '${specifier}';\nexport default whole;\nexport const { ${await namesOf(specifier)} } = whole;\n`,
    ]),
  ),
);
const inputOf = (specifier) => (OLD_FORM.includes(specifier) ? `named:${specifier}` : specifier);
const bundle = await rolldown({
  input: Object.fromEntries(IMPORTS.map((specifier) => [nameOf(specifier), inputOf(specifier)])),
  plugins: [
    {
      name: 'named',
      resolveId: (id) => (named.has(id) ? { id } : null),
      load: (id) => named.get(id) ?? null,
    },
  ],
  platform: 'node',
  onLog: (level, log) => {
    // A package that keeps optional things out of its own sight is no news to anybody here.
    if (level === 'error') throw new Error(log.message);
  },
});
await bundle.write({
  ...{ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  // Faults are told apart by the names of their classes.
  keepNames: true,
});
await bundle.close();
const index = Object.fromEntries(IMPORTS.map((specifier) => [specifier, `${nameOf(specifier)}.mjs`]));
writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
