// Coming in at the door as a person does, by the form or by a demo account.

import type { Page } from 'playwright-core';

/** The people of the demo, by the address that their button on the door shows. */
export const demoPeople = {
  manager: 'peter@jansen.example',
  office: 'marieke@jansen.example',
  operator: 'beheer@koppeling.example',
} as const;

/** Chooses one of the demo's people on the door, and waits until they are in. */
export async function signInAsDemo(page: Page, person: keyof typeof demoPeople): Promise<void> {
  await page.goto('/aanmelden');
  await page.getByRole('button', { name: demoPeople[person] }).click();
  await page.waitForURL((url) => url.pathname !== '/aanmelden');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

export interface NewCompany {
  readonly person: string;
  readonly company: string;
  readonly email: string;
  readonly password: string;
}

/** Registers a company from the door, and waits until the person is in. */
export async function registerCompany(page: Page, { person, company, email, password }: NewCompany): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Bedrijf registreren' }).click();
  await page.getByLabel('Uw naam').fill(person);
  await page.getByLabel('Naam van het bedrijf').fill(company);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Account aanmaken' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Signs in at Asperion's own page and allows the connector, as its page asks. */
export async function allowInAsperion(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('Gebruikersnaam', { exact: true }).fill(userName);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: 'Toestaan' }).click();
}
