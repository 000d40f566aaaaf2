/** Loads whatever a server needs, as main.ts does, and tells which packages were loaded from where, a file a line. */
import { registerHooks } from 'node:module';
import { leadToPackagesInOne } from './packages-in-one.ts';

const loaded: string[] = [];
registerHooks({
  load(url, context, loadNext) {
    loaded.push(url);
    return loadNext(url, context);
  },
});
leadToPackagesInOne();
await Promise.all([
  import('../cli/run-cli.ts'),
  import('../server/serve-program.ts'),
  import('../demo/start-program.ts'),
  import('../identity/open-identity.ts'),
  import('../store/migrate.ts'),
  import('../queue/queue.ts'),
  import('../asperion/auth.ts'),
  import('../asperion/client.ts'),
  import('../outsmart/client.ts'),
]);
const [{ z }, { $ZodType: KnownElsewhere }] = await Promise.all([import('zod'), import('zod/v4/core')]);
if (!(z.string() instanceof KnownElsewhere)) throw new Error('There are two of zod.');
process.stdout.write(loaded.filter((url) => url.includes('/node_modules/')).join('\n'));
