import type { Catalogue } from './language.ts';

const nl = {
  asperionTitle: 'Asperion laat de koppeling niet meer toe',
  outsmartTitle: 'OutSmart laat de koppeling niet meer toe',
  since: (when: string) => `Sinds ${when} worden er geen conceptfacturen gemaakt.`,
  noDrafts: 'Er worden nu geen conceptfacturen gemaakt.',
  reconnect: 'Opnieuw verbinden',
  reconnecting: 'Bezig met verbinden',
  askManager: 'Een beheerder van uw bedrijf kan opnieuw verbinden.',
  newToken: 'OutSmart opnieuw verbinden',
};

const en: typeof nl = {
  asperionTitle: 'Asperion does not allow the connector any more',
  outsmartTitle: 'OutSmart does not allow the connector any more',
  since: (when) => `No draft invoices are made since ${when}.`,
  noDrafts: 'No draft invoices are made now.',
  reconnect: 'Connect again',
  reconnecting: 'Connecting',
  askManager: 'A manager of your company can connect again.',
  newToken: 'Connect OutSmart again',
};

export const connectionLostTexts: Catalogue<typeof nl> = { nl, en };
