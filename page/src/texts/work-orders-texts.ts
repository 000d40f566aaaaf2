import type { Catalogue } from './language.ts';
import { fact, type Said, waits } from './said.ts';

const NUMBERS_NL = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];
const NUMBERS_EN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const orders = (count: number, shown: string) => `${shown} ${count === 1 ? 'werkbon' : 'werkbonnen'}`;

const nl = {
  title: 'Werkbonnen',
  orders,
  /** `maar` only when it is fewer causes than work orders. */
  waitForYou: (count: number, shown: string, amount: string, causes: number): Said => {
    if (count === 1) return [waits('1 werkbon wacht op u'), ', ', fact(amount), '.'];
    const counted = `${NUMBERS_NL[causes] ?? causes} ${causes === 1 ? 'oorzaak' : 'oorzaken'}`;
    const few = causes < count ? 'maar ' : '';
    return [
      waits(`${shown} werkbonnen wachten op u`),
      ', samen ',
      fact(amount),
      '. ',
      ...(causes === 0 ? [] : [`Er ${causes === 1 ? 'is' : 'zijn'} ${few}`, fact(counted), '.']),
    ];
  },
  nothingWaitsSentence: (ready: number, shown: string, amount: string): Said =>
    ready === 0
      ? [fact('Er wacht niets op u.')]
      : [
          fact('Er wacht niets op u.'),
          ` ${ready === 1 ? 'Er staat' : 'Er staan'} `,
          fact(orders(ready, shown)),
          ' klaar, ',
          fact(amount),
          '.',
        ],
  noneYetSentence: [fact('Nog geen complete werkbonnen.')] as Said,
  export: 'Exporteren werkbonnen',
  firstCheck: 'Naar de eerste controle',
  exportStarted: 'De export is gestart. U kunt gewoon verder werken.',
  places: 'Waar werkbonnen staan',
  search: 'Zoek op nummer of relatie',
  month: 'Maand van uitvoering',
  allMonths: 'Alle maanden',
  view: 'Weergave',
  perCause: 'Per oorzaak',
  asList: 'Lijst',
  retryAll: (count: number, shown: string) => (count === 1 ? 'Opnieuw proberen' : `Alle ${shown} opnieuw`),
  retryStarted: 'We proberen het opnieuw. Alle wachtende werkbonnen worden nu weer bekeken.',
  repairs: {
    'create-debtor': (code: string) => `Debiteur ${code} aanmaken`,
    'create-article': (code: string) => `Artikel ${code} aanmaken`,
    'link-debtor': () => 'Bestaande debiteur kiezen',
    'link-article': () => 'Ander artikel kiezen',
    'choose-hour-type': () => 'Uursoort kiezen',
    'choose-sales-type': () => 'Verkoopsoort kiezen',
    'choose-vat': () => 'Btw-percentage kiezen',
    'open-in-outsmart': () => 'Open in OutSmart',
    'open-in-asperion': () => 'Open in Asperion',
    'make-again': () => 'Opnieuw maken',
    skip: () => 'Zelf afgehandeld',
    retry: () => 'Opnieuw proberen',
  },
  creationStarted: (what: string) => `${what}: gestart. De werkbonnen die hierop wachten gaan daarna vanzelf mee.`,
  opensNewTab: '(opent een nieuw tabblad)',
  busy: 'Bezig',
  started: 'Gestart',
  link: {
    debtor: 'Debiteur in Asperion',
    article: 'Artikel in Asperion',
    placeholder: 'Zoek op nummer of naam',
    choose: { debtor: 'Kies eerst een debiteur uit Asperion.', article: 'Kies eerst een artikel uit Asperion.' },
    none: (search: string) =>
      search === ''
        ? 'Asperion heeft hier nog niets om uit te kiezen.'
        : `Niets gevonden voor "${search}". Zoek op een ander nummer of een deel van de naam.`,
    cut: 'Er zijn er meer dan hier passen. Typ een deel van het nummer of de naam.',
    lasting: (code: string) =>
      `Dit onthouden we: ${code} gaat voortaan altijd hierheen. Weghalen kan bij de instellingen.`,
    connect: 'Koppelen',
    cancel: 'Niet kiezen',
    laid: (code: string) => `${code} is gekoppeld. De werkbonnen die hierop wachten gaan nu mee.`,
  },
  columns: {
    workOrder: 'Werkbon',
    customer: 'Relatie',
    cause: 'Oorzaak',
    workDate: 'Uitgevoerd',
    amount: 'Excl. btw',
    state: 'Stand',
    invoice: 'Factuur',
    decidedBy: 'Door',
    again: 'Wat er gebeurt',
    actions: 'Acties',
  },
  moreCauses: (count: number) => `en nog ${count}`,
  selectAll: (shown: string) => `Alle ${shown} selecteren`,
  selectOne: (number: string) => `Werkbon ${number} selecteren`,
  selected: (shown: string) => `${shown} geselecteerd`,
  together: (amount: string) => `, samen ${amount}`,
  skip: 'Zelf afgehandeld',
  unskip: 'Weer meenemen',
  clearSelection: 'Selectie wissen',
  retry: 'Opnieuw proberen',
  look: 'Bekijken',
  moreActions: (number: string) => `Meer acties voor werkbon ${number}`,
  looksAgain: (when: string) => `We zoeken het ${when} op; u hoeft niets te doen.`,
  looksAgainSoon: 'We zoeken het vanzelf op; u hoeft niets te doen.',
  draft: (id: string) => `Concept ${id}`,
  fromDraft: (id: string) => `Factuur uit concept ${id}`,
  invoice: (number: string) => `Factuur ${number}`,
  stages: { final: 'definitief', paid: 'betaald' },
  shownOf: (shown: string, count: number, all: string) => `${shown} van ${orders(count, all)}`,
  showAll: (all: string) => `Toon alle ${all}`,
  found: (count: number, shown: string, amount: string) => `${orders(count, shown)}, samen ${amount}`,
  toLog: 'Bekijken in het logboek',
  running: 'Er is een controle bezig',
  progress: 'Voortgang',
  ofTotal: (done: string, total: string) => `${done} van ${total}`,
  empty: {
    nothingWaits: 'Er wacht niets op u.',
    nextAt: (when: string) => `De volgende keer is ${when}.`,
    noNext: 'Nieuwe werkbonnen komen mee met de volgende export.',
    noneYet: 'Nog geen complete werkbonnen.',
    noneYetAct: (when: string | null) =>
      when === null
        ? 'Zet in OutSmart een complete werkbon op 1 – Naar Asperion; na de eerste controle ziet u die hier.'
        : `Zet in OutSmart een complete werkbon op 1 – Naar Asperion; ${when} ziet u die hier.`,
    notFound: (search: string, month: string) =>
      `Geen werkbonnen${search === '' ? '' : ` voor "${search}"`}${month === '' ? '' : ` in ${month}`}.`,
    notFoundAct: 'Zoek op iets anders, of kijk bij een andere stand.',
    clear: 'Alle filters wissen',
    ready: ['Er staan geen werkbonnen klaar.', 'Werkbonnen die alles hebben staan hier tot de volgende export.'],
    uncertain: ['Er is niets onzeker.', 'Geeft Asperion geen antwoord, dan zoeken we hier uit of het concept er is.'],
    invoiced: ['Nog geen conceptfacturen.', 'Na een export ziet u hier elke werkbon met zijn factuur.'],
    skipped: ['U hebt niets zelf afgehandeld.', 'Werkbonnen die u zelf factureert of niet wilt factureren komen hier.'],
  },
};

const ordersInEnglish = (count: number, shown: string) => `${shown} work ${count === 1 ? 'order' : 'orders'}`;

const en: typeof nl = {
  title: 'Work orders',
  orders: ordersInEnglish,
  waitForYou: (count, shown, amount, causes) => {
    if (count === 1) return [waits('1 work order waits for you'), ', ', fact(amount), '.'];
    const counted = `${NUMBERS_EN[causes] ?? causes} ${causes === 1 ? 'cause' : 'causes'}`;
    const few = causes < count ? 'only ' : '';
    return [
      waits(`${shown} work orders wait for you`),
      ', ',
      fact(amount),
      ' in all. ',
      ...(causes === 0 ? [] : [`There ${causes === 1 ? 'is' : 'are'} ${few}`, fact(counted), '.']),
    ];
  },
  nothingWaitsSentence: (ready, shown, amount) =>
    ready === 0
      ? [fact('Nothing waits for you.')]
      : [
          fact('Nothing waits for you.'),
          ' ',
          fact(ordersInEnglish(ready, shown)),
          ` ${ready === 1 ? 'is' : 'are'} ready, `,
          fact(amount),
          '.',
        ],
  noneYetSentence: [fact('No complete work orders yet.')],
  export: 'Export work orders',
  firstCheck: 'To the first check',
  exportStarted: 'The export has started. You can go on working.',
  places: 'Where work orders are',
  search: 'Search by number or customer',
  month: 'Month of the work',
  allMonths: 'All months',
  view: 'View',
  perCause: 'By cause',
  asList: 'List',
  retryAll: (count, shown) => (count === 1 ? 'Try again' : `All ${shown} again`),
  retryStarted: 'We try again. All work orders that wait are looked at once more.',
  repairs: {
    'create-debtor': (code) => `Create debtor ${code}`,
    'create-article': (code) => `Create article ${code}`,
    'link-debtor': () => 'Choose an existing debtor',
    'link-article': () => 'Choose another article',
    'choose-hour-type': () => 'Choose an hour type',
    'choose-sales-type': () => 'Choose a sales type',
    'choose-vat': () => 'Choose a VAT rate',
    'open-in-outsmart': () => 'Open in OutSmart',
    'open-in-asperion': () => 'Open in Asperion',
    'make-again': () => 'Make again',
    skip: () => 'Handled by hand',
    retry: () => 'Try again',
  },
  creationStarted: (what) => `${what}: started. The work orders that wait for this follow by themselves.`,
  opensNewTab: '(opens a new tab)',
  busy: 'In progress',
  started: 'Started',
  link: {
    debtor: 'Debtor in Asperion',
    article: 'Article in Asperion',
    placeholder: 'Search by number or name',
    choose: { debtor: 'First choose a debtor from Asperion.', article: 'First choose an article from Asperion.' },
    none: (search) =>
      search === ''
        ? 'Asperion has nothing to choose from here yet.'
        : `Nothing found for "${search}". Search for another number or part of the name.`,
    cut: 'There are more than fit here. Type part of the number or the name.',
    lasting: (code) => `We remember this: from now on ${code} always goes here. You can remove it under the settings.`,
    connect: 'Link',
    cancel: 'Do not choose',
    laid: (code) => `${code} is linked. The work orders that wait for this go now.`,
  },
  columns: {
    workOrder: 'Work order',
    customer: 'Customer',
    cause: 'Cause',
    workDate: 'Carried out',
    amount: 'Excl. VAT',
    state: 'State',
    invoice: 'Invoice',
    decidedBy: 'By',
    again: 'What happens',
    actions: 'Actions',
  },
  moreCauses: (count) => `and ${count} more`,
  selectAll: (shown) => `Select all ${shown}`,
  selectOne: (number) => `Select work order ${number}`,
  selected: (shown) => `${shown} selected`,
  together: (amount) => `, ${amount} in all`,
  skip: 'Handled by hand',
  unskip: 'Take along again',
  clearSelection: 'Clear selection',
  retry: 'Try again',
  look: 'Look at it',
  moreActions: (number) => `More actions for work order ${number}`,
  looksAgain: (when) => `We look it up ${when}; you need not do anything.`,
  looksAgainSoon: 'We look it up by ourselves; you need not do anything.',
  draft: (id) => `Draft ${id}`,
  fromDraft: (id) => `Invoice from draft ${id}`,
  invoice: (number) => `Invoice ${number}`,
  stages: { final: 'final', paid: 'paid' },
  shownOf: (shown, count, all) => `${shown} of ${ordersInEnglish(count, all)}`,
  showAll: (all) => `Show all ${all}`,
  found: (count, shown, amount) => `${ordersInEnglish(count, shown)}, ${amount} in all`,
  toLog: 'See the log',
  running: 'A run is going on',
  progress: 'Progress',
  ofTotal: (done, total) => `${done} of ${total}`,
  empty: {
    nothingWaits: 'Nothing waits for you.',
    nextAt: (when) => `The next time is ${when}.`,
    noNext: 'New work orders go with the next export.',
    noneYet: 'No complete work orders yet.',
    noneYetAct: (when) =>
      when === null
        ? 'Set a complete work order to 1 – Naar Asperion in OutSmart; after the first check you see it here.'
        : `Set a complete work order to 1 – Naar Asperion in OutSmart; you see it here ${when}.`,
    notFound: (search, month) =>
      `No work orders${search === '' ? '' : ` for "${search}"`}${month === '' ? '' : ` in ${month}`}.`,
    notFoundAct: 'Search for something else, or look under another state.',
    clear: 'Clear all filters',
    ready: ['No work orders are ready.', 'Work orders that have everything are here until the next export.'],
    uncertain: ['Nothing is uncertain.', 'When Asperion gives no answer, we find out here whether the draft is there.'],
    invoiced: ['No draft invoices yet.', 'After an export you see every work order here with its invoice.'],
    skipped: ['You handled nothing by hand.', 'Work orders that you invoice yourself, or not at all, come here.'],
  },
};

export const workOrdersTexts: Catalogue<typeof nl> = { nl, en };
