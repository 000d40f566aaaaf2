/**
 * The first check in both languages. Numbers, amounts and days arrive written.
 */
import type { Catalogue } from './language.ts';
import type { Counted } from './overview-texts.ts';
import { fact, type Said } from './said.ts';

const orders = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'werkbon' : 'werkbonnen'}`;
const drafts = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'conceptfactuur' : 'conceptfacturen'}`;

const nl = {
  title: 'Eerste controle',
  which: (found: Counted, oldest: string | null): Said => [
    `Er ${found.count === 1 ? 'staat' : 'staan'} `,
    fact(`${found.written} complete ${found.count === 1 ? 'werkbon' : 'werkbonnen'}`),
    ' op 1\u00a0–\u2060\u00a0Naar\u00a0Asperion',
    ...(oldest === null ? [] : [', de oudste van ', fact(oldest)]),
    '. Welke mogen een conceptfactuur worden?',
  ],
  notReady: (): Said => ['De eerste controle komt ', fact('na het opslaan van de instellingen'), '.'],
  notReadyText:
    'Verbind OutSmart en Asperion, en sla de instellingen op. Daarna ziet u hier welke werkbonnen klaarstaan.',
  toSettings: 'Naar instellingen',
  confirmed: (by: string): Said => ['De eerste controle is gedaan door ', fact(by), '. De export loopt vanzelf.'],
  confirmedFrom: (day: string) =>
    `Werkbonnen die vóór ${day} zijn uitgevoerd, blijven staan. U vindt ze bij Zelf afgehandeld.`,
  toOverview: 'Naar het overzicht',

  lookFirst: (): Said => ['Eerst kijken, dan pas verzenden: ', fact('bekijk welke werkbonnen klaarstaan'), '.'],
  lookText:
    'Wij halen uw complete werkbonnen op uit OutSmart en zoeken de debiteuren en artikelen op in Asperion. Er wordt nog niets gemaakt of gewijzigd.',
  look: 'Werkbonnen bekijken',
  lookAgain: 'Opnieuw bekijken',
  looking: 'Bezig met bekijken',
  ofTotal: (done: string, total: string) => `${done} van ${total}`,
  askOffice: 'Een medewerker van kantoor kan de werkbonnen bekijken.',
  none: (): Said => [fact('Nog geen complete werkbonnen'), ' op 1\u00a0–\u2060\u00a0Naar\u00a0Asperion.'],
  noneText:
    'Er is niets om over te slaan. Start de export; werkbonnen die vanaf nu compleet worden, gaan dan vanzelf mee.',
  begin: 'Export starten',
  lookedAt: (when: string) => `Bekeken ${when}.`,

  choose: 'Welke werkbonnen mogen mee?',
  onlyNew: 'Alleen nieuwe',
  onlyNewText: 'Alles wat nu klaarstaat blijft staan. Werkbonnen die vanaf nu compleet worden, gaan mee.',
  from: 'Vanaf een datum',
  fromText: 'Werkbonnen die op of na deze dag zijn uitgevoerd.',
  fromDay: 'Eerste dag die meegaat',
  dayNeeded: 'Kies de eerste dag die meegaat.',
  all: ({ count, written }: Counted) => (count === 1 ? 'Die ene' : `Alle ${written}`),
  allText: 'Ook de oude. Kies dit als u er nog geen van zelf heeft gefactureerd.',

  months: 'Werkbonnen per maand van uitvoering',
  goes: 'Gaat mee',
  stays: 'Blijft staan',
  monthsText: (goes: string, stays: string) => `${goes} werkbonnen gaan mee, ${stays} blijven staan.`,

  listFrom: (found: Counted, day: string) => `${orders(found)} vanaf ${day}`,
  listAll: orders,
  untick: 'Haal het vinkje weg bij wat niet mee mag',
  allOf: (written: string) => `Alle ${written} meenemen`,
  takes: (order: string) => `Werkbon ${order} gaat mee`,
  order: 'Werkbon',
  relation: 'Relatie',
  worked: 'Uitgevoerd',
  amount: 'Excl. btw',
  happens: 'Wat er gebeurt',
  waitsFor: (why: string) => `Wacht: ${why}`,
  waits: 'Wacht op u',
  shown: (shown: string, all: Counted) => `${shown} van ${orders(all)}`,
  showMore: (more: string) => `Toon er nog ${more}`,
  noneFrom: 'Vanaf deze dag staan er geen werkbonnen klaar.',

  makes: (made: Counted, amount: string): Said => [fact(drafts(made)), ' maken, samen ', fact(amount), ' excl. btw.'],
  makesNone: (): Said => ['Er worden nu ', fact('geen conceptfacturen'), ' gemaakt.'],
  wait: (waiting: Counted) =>
    ` ${orders(waiting)} ${waiting.count === 1 ? 'wacht' : 'wachten'} nog op u en ${waiting.count === 1 ? 'gaat' : 'gaan'} later mee.`,
  stay: (staying: Counted) =>
    `${orders(staying)} ${staying.count === 1 ? 'blijft' : 'blijven'} staan. U vindt ze bij Zelf afgehandeld en kunt ze later alsnog laten gaan. `,
  staysDraft: 'In Asperion blijft alles een concept.',
  make: (made: Counted) => `${drafts(made)} maken`,
  makeNone: 'Alleen nieuwe meenemen',
  confirming: 'Bezig met bevestigen',
  askManager: 'Een beheerder van uw bedrijf bevestigt dit.',
};

const enOrders = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'work order' : 'work orders'}`;
const enDrafts = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'draft invoice' : 'draft invoices'}`;

const en: typeof nl = {
  title: 'First check',
  which: (found, oldest) => [
    fact(`${found.written} complete ${found.count === 1 ? 'work order' : 'work orders'}`),
    ` ${found.count === 1 ? 'stands' : 'stand'} on 1\u00a0–\u2060\u00a0Naar\u00a0Asperion`,
    ...(oldest === null ? [] : [', the oldest of ', fact(oldest)]),
    '. Which may become a draft invoice?',
  ],
  notReady: () => ['The first check comes ', fact('after the settings are saved'), '.'],
  notReadyText:
    'Connect OutSmart and Asperion, and save the settings. Then you see here which work orders stand ready.',
  toSettings: 'To settings',
  confirmed: (by) => ['The first check was done by ', fact(by), '. The export runs by itself.'],
  confirmedFrom: (day) => `Work orders done before ${day} stay behind. You find them under Handled by hand.`,
  toOverview: 'To the overview',

  lookFirst: () => ['Look first, send later: ', fact('see which work orders stand ready'), '.'],
  lookText:
    'We fetch your complete work orders from OutSmart and look up the debtors and articles in Asperion. Nothing is made or changed yet.',
  look: 'Look at work orders',
  lookAgain: 'Look again',
  looking: 'Looking',
  ofTotal: (done, total) => `${done} of ${total}`,
  askOffice: 'Somebody of the office can look at the work orders.',
  none: () => [fact('No complete work orders'), ' on 1\u00a0–\u2060\u00a0Naar\u00a0Asperion yet.'],
  noneText:
    'There is nothing to leave out. Start the export; work orders that become complete from now on go by themselves.',
  begin: 'Start the export',
  lookedAt: (when) => `Looked ${when}.`,

  choose: 'Which work orders may go?',
  onlyNew: 'New ones only',
  onlyNewText: 'What stands ready now stays behind. Work orders that become complete from now on go.',
  from: 'From a day on',
  fromText: 'Work orders done on or after this day.',
  fromDay: 'First day that goes',
  dayNeeded: 'Choose the first day that goes.',
  all: ({ count, written }) => (count === 1 ? 'That one' : `All ${written}`),
  allText: 'The old ones too. Choose this if you invoiced none of them yourself.',

  months: 'Work orders by month of the work',
  goes: 'Goes',
  stays: 'Stays behind',
  monthsText: (goes, stays) => `${goes} work orders go, ${stays} stay behind.`,

  listFrom: (found, day) => `${enOrders(found)} from ${day} on`,
  listAll: enOrders,
  untick: 'Untick what may not go',
  allOf: (written) => `Take all ${written}`,
  takes: (order) => `Work order ${order} goes`,
  order: 'Work order',
  relation: 'Relation',
  worked: 'Done on',
  amount: 'Excl. VAT',
  happens: 'What happens',
  waitsFor: (why) => `Waits: ${why}`,
  waits: 'Waits for you',
  shown: (shown, all) => `${shown} of ${enOrders(all)}`,
  showMore: (more) => `Show ${more} more`,
  noneFrom: 'No work orders stand ready from this day on.',

  makes: (made, amount) => ['Make ', fact(enDrafts(made)), ', together ', fact(amount), ' excl. VAT.'],
  makesNone: () => [fact('No draft invoices'), ' are made now.'],
  wait: (waiting) =>
    ` ${enOrders(waiting)} ${waiting.count === 1 ? 'still waits for you and goes' : 'still wait for you and go'} later.`,
  stay: (staying) =>
    `${enOrders(staying)} ${staying.count === 1 ? 'stays' : 'stay'} behind. You find them under Handled by hand and can let them go later. `,
  staysDraft: 'In Asperion everything stays a draft.',
  make: (made) => `Make ${enDrafts(made)}`,
  makeNone: 'Take new ones only',
  confirming: 'Confirming',
  askManager: 'A manager of your company confirms this.',
};

export const firstExportTexts: Catalogue<typeof nl> = { nl, en };
