import type { Catalogue } from './language.ts';

const nl = {
  title: 'Externe koppeling',
  sub: 'Koppelingen die u hebt besteld. Open de instellingen om te verbinden, in te stellen en te starten.',
  openSettings: 'Open instellingen',
  toAsperionNext: 'U logt eerst in bij Asperion; daarna komt u terug bij de instellingen.',
  runsUntil: (day: string) => `Licentie loopt tot en met ${day}`,
  trialUntil: (day: string) => `Proefperiode tot en met ${day}`,
  noneTitle: 'Nog geen koppeling besteld',
  noneText: 'Bestel de koppeling met Asperion in de licentiemanager. Daarna staat hij hier.',
  toLicences: 'Naar de licentiemanager',

  company: 'Bedrijf',
  asperion: 'Asperion',
  pageTitle: 'Koppeling Asperion',
  pageSub: (minutes: number) =>
    `Complete werkbonnen worden elke ${minutes} minuten conceptfacturen. Gegevens uit Asperion haalt u op met de ronde knoppen.`,

  works: 'Werkt',
  notYet: 'Nog niet verbonden',
  ended: 'Verbroken',
  refused: 'Geweigerd',
  joined: 'OutSmart en Asperion zijn verbonden',
  notJoined: 'OutSmart en Asperion zijn niet verbonden',
  tokenEndsOn: (ending: string) => `Token eindigt op ${ending}`,
  connectedOn: (day: string) => `Verbonden op ${day}`,
  connectedByOn: (by: string, day: string) => `Verbonden door ${by} op ${day}`,
  since: (moment: string) => `Sinds ${moment}`,
  noAdministration: 'Nog geen administratie gekozen',
  replaceToken: 'Token vervangen',
  token: 'OutSmart-token',
  tokenHelp:
    'Open in OutSmart Instellingen, dan Software-integraties, en kies Open instellingen. Plak hier het token, of het hele adres dat dan opent.',
  tokenNeeded: 'Plak het token uit OutSmart, of het adres met ?token= erin.',
  connectOutSmart: 'OutSmart verbinden',
  keepToken: 'Niet vervangen',
  outsmartConnected: (ending: string) => `OutSmart is verbonden. Het token eindigt op ${ending}.`,
  statusFound: (code: string, name: string) => `Werkbonnen gaan mee op werkbonstatus ${code} – ${name}.`,
  statusMade: (code: string, name: string) => `Werkbonstatus ${code} – ${name} is in OutSmart aangemaakt.`,
  statusToChoose: 'Kies bij Export instellingen met welke werkbonstatus werkbonnen naar Asperion gaan.',
  asperionHelp:
    'U logt in bij Asperion met uw eigen gegevens en geeft daar toestemming. Uw wachtwoord komt niet bij ons.',
  connectAsperion: 'Verbinden met Asperion',
  reconnect: 'Opnieuw verbinden',
  disconnect: 'Verbinding verbreken',
  disconnectTitle: 'Verbinding met Asperion verbreken?',
  disconnectText:
    'Er worden geen conceptfacturen meer gemaakt en niets meer opgehaald, tot u opnieuw verbindt. Instellingen en logboek blijven bewaard.',
  disconnectYes: 'Ja, verbreken',
  disconnectNo: 'Verbonden blijven',
  disconnected: 'De verbinding met Asperion is verbroken en de toestemming is bij Asperion ingetrokken.',
  disconnectedHereOnly:
    'De verbinding met Asperion is verbroken. Asperion was niet bereikbaar om de toestemming in te trekken; trek die zelf in bij Asperion.',
  check: 'Verbindingen nu controleren',
  checked: (moment: string) => `Gecontroleerd ${moment}.`,
  managersOnly: 'Een beheerder van uw bedrijf kan verbinden.',

  resultYesTitle: 'Verbonden met Asperion',
  resultYesText: 'Kies hieronder de administratie en sla de instellingen op.',
  resultYesAgainText: 'Werkbonnen die klaarstaan, gaan de volgende keer vanzelf mee.',
  resultNoTitle: 'Niet verbonden met Asperion',
  resultNo: {
    'asperion.not-allowed': 'Er is geen toestemming gegeven. Kies Verbinden met Asperion om het opnieuw te proberen.',
    'asperion.unknown-attempt':
      'Het inloggen duurde langer dan een kwartier, of begon in een ander venster. Kies Verbinden met Asperion om het opnieuw te proberen.',
    other: 'Asperion gaf geen bruikbaar antwoord. Kies Verbinden met Asperion om het opnieuw te proberen.',
  },
  closeMessage: 'Melding sluiten',

  licenceTitle: { none: 'De Asperion koppeling is niet besteld', ended: 'De licentie van Asperion is afgelopen' },
  licenceText:
    'Bestellen doet u in de licentiemanager. Instellingen en logboek blijven bewaard; er wordt niets gesynchroniseerd.',
  orderAsperion: 'Asperion bestellen',
  orderAskManager: 'Vraag een beheerder van uw bedrijf om de koppeling te bestellen.',
};

const en: typeof nl = {
  title: 'External connector',
  sub: 'Connectors that you ordered. Open the settings to connect, set up and start.',
  openSettings: 'Open settings',
  toAsperionNext: 'You log in at Asperion first; then you come back to the settings.',
  runsUntil: (day) => `Licence runs until ${day}`,
  trialUntil: (day) => `Trial until ${day}`,
  noneTitle: 'No connector ordered yet',
  noneText: 'Order the connector with Asperion in the licence manager. It then stands here.',
  toLicences: 'To the licence manager',

  company: 'Company',
  asperion: 'Asperion',
  pageTitle: 'Asperion connector',
  pageSub: (minutes) =>
    `Complete work orders become draft invoices every ${minutes} minutes. You fetch records from Asperion with the round buttons.`,

  works: 'Works',
  notYet: 'Not connected yet',
  ended: 'Disconnected',
  refused: 'Refused',
  joined: 'OutSmart and Asperion are connected',
  notJoined: 'OutSmart and Asperion are not connected',
  tokenEndsOn: (ending) => `Token ends in ${ending}`,
  connectedOn: (day) => `Connected on ${day}`,
  connectedByOn: (by, day) => `Connected by ${by} on ${day}`,
  since: (moment) => `Since ${moment}`,
  noAdministration: 'No administration chosen yet',
  replaceToken: 'Replace token',
  token: 'OutSmart token',
  tokenHelp:
    'In OutSmart open Settings, then Software integrations, and choose Open settings. Paste the token here, or the whole address that then opens.',
  tokenNeeded: 'Paste the token from OutSmart, or the address with ?token= in it.',
  connectOutSmart: 'Connect OutSmart',
  keepToken: 'Do not replace',
  outsmartConnected: (ending) => `OutSmart is connected. The token ends in ${ending}.`,
  statusFound: (code, name) => `Work orders go at work status ${code} – ${name}.`,
  statusMade: (code, name) => `Work status ${code} – ${name} was made in OutSmart.`,
  statusToChoose: 'Choose under Export settings at which work status work orders go to Asperion.',
  asperionHelp: 'You log in at Asperion with your own details and allow it there. Your password does not reach us.',
  connectAsperion: 'Connect Asperion',
  reconnect: 'Connect again',
  disconnect: 'Disconnect',
  disconnectTitle: 'Disconnect Asperion?',
  disconnectText:
    'No draft invoices are made and nothing is fetched until you connect again. Settings and log are kept.',
  disconnectYes: 'Yes, disconnect',
  disconnectNo: 'Stay connected',
  disconnected: 'Asperion is disconnected and the permission is withdrawn there.',
  disconnectedHereOnly:
    'Asperion is disconnected. It could not be reached to withdraw the permission; withdraw it in Asperion yourself.',
  check: 'Check the connections now',
  checked: (moment) => `Checked ${moment}.`,
  managersOnly: 'A manager of your company can connect.',

  resultYesTitle: 'Connected with Asperion',
  resultYesText: 'Choose the administration below and save the settings.',
  resultYesAgainText: 'Work orders that stand ready go by themselves next time.',
  resultNoTitle: 'Not connected with Asperion',
  resultNo: {
    'asperion.not-allowed': 'Permission was not given. Choose Connect Asperion to try again.',
    'asperion.unknown-attempt':
      'Logging in took longer than fifteen minutes, or began in another window. Choose Connect Asperion to try again.',
    other: 'Asperion gave no usable answer. Choose Connect Asperion to try again.',
  },
  closeMessage: 'Close message',

  licenceTitle: { none: 'The Asperion connector is not ordered', ended: 'The licence of Asperion has ended' },
  licenceText: 'You order in the licence manager. Settings and log are kept; nothing is synchronised.',
  orderAsperion: 'Order Asperion',
  orderAskManager: 'Ask a manager of your company to order the connector.',
};

export const connectorTexts: Catalogue<typeof nl> = { nl, en };
