// Coming in at the door as a person does, by the form or by a demo account.

import type { Page } from 'playwright-core';

/** What the demo accounts are called on the door. */
export type DemoRole = 'Beheerder' | 'Kantoor' | 'Alleen lezen' | 'Beheer';

/** Chooses a demo account on the door and waits for the overview. */
export async function signInAsDemo(page: Page, role: DemoRole): Promise<void> {
  await page.goto('/aanmelden');
  await page.getByRole('button', { name: new RegExp(`^${role}\\b`) }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).first().waitFor();
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
