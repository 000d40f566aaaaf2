/**
 * The overview in both languages. Numbers, amounts and moments arrive written; counts come along for the form of the words.
 */
import type { Catalogue } from './language.ts';
import { broken, fact, type Said, waits } from './said.ts';

/** A number and how it is written. */
export interface Counted {
  readonly count: number;
  readonly written: string;
}

const orders = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'werkbon' : 'werkbonnen'}`;
const drafts = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'conceptfactuur' : 'conceptfacturen'}`;

const nl = {
  title: 'Overzicht',
  connected: (name: string): Said => ['Verbonden met ', fact(name), '. '],
  made: (When: string, made: Counted): Said => [
    `${When} ${made.count === 1 ? 'is' : 'zijn'} `,
    fact(drafts(made)),
    ' gemaakt. ',
  ],
  madeNothing: (When: string): Said => [`${When} was er niets nieuws. `],
  notMade: (when: string): Said => [broken(`De export van ${when} is niet gelukt.`), ' '],
  notYetRun: (): Said => ['Er is nog niets geëxporteerd. '],
  wait: (waiting: Counted): Said => [
    waits(`${orders(waiting)} ${waiting.count === 1 ? 'wacht' : 'wachten'} op u.`),
    ' ',
  ],
  ask: (isMany: boolean): Said => [waits(isMany ? 'Wij hebben vragen aan u.' : 'Wij hebben een vraag aan u.'), ' '],
  nextAt: (when: string): Said => [`De volgende keer is ${when}.`],
  nextSoon: (): Said => ['De volgende keer is zo.'],
  goesOn: (job: string): Said => [`Nu loopt er: `, fact(job), '.'],
  exportOff: (): Said => [
    waits('Conceptfacturen aanmaken staat uit.'),
    ' Zet dat aan bij de instellingen; dan gaan complete werkbonnen naar Asperion.',
  ],
  lost: (system: string): Said => [broken(`Niet verbonden met ${system}.`), ' '],
  stored: (ready: Counted, amount: string): Said => [
    fact(`${orders(ready)} ${ready.count === 1 ? 'staat' : 'staan'} klaar`),
    `, samen ${amount}. `,
    `${ready.count === 1 ? 'Die gaat' : 'Ze gaan'} vanzelf zodra u opnieuw verbindt.`,
  ],
  storedNothing: (): Said => ['Complete werkbonnen gaan vanzelf zodra u opnieuw verbindt.'],
  noLicence: (): Said => [
    broken('De Asperion koppeling is niet besteld.'),
    ' Instellingen en logboek blijven bewaard; er wordt niets gesynchroniseerd.',
  ],
  stopped: (): Said => [broken('De koppeling staat stil.'), ' Er worden nu geen conceptfacturen gemaakt.'],
  suspended: (When: string): Said => [
    broken(`${When} is de koppeling stilgezet.`),
    ' Er wordt niets gesynchroniseerd. Neem contact op met onze support.',
  ],
  settingUp: (left: number, next: string): Said => [
    'Nog ',
    fact(left === 1 ? 'één stap' : `${left} stappen`),
    ' tot de eerste conceptfactuur. Nu: ',
    fact(next),
    '.',
  ],

  exportNow: 'Exporteren werkbonnen',
  exporting: 'Bezig met exporteren',
  progress: (done: string, total: string) => `${done} van ${total}`,
  order: 'Asperion bestellen',
  toSettings: 'Naar instellingen',
  reconnectHere: 'Opnieuw verbinden',

  waitsForYou: 'Wacht op u',
  allWaiting: 'Alle wachtende werkbonnen',
  orders,
  solve: 'Oplossen',
  look: 'Bekijken',
  chooseHourType: 'Uursoort kiezen',
  chooseSalesType: 'Verkoopsoort kiezen',
  chooseVat: 'Btw-percentage kiezen',
  moreCauses: (more: Counted) => `Nog ${more.written} ${more.count === 1 ? 'oorzaak' : 'oorzaken'}`,
  nothingWaits: 'Er wacht niets op u.',
  nothingWaitsNext: (when: string) => `De volgende keer is ${when}.`,
  noOrdersYet: 'Nog geen complete werkbonnen.',
  noOrdersYetDo: (When: string) =>
    `Zet in OutSmart een complete werkbon op 1 – Naar Asperion; ${When === '' ? 'bij de volgende export' : When} ziet u die hier.`,

  weSolve: 'Lossen we zelf op',
  oneOrder: '1 werkbon',
  moreUncertain: (more: Counted) => `Nog ${orders(more)}`,

  adds: (Month: string) => `${Month} sluit: elke complete werkbon heeft een plek`,
  soFar: (Month: string) => `${Month} tot nu toe`,
  balanceOf: (total: Counted) => `Verdeling van ${orders(total)}`,
  complete: 'Compleet gemeld',
  noneThisMonth: (month: string) => `Nog geen complete werkbonnen in ${month}.`,
  earlier: (open: Counted, amount: string) =>
    `Van eerdere maanden ${open.count === 1 ? 'staat' : 'staan'} nog ${orders(open)} open, samen ${amount}:`,
  earlierParts: {
    ready: (written: string) => `${written} klaar`,
    waiting: ({ count, written }: Counted) => `${written} ${count === 1 ? 'wacht' : 'wachten'} op u`,
    uncertain: (written: string) => `${written} onzeker`,
  },

  chartTitle: 'Conceptfacturen, laatste 30 dagen',
  made30: 'Gemaakt',
  stillWaits: 'Wacht nog',
  today: 'vandaag',
  chartText: (from: string, until: string, total: Counted, today: string) =>
    `Conceptfacturen per dag van ${from} tot en met ${until}: samen ${total.written}, vandaag tot nu toe ${today}.`,
  chartMost: (written: string, on: string) => ` De meeste op ${on}: ${written}.`,
  chartNone: 'In de laatste 30 dagen zijn er nog geen conceptfacturen gemaakt.',

  lastRuns: 'Laatste keren',
  log: 'Logboek',
  noRuns: 'Nog niets gebeurd.',

  steps: {
    licence: 'Koppeling besteld',
    outsmart: 'OutSmart',
    asperion: 'Asperion',
    settings: 'Instellingen',
    'first-export': 'Eerste controle',
  },
  stepNow: 'Nu',
  stepsLabel: (now: number, all: number) => `Instellen, stap ${now} van ${all}`,
  stepAct: {
    licence: 'de koppeling bestellen',
    outsmart: 'OutSmart verbinden',
    asperion: 'Asperion verbinden',
    settings: 'de instellingen opslaan',
    'first-export': 'de eerste controle',
  },
  stepText: {
    licence: 'Bestel de Asperion koppeling in de licentiemanager. In de proefperiode kost dat niets.',
    outsmart: 'Vul het OutSmart-token in, of open deze pagina vanuit uw backoffice.',
    asperion: 'Log in bij Asperion en geef toestemming. Uw wachtwoord blijft bij Asperion.',
    settings: 'Kies de administratie en wat er over en weer gaat, en sla de instellingen op.',
    'first-export': 'Bekijk welke werkbonnen een conceptfactuur worden voordat er iets gebeurt.',
  },
  stepButton: {
    licence: 'Naar licentiemanager',
    outsmart: 'OutSmart verbinden',
    asperion: 'Asperion verbinden',
    settings: 'Naar instellingen',
    'first-export': 'Naar eerste controle',
  },

  againTitle: 'Opnieuw verbinden in een minuut',
  again1: 'Log in bij Asperion en geef toestemming',
  again1Text: 'Gebruik dezelfde gegevens als altijd. Uw wachtwoord blijft bij Asperion.',
  again2: 'Wij controleren de administratie',
  again2Text: (name: string): Said => [
    'De koppeling gaat alleen verder met ',
    fact(name),
    '. Uw instellingen blijven staan.',
  ],
  again3: (ready: Counted) => (ready.count === 1 ? 'De werkbon gaat vanzelf' : `De ${orders(ready)} gaan vanzelf`),
  again3None: 'Complete werkbonnen gaan vanzelf',
  again3Text: 'U ziet ze hier een voor een conceptfactuur worden. Dubbele conceptfacturen ontstaan niet.',
};

const enOrders = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'work order' : 'work orders'}`;
const enDrafts = ({ count, written }: Counted) => `${written}\u00a0${count === 1 ? 'draft invoice' : 'draft invoices'}`;

const en: typeof nl = {
  title: 'Overview',
  connected: (name) => ['Connected with ', fact(name), '. '],
  made: (When, made) => [`${When} `, fact(enDrafts(made)), ` ${made.count === 1 ? 'was' : 'were'} made. `],
  madeNothing: (When) => [`${When} there was nothing new. `],
  notMade: (when) => [broken(`The export ${when} failed.`), ' '],
  notYetRun: () => ['Nothing was exported yet. '],
  wait: (waiting) => [waits(`${enOrders(waiting)} ${waiting.count === 1 ? 'waits' : 'wait'} for you.`), ' '],
  ask: (isMany) => [waits(isMany ? 'We have questions for you.' : 'We have a question for you.'), ' '],
  nextAt: (when) => [`The next time is ${when}.`],
  nextSoon: () => ['The next time is in a moment.'],
  goesOn: (job) => ['Going on now: ', fact(job), '.'],
  exportOff: () => [
    waits('Making draft invoices is switched off.'),
    ' Switch it on in the settings; then complete work orders go to Asperion.',
  ],
  lost: (system) => [broken(`Not connected with ${system}.`), ' '],
  stored: (ready, amount) => [
    fact(`${enOrders(ready)} ${ready.count === 1 ? 'stands' : 'stand'} ready`),
    `, ${amount} together. `,
    `${ready.count === 1 ? 'It goes by itself' : 'They go by themselves'} once you connect again.`,
  ],
  storedNothing: () => ['Complete work orders go by themselves once you connect again.'],
  noLicence: () => [
    broken('The Asperion connector is not ordered.'),
    ' Settings and log are kept; nothing is synchronised.',
  ],
  stopped: () => [broken('The connector stands still.'), ' No draft invoices are made now.'],
  suspended: (When) => [
    broken(`${When} the connector was suspended.`),
    ' Nothing is synchronised. Contact our support.',
  ],
  settingUp: (left, next) => [
    fact(left === 1 ? 'One step' : `${left} steps`),
    ' to the first draft invoice. Now: ',
    fact(next),
    '.',
  ],

  exportNow: 'Export work orders',
  exporting: 'Exporting',
  progress: (done, total) => `${done} of ${total}`,
  order: 'Order Asperion',
  toSettings: 'To settings',
  reconnectHere: 'Connect again',

  waitsForYou: 'Waits for you',
  allWaiting: 'All waiting work orders',
  orders: enOrders,
  solve: 'Solve',
  look: 'Look',
  chooseHourType: 'Choose hour type',
  chooseSalesType: 'Choose sales type',
  chooseVat: 'Choose VAT',
  moreCauses: (more) => `${more.written} more ${more.count === 1 ? 'cause' : 'causes'}`,
  nothingWaits: 'Nothing waits for you.',
  nothingWaitsNext: (when) => `The next time is ${when}.`,
  noOrdersYet: 'No complete work orders yet.',
  noOrdersYetDo: (when) =>
    `Set a complete work order to 1 – Naar Asperion in OutSmart; you see it here ${when === '' ? 'after the next export' : when}.`,

  weSolve: 'Solved by ourselves',
  oneOrder: '1 work order',
  moreUncertain: (more) => `${enOrders(more)} more`,

  adds: (Month) => `${Month} adds up: every complete work order has its place`,
  soFar: (Month) => `${Month} so far`,
  balanceOf: (total) => `How ${enOrders(total)} are divided`,
  complete: 'Reported complete',
  noneThisMonth: (month) => `No complete work orders in ${month} yet.`,
  earlier: (open, amount) =>
    `Of earlier months ${enOrders(open)} ${open.count === 1 ? 'is' : 'are'} still open, ${amount} together:`,
  earlierParts: {
    ready: (written) => `${written} ready`,
    waiting: ({ count, written }) => `${written} ${count === 1 ? 'waits' : 'wait'} for you`,
    uncertain: (written) => `${written} uncertain`,
  },

  chartTitle: 'Draft invoices, last 30 days',
  made30: 'Made',
  stillWaits: 'Still waits',
  today: 'today',
  chartText: (from, until, total, today) =>
    `Draft invoices a day from ${from} until ${until}: ${total.written} together, ${today} today so far.`,
  chartMost: (written, on) => ` Most on ${on}: ${written}.`,
  chartNone: 'No draft invoices were made in the last 30 days.',

  lastRuns: 'Last times',
  log: 'Log',
  noRuns: 'Nothing happened yet.',

  steps: {
    licence: 'Connector ordered',
    outsmart: 'OutSmart',
    asperion: 'Asperion',
    settings: 'Settings',
    'first-export': 'First check',
  },
  stepNow: 'Now',
  stepsLabel: (now, all) => `Setting up, step ${now} of ${all}`,
  stepAct: {
    licence: 'order the connector',
    outsmart: 'connect OutSmart',
    asperion: 'connect Asperion',
    settings: 'save the settings',
    'first-export': 'the first check',
  },
  stepText: {
    licence: 'Order the Asperion connector in the licence manager. It costs nothing during the trial.',
    outsmart: 'Fill in the OutSmart token, or open this page from your back office.',
    asperion: 'Sign in at Asperion and give consent. Your password stays with Asperion.',
    settings: 'Choose the administration and what goes to and fro, and save the settings.',
    'first-export': 'See which work orders become a draft invoice before anything happens.',
  },
  stepButton: {
    licence: 'To licence manager',
    outsmart: 'Connect OutSmart',
    asperion: 'Connect Asperion',
    settings: 'To settings',
    'first-export': 'To first check',
  },

  againTitle: 'Connect again in a minute',
  again1: 'Sign in at Asperion and give consent',
  again1Text: 'Use the same credentials as always. Your password stays with Asperion.',
  again2: 'We check the administration',
  again2Text: (name) => ['The connector goes on with ', fact(name), ' only. Your settings are kept.'],
  again3: (ready) => (ready.count === 1 ? 'The work order goes by itself' : `The ${enOrders(ready)} go by themselves`),
  again3None: 'Complete work orders go by themselves',
  again3Text: 'You see them become draft invoices here one by one. No double draft invoices are made.',
};

export const overviewTexts: Catalogue<typeof nl> = { nl, en };
