import type { Catalogue } from './language.ts';

const nl = {
  changes: (count: number) =>
    count === 1 ? '1 wijziging nog niet opgeslagen' : `${count} wijzigingen nog niet opgeslagen`,
  neverSaved: 'De instellingen zijn nog niet opgeslagen',
  neverSavedText: 'Kies in ieder geval een administratie. Na het opslaan begint de koppeling.',
  nothingChanged: 'Alles is opgeslagen',
  savedBy: (by: string, moment: string) => `Laatst opgeslagen door ${by}, ${moment}.`,
  saved: 'De instellingen zijn opgeslagen.',
  savedWithWarnings: 'Opgeslagen, maar dit laat werkbonnen nog wachten',
  undo: 'Ongedaan maken',
  save: 'Opslaan',
  saving: 'Bezig met opslaan',
  turnedOn: (label: string) => `${label} aan`,
  turnedOff: (label: string) => `${label} uit`,
  becomes: (label: string, value: string) => `${label} wordt ${value}`,
  becomesEmpty: (label: string) => `${label} wordt leeg`,
  minutesFromTo: (from: string, to: string) => `Uren afronden van ${from} naar ${to} minuten`,
  roundedTo: (to: string) => `Uren afronden op ${to} minuten`,
  theText: (label: string) => `de ${label}`,

  notSaved: 'De instellingen zijn niet opgeslagen',
  notSavedText: 'Uw invoer staat er nog. Verander dit en kies dan weer Opslaan:',
  meanwhileTitle: 'Iemand anders heeft de instellingen intussen opgeslagen',
  meanwhileText: (by: string, moment: string) =>
    `${by} deed dat ${moment}. Er is niets overschreven. Laad de nieuwste instellingen; uw eigen wijzigingen vervallen dan.`,
  meanwhileAnonymous: 'Er is niets overschreven. Laad de nieuwste instellingen; uw eigen wijzigingen vervallen dan.',
  loadNewest: 'Nieuwste instellingen laden',
  leaveTitle: 'Uw wijzigingen zijn niet opgeslagen',
  leaveText: 'Gaat u weg, dan vervallen ze.',
  stay: 'Hier blijven',
  leave: 'Weggaan zonder opslaan',
};

const en: typeof nl = {
  changes: (count) => (count === 1 ? '1 change not saved yet' : `${count} changes not saved yet`),
  neverSaved: 'The settings are not saved yet',
  neverSavedText: 'At least choose an administration. The connector begins once you have saved.',
  nothingChanged: 'Everything is saved',
  savedBy: (by, moment) => `Last saved by ${by}, ${moment}.`,
  saved: 'The settings are saved.',
  savedWithWarnings: 'Saved, but this still makes work orders wait',
  undo: 'Undo',
  save: 'Save',
  saving: 'Saving',
  turnedOn: (label) => `${label} on`,
  turnedOff: (label) => `${label} off`,
  becomes: (label, value) => `${label} becomes ${value}`,
  becomesEmpty: (label) => `${label} becomes empty`,
  minutesFromTo: (from, to) => `Round hours from ${from} to ${to} minutes`,
  roundedTo: (to) => `Round hours up to ${to} minutes`,
  theText: (label) => `the ${label}`,

  notSaved: 'The settings are not saved',
  notSavedText: 'What you filled in is still there. Change this and then choose Save again:',
  meanwhileTitle: 'Somebody else saved the settings meanwhile',
  meanwhileText: (by, moment) =>
    `${by} did so ${moment}. Nothing was overwritten. Load the newest settings; your own changes are then lost.`,
  meanwhileAnonymous: 'Nothing was overwritten. Load the newest settings; your own changes are then lost.',
  loadNewest: 'Load the newest settings',
  leaveTitle: 'Your changes are not saved',
  leaveText: 'If you leave, they are lost.',
  stay: 'Stay here',
  leave: 'Leave without saving',
};

export const settingsSavingTexts: Catalogue<typeof nl> = { nl, en };
export type SettingsSavingTexts = typeof nl;
