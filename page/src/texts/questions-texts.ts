/**
 * What a person is asked after a draft was asked for: whether it is there, whether a deleted one is made again, and whether a
 * changed work order may stay as it was invoiced. The sentences about a work order itself come from the server.
 */
import type { Catalogue } from './language.ts';

const nl = {
  look: 'Bekijken',
  isThere: 'Ja, dit is het',
  isThereDone: 'Het concept hoort nu bij deze werkbon.',
  makeAgain: 'Nee, opnieuw maken',
  risk: 'Staat het concept er toch, dan krijgt de klant er twee. Kijk daarom eerst in Asperion.',
  sure: 'Het staat er niet, maak het opnieuw',
  back: 'Terug',
  makeAgainDone: 'Het concept wordt opnieuw gemaakt. We zoeken eerst nog één keer of het er is.',
  openInAsperion: 'Open in Asperion',
  misplaced: 'Het concept staat in een andere administratie dan bedoeld. Op het overzicht kiest u wat ermee moet.',
  showDifferences: 'Verschil bekijken',
  keep: 'Akkoord, zo laten',
  differences: 'Wat er is gewijzigd',
  what: 'Wat',
  before: 'Was',
  now: 'Nu',
  nothing: 'leeg',
  showAll: (written: string) => `Toon alle ${written}`,
};

const en: typeof nl = {
  look: 'Look',
  isThere: 'Yes, this is it',
  isThereDone: 'The draft now belongs to this work order.',
  makeAgain: 'No, make it again',
  risk: 'If the draft is there after all, the customer gets two. So look in Asperion first.',
  sure: 'It is not there, make it again',
  back: 'Back',
  makeAgainDone: 'The draft is made again. First we look once more whether it is there.',
  openInAsperion: 'Open in Asperion',
  misplaced: 'The draft is in another administration than meant. On the overview you choose what to do with it.',
  showDifferences: 'See the difference',
  keep: 'Fine, leave it so',
  differences: 'What was changed',
  what: 'What',
  before: 'Was',
  now: 'Now',
  nothing: 'empty',
  showAll: (written) => `Show all ${written}`,
};

export const questionsTexts: Catalogue<typeof nl> = { nl, en };
