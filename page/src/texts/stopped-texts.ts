import type { Catalogue } from './language.ts';

const nl = {
  title: 'Wij wachten op een besluit',
  keep: 'Concept daar laten staan',
  remove: 'Concept daar verwijderen',
  reallyDelete: 'Ja, verwijderen in Asperion',
  back: 'Terug',
  askManager: 'Een beheerder van uw bedrijf beslist wat er met het concept gebeurt.',
};

const en: typeof nl = {
  title: 'We wait for a decision',
  keep: 'Leave the draft there',
  remove: 'Delete the draft there',
  reallyDelete: 'Yes, delete it in Asperion',
  back: 'Back',
  askManager: 'A manager of your company decides what happens to the draft.',
};

export const stoppedTexts: Catalogue<typeof nl> = { nl, en };
