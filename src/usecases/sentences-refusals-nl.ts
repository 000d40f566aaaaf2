/**
 * What people read in Dutch when something cannot be done as asked, and what is wrong with a setting. Sets the shape that
 * other languages fill.
 */
import type { WorkOrderState } from '../model/work-order-state.ts';
import { stateWord } from './sentences-reasons.ts';

export const dutchRefusals = {
  'account.name-empty': () => 'Geef het account een naam, bijvoorbeeld de bedrijfsnaam.',
  'account.name-too-long': ({ max }: { max: number }) => `Een naam heeft ten hoogste ${max} tekens.`,
  'account.name-taken': ({ name }: { name: string }) =>
    `Er is al een account met de naam "${name}". Kies een andere naam.`,
  'account.unknown': ({ name, others }: { name: string; others: string }) =>
    `Er is geen account "${name}". ${others === '' ? 'Maak er een met: account create NAAM.' : `Wel: ${others}.`}`,
  'account.none': () => 'Er is nog geen account. Maak er een met: account create NAAM.',
  'account.not-named': ({ others }: { others: string }) =>
    `Noem het account met --account. Er zijn er meer: ${others}.`,
  'account.gone': () => 'Dit bedrijf bestaat niet meer.',
  'account.not-stopped': () => 'Dit account staat niet stil; er is niets te beslissen.',
  'licence.unknown': ({ connector }: { connector: string }) =>
    `De koppeling "${connector}" bestaat niet. Kies er een uit de licentiemanager.`,
  'licence.ordered': ({ connector }: { connector: string }) =>
    `De koppeling ${connector} is al besteld. U hoeft niets te doen.`,
  'licence.not-running': ({ connector }: { connector: string }) =>
    `Van de koppeling ${connector} loopt geen licentie die u kunt opzeggen. Bekijk de licentiemanager opnieuw.`,
  'licence.not-cancelled': ({ connector }: { connector: string }) =>
    `De licentie van de koppeling ${connector} is niet opgezegd, of is al afgelopen. Bestel de koppeling opnieuw als er geen licentie meer loopt.`,
  'account.not-to-suspend': () => 'Dit bedrijf is al stilgezet.',
  'account.not-suspended': () => 'Dit bedrijf is niet stilgezet.',
  'first-export.no-settings': () => 'Sla eerst de instellingen op, met een administratie.',
  'first-export.date': ({ typed }: { typed: string }) => `"${typed}" is geen datum. Schrijf die als 2026-11-24.`,
  'settings.administration-change': ({ before, after }: { before: number; after: number | null }) => {
    const chosen = after === null ? 'geen administratie' : `administratie ${after}`;
    return (
      `U kiest ${chosen} in plaats van ${before}. ` +
      'Bevestig dat dit de bedoeling is: de koppelingen tussen gegevens beginnen daar opnieuw, en ook de eerste export moet opnieuw worden bevestigd.'
    );
  },
  'settings.changed-meanwhile': () =>
    'Iemand anders heeft de instellingen intussen gewijzigd. Bekijk ze opnieuw; er is niets overschreven.',
  'settings.wrong': ({ problems }: { problems: string }) => `De instellingen zijn niet opgeslagen: ${problems}`,
  'work-order.unknown': ({ number }: { number: string }) =>
    `Er is geen werkbon ${number} bekend. Voer eerst een export uit, of controleer het nummer.`,
  'work-order.unknown-in-outsmart': ({ number }: { number: string }) =>
    `OutSmart kent geen werkbon ${number}. Controleer het nummer.`,
  'work-order.several': ({ number, rowIds }: { number: string; rowIds: string }) =>
    `Er zijn meer werkbonnen met nummer ${number}. Noem er een met het interne nummer: ${rowIds}.`,
  'work-order.state': ({ number, state }: { number: string; state: WorkOrderState }) =>
    `Werkbon ${number} heeft de stand "${stateWord(state, 'nl')}"; dan kan dit niet.`,
  'work-order.still-looking': ({ number }: { number: string }) =>
    `We zoeken nog op of het concept van werkbon ${number} er is. Pas als dat onduidelijk blijft, kunt u hier kiezen.`,
  'run.unknown': () => 'Deze synchronisatie staat niet in het logboek.',
  'run.over': () => 'Deze synchronisatie is al klaar; er valt niets meer te stoppen.',
  'log.day': ({ day }: { day: string }) => `${day} is geen dag van de kalender. Kies een andere dag.`,
  'asperion.unknown-attempt': () => 'Deze aanmelding is verlopen of al gebruikt. Begin opnieuw met verbinden.',
  'asperion.other-session': () =>
    'U bent niet meer aangemeld als degene die begon met verbinden. Begin opnieuw met verbinden.',
  'asperion.not-allowed': () => 'Asperion gaf geen toestemming. Begin opnieuw en kies Toestaan.',
  'outsmart.token-empty': () => 'Geef het OutSmart-token, of het adres met ?token= erin.',
  'outsmart.token-refused': () =>
    'OutSmart kent dit token niet. Kopieer het opnieuw uit OutSmart: Instellingen, Software-integraties, Open instellingen.',
  'outsmart.other-account': ({ number }: { number: string }) =>
    `Dit token hoort bij een ander OutSmart-account: werkbon ${number} staat daar niet. Maak voor dat account een nieuw account aan.`,
  'outsmart.connected-elsewhere': () =>
    'Dit OutSmart-account is hier al aan een ander account gekoppeld. Elke werkbon zou twee keer worden gefactureerd; gebruik dat account.',
};

export type RefusalTexts = typeof dutchRefusals;

/** What is wrong with one setting, or what makes work orders wait until it is filled in. */
export const dutchSettingProblems = {
  unknownSetting: () => 'Deze instelling bestaat niet.',
  noAdministration: () => 'Kies een administratie.',
  unknownAdministration: ({ id, others }: { id: number; others: string }) =>
    `Administratie ${id} bestaat niet of is niet toegankelijk. Wel: ${others}.`,
  unknownCode: ({ what, code, choices }: { what: CodeKind; code: string; choices: string }) =>
    `${CODE_KINDS[what]} ${code} bestaat niet in Asperion. Kies uit: ${choices || '(geen)'}.`,
  noHourSalesType: () => 'Kies de verkoopsoort van de uursoorten.',
  unknownHourType: ({ code }: { code: string }) => `Uursoort ${code} bestaat niet als artikel in Asperion.`,
  noVatCode: () => 'Kies een standaard btw-percentage; tot dan wachten alle werkbonnen.',
  noDebtorKind: () => 'Kies de debiteursoort; tot dan worden geen debiteuren aangemaakt.',
  noPaymentCondition: () => 'Kies de betalingsconditie; tot dan worden geen debiteuren aangemaakt.',
  noSalesType: () => 'Kies de verkoopsoort; tot dan worden geen artikelen aangemaakt.',
  unknownWorkStatus: ({ code, choices }: { code: string; choices: string }) =>
    `Werkbonstatus ${code} bestaat niet in OutSmart. Kies uit: ${choices || '(geen)'}.`,
  noWorkStatus: () => 'Kies de werkbonstatus waarmee werkbonnen naar Asperion gaan; tot dan gaat er niets.',
  unknownField: ({ id }: { id: string }) => `Veld ${id} bestaat niet op een werkbon.`,
  vanishedCode: ({ what, code }: { what: CodeKind; code: string }) =>
    `${CODE_KINDS[what]} ${code} bestaat niet meer in Asperion. Kies een andere.`,
  vanishedHourType: ({ code }: { code: string }) =>
    `Uursoort ${code} bestaat niet meer als artikel in Asperion. Kies een andere.`,
  vanishedWorkStatus: ({ code }: { code: string }) =>
    `Werkbonstatus ${code} bestaat niet meer in OutSmart. Kies een andere.`,
  vanishedField: ({ id }: { id: string }) => `Veld ${id} bestaat niet meer op een werkbon. Kies een ander veld.`,
  roundMinutes: () => 'Vul een aantal minuten in van 1 tot en met 60.',
  internalField: () => 'De interne omschrijving gaat nooit uit OutSmart weg. Kies een ander veld.',
};

export type SettingProblemTexts = typeof dutchSettingProblems;

/** Kinds of codes of Asperion that a setting can hold. */
export type CodeKind = 'salesType' | 'debtorKind' | 'paymentCondition' | 'vatCode';

const CODE_KINDS: Readonly<Record<CodeKind, string>> = {
  salesType: 'Verkoopsoort',
  debtorKind: 'Debiteursoort',
  paymentCondition: 'Betalingsconditie',
  vatCode: 'Btw-code voor verkoop',
};
