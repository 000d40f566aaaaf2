// A person of a company who is signed in on the page of one server: what he or she asks over the HTTP API.

import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.ts';

const EMAIL = 'kantoor@waterkant.example';
const PASSWORD = 'een-lang-wachtwoord';

export interface Person {
  /** What a route answers. Throws an Error with the answer when it is refused. */
  ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>;
}

/** Makes a manager of that company, by the command that an operator has for it. */
export async function createPerson(installation: Installation, company: string): Promise<void> {
  const file = join(dirname(installation.dataDir), 'wachtwoord.txt');
  await writeFile(file, `${PASSWORD}\n`);
  const as = ['--email', EMAIL, '--name', 'Kantoor', '--account', company, '--password-file', file];
  await installation.asked(['user', 'create', ...as]);
}

/** Signs that manager in at the server of an installation that works in the same database. */
export async function signedIn({ port }: Installation): Promise<Person> {
  let cookie = '';
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method,
      headers: { 'sec-fetch-site': 'same-origin', cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    const set = response.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
    if (set.length > 0) cookie = set.join('; ');
    return JSON.parse(text) as T;
  };
  await ask('POST', '/session', { email: EMAIL, password: PASSWORD });
  return { ask };
}
