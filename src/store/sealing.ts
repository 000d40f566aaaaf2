/**
 * Seals what must not be readable in a stolen database: tokens and code verifiers. JWE with a direct AES-256-GCM key; the
 * account and purpose stand in the protected header, so that a sealed text moved to another account does not open.
 */
import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { Fault } from '../kernel/fault.ts';

export interface Sealer {
  seal(purpose: string, accountId: string, secret: string): Promise<string>;
  /** Fault store.secret_unreadable when the key is another one or the text was tampered with or moved. */
  open(purpose: string, accountId: string, sealed: string): Promise<string>;
}

/** A sealer for one 32-byte key. */
export function createSealer(key: Uint8Array): Sealer {
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return {
    async seal(purpose, accountId, secret) {
      return new CompactEncrypt(new TextEncoder().encode(secret))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keyId, purpose, account: accountId })
        .encrypt(key);
    },
    async open(purpose, accountId, sealed) {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(sealed, key);
        if (protectedHeader.purpose !== purpose || protectedHeader.account !== accountId)
          throw new Error('sealed for another use');
        return new TextDecoder().decode(plaintext);
      } catch (cause) {
        throw new Fault('store.secret_unreadable', { retry: 'never', cause });
      }
    },
  };
}
