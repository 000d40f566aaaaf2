// The key with which identity tokens are signed: made once, kept in the sandbox's tables. Sandboxes without a file
// share one key per process, since making an RSA key is slow.
import { generateKeyPair, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { Tables } from '../../kit/persistent-tables.ts';

let sharedKey: Promise<JsonWebKey> | undefined;

async function makeKey(): Promise<JsonWebKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'sandbox' };
}

/** The signing key of these tables. */
export async function signingKey(tables: Tables): Promise<JsonWebKey> {
  const keys = tables.table<JsonWebKey>('identity:keys');
  const known = keys.get('signing');
  if (known !== undefined) return known;
  sharedKey ??= makeKey();
  const key = await sharedKey;
  keys.set('signing', key);
  return key;
}
