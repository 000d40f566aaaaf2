import type { Catalogue } from './language.ts';

const nl = {
  title: 'Uw bedrijf',
  text: 'U hoort nog bij geen bedrijf. Maak er een aan, of vraag een beheerder van uw bedrijf om een uitnodiging.',
  name: 'Naam van het bedrijf',
  nameNeeded: 'Vul de naam van het bedrijf in.',
  create: 'Bedrijf aanmaken',
};

const en: typeof nl = {
  title: 'Your company',
  text: 'You belong to no company yet. Create one, or ask a manager of your company for an invitation.',
  name: 'Name of the company',
  nameNeeded: 'Fill in the name of the company.',
  create: 'Create company',
};

export const newCompanyTexts: Catalogue<typeof nl> = { nl, en };
