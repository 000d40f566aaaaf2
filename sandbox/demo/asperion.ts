// The demo company as Asperion knows it: two administrations and one user. Plain objects, ready to be seeded or written
// to a file; it knows nothing of the server that will send them.

import {
  demoDebtorKinds,
  demoJournals,
  demoLedgerAccounts,
  demoPaymentConditions,
  demoSalesTypes,
  demoVatCodes,
} from './administration-lists.ts';
import { articlesOf } from './articles.ts';
import type { AsperionAdministration, AsperionSeed } from './asperion-shapes.ts';
import { debtorsOf } from './debtors.ts';
import { demoParties } from './parties.ts';
import { demoProducts } from './products.ts';
import { rentalAdministration } from './rental-administration.ts';

/**
 * Everything Asperion holds on `today` (YYYY-MM-DD); the same day gives the same content.
 * The user's default administration is deliberately not the one that the demo connects.
 */
export function demoAsperion(today: string): AsperionSeed {
  const rental = rentalAdministration(today);
  const installation = installationAdministration(today);
  return {
    administrations: [installation, rental],
    users: [
      {
        userName: 'demo',
        password: 'demo',
        profileName: 'Demo gebruiker',
        administrations: [installation.id, rental.id],
        defaultAdministration: rental.id,
      },
    ],
  };
}

function installationAdministration(today: string): AsperionAdministration {
  return {
    id: 101,
    name: 'Installatiebedrijf Jansen BV',
    inTrade: false,
    debtors: debtorsOf(demoParties(), today),
    articles: articlesOf(demoProducts(), today),
    salesTypes: demoSalesTypes(),
    vatCodes: demoVatCodes(),
    debtorKinds: demoDebtorKinds(),
    paymentConditions: demoPaymentConditions(),
    journals: demoJournals(),
    ledgerAccounts: demoLedgerAccounts(),
  };
}
