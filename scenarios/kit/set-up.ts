// The steps by which a company gets going. For stories that begin where this ends, and for those that take a step themselves.

import { Browser } from '#sandbox/asperion/browser-walk.ts';
import { asperionUser } from './company.ts';
import type { Installation } from './installation.ts';
import { Person } from './person.ts';
import type { Told } from './program.ts';

export interface Company {
  readonly name: string;
  readonly token: string;
}

/**
 * Over the API of the server that runs: registers the first company and adds the others, connects both sides of each and saves
 * its settings. From here on work orders go, once the first export is confirmed, as `sync` does.
 */
export async function setUpCompanies(
  installation: Installation,
  [first, ...others]: readonly [Company, ...Company[]],
  settings: object,
): Promise<void> {
  const person = new Person(installation);
  await person.register(first.name);
  for (const { name } of others) await person.ask('POST', '/companies', { name });
  for (const company of [first, ...others]) await person.setUp(company, settings);
}

/** `settings set`, which must succeed. */
export async function saveSettings(
  installation: Installation,
  name: string,
  settings: object,
  ...options: string[]
): Promise<void> {
  const file = await installation.file('settings.json', settings);
  await installation.asked(['settings', 'set', name, '--file', file, ...options]);
}

/**
 * `connect asperion`: takes the address that the command shows, signs in and approves as a person with a browser would, and
 * comes back. Answers what the command said. Throws an Error when that did not end well.
 */
export async function approveAsperion(installation: Installation, name: string): Promise<Told> {
  const connecting = installation.run('connect', 'asperion', name, '--json');
  await connecting.says('}\n');
  const [firstLine = ''] = connecting.stdout.split('\n');
  const { approve } = JSON.parse(firstLine) as { readonly approve: string };
  const back = await new Browser().signIn(approve, asperionUser);
  const page = await fetch(back);
  const told = await connecting.end();
  if (page.status === 200 && told.exitCode === 0) return told;
  throw new Error(`connect asperion ended with ${told.exitCode}: ${told.stdout} ${told.stderr} ${await page.text()}`);
}
