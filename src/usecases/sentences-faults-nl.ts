/**
 * The Dutch sentence of every fault: what happened and what to do. Sets the shape that other languages fill.
 */
import { readIsoDate } from '../kernel/dates.ts';
import type { FaultCode } from '../kernel/fault.ts';
import { afterColon } from './sentences-foreign-words.ts';
import { dutchDate, dutchNumber, dutchTime } from './sentences-numbers.ts';

type Parameters = Readonly<Record<string, string>>;

/** One sentence, or two short ones, for every fault; a parameter that is absent makes it say less. */
export type FaultTexts = Readonly<Record<FaultCode, (parameters: Parameters) => string>>;

/** Holds for whatever was going on: an export has its schedule, an import only a person. */
const GOES_ON = 'De export proberen we vanzelf opnieuw; start een import later zelf nog eens.';
const ASK_SUPPORT = 'Neem contact op met onze support als u niet weet wat u moet aanpassen.';

export const dutchFaults: FaultTexts = {
  'outsmart.token_refused': () =>
    'OutSmart laat de koppeling niet meer toe. Kopieer het OutSmart-token opnieuw uit OutSmart en verbind opnieuw.',
  'outsmart.software_token_refused': () =>
    'OutSmart herkent het programma van deze koppeling niet. De beheerder van de koppeling moet dit herstellen.',
  'outsmart.refused': ({ messages = '' }) => `OutSmart neemt dit niet aan${afterColon([messages])}. ${ASK_SUPPORT}`,
  'outsmart.unreachable': () => `OutSmart is nu niet bereikbaar. ${GOES_ON}`,
  'outsmart.unclear': () =>
    'OutSmart gaf geen antwoord; we weten niet of het gelukt is. Probeer het opnieuw: wat er al is, maken we niet nog eens.',
  'outsmart.contract_broken': () =>
    'OutSmart gaf een antwoord dat wij niet kunnen lezen. Er is niets verloren; blijft dit zo, neem dan contact op met onze support.',
  'asperion.not_connected': () =>
    'Asperion is niet verbonden. Verbind met Asperion; daarna gaan de werkbonnen die klaarstaan vanzelf.',
  'asperion.connection_ended': () =>
    'Asperion laat de koppeling niet meer toe. Werkbonnen die klaarstaan gaan vanzelf zodra u opnieuw verbindt.',
  'asperion.client_refused': () =>
    'Asperion herkent het programma van deze koppeling niet. U hoeft niet opnieuw te verbinden; de beheerder van de koppeling moet dit herstellen.',
  'asperion.forbidden': () =>
    'Asperion geeft geen toegang tot deze gegevens. Controleer in Asperion de rechten van de gebruiker die heeft verbonden, of verbind opnieuw.',
  'asperion.refused': ({ messages = '' }) => `Asperion neemt dit niet aan${afterColon([messages])}. ${ASK_SUPPORT}`,
  'asperion.not_found': () =>
    'Asperion vindt niet wat wij opvragen. Controleer bij de instellingen of de gekozen administratie nog bestaat.',
  'asperion.rate_limited': () => `Asperion vraagt ons even te wachten. ${GOES_ON}`,
  'asperion.unreachable': () => `Asperion is nu niet bereikbaar. ${GOES_ON}`,
  'asperion.unclear': () =>
    'Asperion gaf geen duidelijk antwoord; we weten nog niet of het gelukt is. We zoeken dat vanzelf op; u hoeft niets te doen.',
  'asperion.contract_broken': () =>
    'Asperion gaf een antwoord dat wij niet kunnen lezen. Er is niets verloren; blijft dit zo, neem dan contact op met onze support.',
  'asperion.wrong_administration': () =>
    'Asperion antwoordde vanuit een andere administratie dan u hebt gekozen. Daarom zijn we gestopt; controleer de administratie bij de instellingen.',
  'asperion.too_late_to_send': () =>
    `Het klaarzetten duurde te lang; daarom is er niets naar Asperion gestuurd. ${GOES_ON}`,
  'sync.lease_lost': () =>
    'Dit werk is onderbroken; wat al gedaan was, blijft staan. De export gaat vanzelf verder; start een import zelf nog eens.',
  'sync.cancelled': () => 'Dit werk is gestopt; wat al gedaan was, blijft staan. Start het opnieuw wanneer u wilt.',
  'sync.account_stopped': accountStopped,
  'sync.not_configured': ({ field = '' }) => partToConfigure(dutchPartsToConfigure, field),
  'sync.first_export_unconfirmed': () =>
    'De werkbonnen staan klaar, maar de eerste export is nog niet bevestigd. Bekijk de werkbonnen en bevestig; daarna gaat het vanzelf.',
  'sync.no_licence': ({ endsOn = '' }) => {
    const day = readIsoDate(endsOn);
    return day === null
      ? 'De Asperion koppeling is niet besteld; er wordt niets gesynchroniseerd. Bestel de koppeling in de licentiemanager; instellingen en logboek blijven bewaard.'
      : `De licentie voor Asperion liep tot en met ${dutchDate(day)}; er wordt niets gesynchroniseerd. Bestel de koppeling opnieuw in de licentiemanager.`;
  },
  'sync.suspended': () =>
    'Uw account is stilgezet door de beheerder van de koppeling; er wordt niets gesynchroniseerd. Neem contact op met onze support.',
  'sync.circuit_open': ({ of = '', until = '' }) => {
    const system = of === '' ? 'Een van beide systemen' : of === 'outsmart' ? 'OutSmart' : 'Asperion';
    const moment = new Date(until);
    const when = Number.isNaN(moment.getTime()) ? 'later' : `om ${dutchTime(moment)}`;
    return `${system} antwoordt al een tijd niet. We proberen het ${when} vanzelf opnieuw; wilt u niet wachten, start de export dan zelf.`;
  },
  'sync.call_budget': ({ calls = '' }) =>
    `Vandaag is ${calls === '' ? 'heel vaak' : `${dutchNumber(Number(calls))} keer`} iets gevraagd aan OutSmart en Asperion; meer mag vanzelf niet. Morgen gaat het vanzelf verder, of start de export zelf.`,
  'store.secret_unreadable': () =>
    'De bewaarde verbinding kan niet worden gelezen. De beheerder moet de juiste sleutel terugzetten, of verbind OutSmart en Asperion opnieuw.',
};

/** By the part that is missing: the field of fault sync.not_configured. */
export const dutchPartsToConfigure = {
  settings: 'De instellingen zijn nog niet opgeslagen. Sla ze eerst op; daarna kunt u synchroniseren.',
  administrationId: 'Er is nog geen administratie gekozen. Kies die bij de instellingen.',
  exportOn:
    'Het maken van conceptfacturen staat uit. Zet "Conceptfactuur aanmaken voor complete werkbonnen" aan bij de instellingen.',
  hourTypesOn: 'De import van uursoorten staat uit. Zet "Uursoorten" aan bij de instellingen.',
  outsmart: 'OutSmart is nog niet verbonden. Verbind met het OutSmart-token.',
  workStatusCode:
    'Er is nog geen werkbonstatus gekozen waarmee werkbonnen naar Asperion gaan. Kies die bij de instellingen.',
};

export type PartsToConfigure = Readonly<Record<keyof typeof dutchPartsToConfigure, string>>;

/** The sentence about one part; about the settings as a whole for a part that this version does not know. */
export function partToConfigure(texts: PartsToConfigure, part: string): string {
  return (texts as Parameters)[part] ?? texts.settings;
}

const MISPLACED: Parameters = { invoice: 'een conceptfactuur', debtor: 'een debiteur', article: 'een artikel' };

function accountStopped({ kind = '', meant = '', landedIn = '' }: Parameters): string {
  const decide = 'Kies of dit daar blijft staan of wordt verwijderd; daarna gaat de export verder.';
  const what = MISPLACED[kind] ?? 'een conceptfactuur';
  if (meant === '' || landedIn === '')
    return `De export staat stil: ${what} staat in een andere administratie dan bedoeld. ${decide}`;
  return `De export staat stil: ${what} staat in administratie ${landedIn} in plaats van ${meant}. ${decide}`;
}
