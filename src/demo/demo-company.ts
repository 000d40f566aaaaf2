/**
 * The company that anybody can try the program with, and what its first user types. Invented; known to the sandboxes only.
 */
import type { DemoAccount } from '../usecases/installation.ts';

export const demoCompany = {
  name: 'Installatiebedrijf Jansen BV',
  /** OutSmart's token of the demo company in the OutSmart sandbox. */
  outsmartToken: 'demo0000demo0000demo0000demo0000',
  /** Sign-in at the Asperion sandbox. */
  userName: 'demo',
  password: 'demo',
} as const;

/** Known to everybody: whoever has it exists only where sandboxes stand in for the foreign systems (main.ts sees to it). */
const PASSWORD = 'probeer-de-koppeling';

/** Who can sign in to look around. */
export const demoPeople = [
  { name: 'Peter Jansen', email: 'peter@jansen.example', password: PASSWORD, role: 'manager' },
  { name: 'Marieke Jansen', email: 'marieke@jansen.example', password: PASSWORD, role: 'office' },
  { name: 'Beheer', email: 'beheer@koppeling.example', password: PASSWORD, role: 'operator' },
] as const satisfies readonly (DemoAccount & { readonly name: string })[];
