// The steps by which a company gets going, as its office types them. For stories that begin where this ends.

import { Browser } from '#sandbox/asperion/browser-walk.ts';
import { asperionUser } from './company.ts';
import type { Installation } from './installation.ts';
import type { Told } from './program.ts';

export interface Company {
  readonly name: string;
  readonly token: string;
}

/** Creates the account, connects both sides and saves the settings: from here on work orders go. */
export async function setUpCompany(
  installation: Installation,
  { name, token }: Company,
  settings: object,
): Promise<void> {
  await installation.asked(['account', 'create', name]);
  await installation.asked(['connect', 'outsmart', name, '--token', token]);
  await approveAsperion(installation, name);
  await saveSettings(installation, name, settings);
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
