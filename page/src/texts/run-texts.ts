import type { Catalogue } from './language.ts';

const nl = {
  jobs: {
    full: 'Volledige synchronisatie',
    debtors: 'Import debiteuren',
    articles: 'Import artikelen',
    hourtypes: 'Import uursoorten',
    export: 'Export werkbonnen',
  },
  automaticExport: 'Automatische export',
  automatic: 'Automatisch',
  by: (name: string) => `Door ${name}`,
  drafts: (count: number, written: string) => `${written} ${count === 1 ? 'conceptfactuur' : 'conceptfacturen'}`,
  created: (written: string) => `${written} nieuw`,
  changed: (written: string) => `${written} gewijzigd`,
  unchanged: (written: string) => `${written} gelijk`,
  waiting: (count: number, written: string) => `${written} ${count === 1 ? 'wacht' : 'wachten'}`,
  uncertain: (written: string) => `${written} onzeker`,
  failed: (written: string) => `${written} niet gelukt`,
  nothingNew: 'Geen nieuwe werkbonnen',
  nothingChanged: 'Niets gewijzigd',
  queued: 'Begint zo',
};

const en: typeof nl = {
  jobs: {
    full: 'Full synchronisation',
    debtors: 'Import of debtors',
    articles: 'Import of articles',
    hourtypes: 'Import of hour types',
    export: 'Export of work orders',
  },
  automaticExport: 'Automatic export',
  automatic: 'Automatic',
  by: (name) => `By ${name}`,
  drafts: (count, written) => `${written} ${count === 1 ? 'draft invoice' : 'draft invoices'}`,
  created: (written) => `${written} new`,
  changed: (written) => `${written} changed`,
  unchanged: (written) => `${written} unchanged`,
  waiting: (count, written) => `${written} ${count === 1 ? 'waits' : 'wait'}`,
  uncertain: (written) => `${written} uncertain`,
  failed: (written) => `${written} failed`,
  nothingNew: 'No new work orders',
  nothingChanged: 'Nothing changed',
  queued: 'Begins in a moment',
};

export const runTexts: Catalogue<typeof nl> = { nl, en };
