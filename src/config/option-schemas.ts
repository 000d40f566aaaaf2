// The kinds of value that options have, as zod schemas from text to value. Their messages complete the sentence that
// begins with the variable's name, and never repeat the text they judge: it may be a secret.

import { isIP } from 'node:net';
import { z } from 'zod';

export const text = z.string();

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `is not a whole number`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`);

/** Port 0 lets the system choose a free one. */
export const port = wholeNumber(0, 65_535);

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address leads to this machine, where plain http does no harm. */
export function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopbackHost.test(new URL(address).hostname);
}

const httpAddress = z
  .string()
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
    message: 'is not an address that begins with https:// or http://',
    abort: true,
  })
  .refine((value) => !/[?#]/.test(value), { message: 'may have no ? or # part', abort: true })
  .refine((value) => new URL(value).username === '', { message: 'may hold no user name or password', abort: true })
  .transform((value) => value.replace(/\/+$/, ''));

/** The base address of a foreign system, without a slash at its end. Plain http only on this machine: tokens pass here. */
export const foreignAddress = httpAddress.refine(
  (value) => value.startsWith('https:') || isLoopback(value),
  'must begin with https:// (plain http only for this machine)',
);

/** The address by which browsers reach us; the program serves from the root of it. */
export const publicAddress = httpAddress.refine(
  (value) => new URL(value).pathname === '/',
  'may have nothing after the host and port',
);

const ipRange = /^[0-9a-f.:]+(\/\d{1,3})?$/i;

/** `127.0.0.1, 10.0.0.0/8`: addresses and ranges of them. */
export const ipAddresses = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => ipRange.test(part) && isIP(part.split('/')[0] ?? '') !== 0),
    'is not a list of IP addresses or ranges like 127.0.0.1, 10.0.0.0/8',
  );

export const postgresAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/.+/, 'is not an address that begins with postgresql://');

export const smtpAddress = z
  .string()
  .refine(
    (value) => /^smtps?:\/\//i.test(value) && URL.canParse(value),
    'is not an address that begins with smtp:// or smtps://',
  );

/** A path on a foreign system. */
export const path = z
  .string()
  .regex(/^\/[^\s?#]*$/, 'is not a path that begins with / and has no spaces, ? or #')
  .transform((value) => value.replace(/\/+$/, ''));

export const headerName = z.string().regex(/^[A-Za-z0-9-]+$/, 'is not a header name (letters, digits and hyphens)');

export const scopes = z.string().regex(/^[^\s"\\]*( +[^\s"\\]+)*$/, 'is not a list of scopes with spaces between them');

export const emailAddress = z.email('is not an e-mail address');

/** 32 bytes, as 64 hexadecimal digits or as base64; the value is always the former. */
export const secretKeyText = z
  .string()
  .transform((value) => (/^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : base64AsHex(value)))
  .refine((value) => value.length === 64, 'is not 32 bytes, written as 64 hexadecimal digits or as base64');

function base64AsHex(value: string): string {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString('hex') : '';
}

/** `20=8020,30=8030`: a ledger account number for each sales type named. */
export const ledgerAccounts = z
  .string()
  .regex(/^(\s*[^\s=,]+=\d+\s*(,|$))+$/, 'is not a list like 20=8020,30=8030')
  .transform((value) => {
    const pairs = value.split(',').filter((pair) => pair.trim() !== '');
    return Object.fromEntries(pairs.map((pair) => pair.trim().split('='))) as Record<string, string>;
  })
  .transform((accounts) =>
    Object.fromEntries(Object.entries(accounts).map(([type, number]) => [type, Number(number)])),
  );
