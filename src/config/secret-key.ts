// The key that seals stored tokens: the one given, or one made at the first start and kept in the data folder. Knows how
// the file is kept, not what the key is used for.

import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { ConfigProblems } from './config-problems.ts';
import { secretKeyText } from './option-schemas.ts';

const fileName = 'secret.key';

/**
 * The 32 bytes of the key. Without KOPPELING_SECRET_KEY they are read from the file secret.key in the data folder, which is
 * made with mode 600 when it is not there; two programs that start at once get the same key.
 * Throws ConfigProblems when the file cannot be read or made, or holds something else.
 */
export async function secretKey(config: Pick<Config, 'givenSecretKey' | 'dataDir'>): Promise<Uint8Array> {
  if (config.givenSecretKey !== null) return fromHex(config.givenSecretKey);
  const path = join(config.dataDir, fileName);
  try {
    return (await readKey(path)) ?? (await makeKey(config.dataDir, path));
  } catch (error) {
    if (error instanceof ConfigProblems) throw error;
    throw problemWith(`cannot be read from or kept in ${path} (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  // Copied or restored files are easily readable to all.
  if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
  const judged = secretKeyText.safeParse(text.trim());
  if (!judged.success) throw problemWith(`is kept in ${path}, and what is in that file is no key`);
  return fromHex(judged.data);
}

/** Written whole under another name and then linked: whoever comes second finds the first one's key, never half of it. */
async function makeKey(dataDir: string, path: string): Promise<Uint8Array> {
  await mkdir(dataDir, { recursive: true });
  const unfinished = `${path}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    // Tokens are sealed with it from now on: it has to survive a power cut that they survive.
    await file.sync();
    await file.close();
    await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  const key = await readKey(path);
  if (!key) throw problemWith(`could not be kept in ${path}`);
  return key;
}

function problemWith(problem: string): ConfigProblems {
  return new ConfigProblems([
    {
      variable: 'KOPPELING_SECRET_KEY',
      problem,
      remedy: `Restore the file from a back-up, or set the variable (openssl rand -hex 32); with another key than before, connections have to be made anew.`,
    },
  ]);
}

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
