import type { Catalogue } from './language.ts';

const nl = {
  syncTitle: 'Synchronisatie',
  syncText: (minutes: number) => `Automatisch elke ${minutes} minuten, alleen werkbonnen. Hieronder start u zelf.`,
  exportNow: 'Exporteren werkbonnen',
  exportNowText: 'Alleen de export, alle imports worden overgeslagen.',
  readyNow: (count: number, written: string) => `Nu ${written} ${count === 1 ? 'werkbon' : 'werkbonnen'} klaar.`,
  exportNeedsFirst: 'Eerst kijkt u na welke werkbonnen mogen gaan.',
  toFirstExport: 'Naar de eerste controle',
  fullSync: 'Volledige synchronisatie',
  fullSyncText: 'Alle imports en daarna de export. Haalt alles uit Asperion op en duurt een paar minuten.',
  startUsesSaved: ['Starten gebruikt de opgeslagen instellingen. Wat er gebeurde leest u in het ', 'logboek', '.'],
  notBefore: {
    saved: 'Starten kan zodra u de instellingen één keer hebt opgeslagen.',
    licence: 'Starten kan zodra de koppeling is besteld.',
    outsmart: 'Starten kan zodra OutSmart is verbonden.',
    asperion: 'Starten kan zodra Asperion is verbonden.',
    exportOn: 'Starten kan zodra Conceptfactuur aanmaken aan staat en is opgeslagen.',
    hourTypesOn: 'Starten kan zodra Uursoorten aan staat en is opgeslagen.',
  },
  progress: (done: string, total: string) => `${done} van ${total}`,
  stop: 'Stoppen',
  stopping: 'Stopt na dit record',
  lastFailed: 'De vorige keer lukte niet.',
};

const en: typeof nl = {
  syncTitle: 'Synchronisation',
  syncText: (minutes) => `Automatically every ${minutes} minutes, work orders only. Below you start it yourself.`,
  exportNow: 'Export work orders',
  exportNowText: 'The export alone, all imports are skipped.',
  readyNow: (count, written) => `Now ${written} ${count === 1 ? 'work order' : 'work orders'} ready.`,
  exportNeedsFirst: 'First you check which work orders may go.',
  toFirstExport: 'To the first check',
  fullSync: 'Full synchronisation',
  fullSyncText: 'All imports and then the export. Fetches everything from Asperion and takes a few minutes.',
  startUsesSaved: ['Starting uses the saved settings. What happened is told in the ', 'log', '.'],
  notBefore: {
    saved: 'You can start once you have saved the settings.',
    licence: 'You can start once the connector is ordered.',
    outsmart: 'You can start once OutSmart is connected.',
    asperion: 'You can start once Asperion is connected.',
    exportOn: 'You can start once Make a draft invoice is on and saved.',
    hourTypesOn: 'You can start once Hour types is on and saved.',
  },
  progress: (done, total) => `${done} of ${total}`,
  stop: 'Stop',
  stopping: 'Stops after this record',
  lastFailed: 'It failed last time.',
};

export const synchronisationTexts: Catalogue<typeof nl> = { nl, en };
