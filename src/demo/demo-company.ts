/**
 * The company that anybody can try the program with, and what its first user types. Invented; known to the sandboxes only.
 */
export const demoCompany = {
  name: 'Installatiebedrijf Jansen BV',
  /** OutSmart's token of the demo company in the OutSmart sandbox. */
  outsmartToken: 'demo0000demo0000demo0000demo0000',
  /** Sign-in at the Asperion sandbox. */
  userName: 'demo',
  password: 'demo',
} as const;
