/**
 * The English sentence of every fault: what happened and what to do.
 */
import { readIsoDate } from '../kernel/dates.ts';
import { type FaultTexts, type PartsToConfigure, partToConfigure } from './sentences-faults-nl.ts';
import { afterColon } from './sentences-foreign-words.ts';
import { dutchDate, dutchNumber, dutchTime } from './sentences-numbers.ts';

const GOES_ON = 'We try the export again by ourselves; start an import again yourself later.';
const ASK_SUPPORT = 'Contact our support if you do not know what to change.';

export const englishFaults: FaultTexts = {
  'outsmart.token_refused': () =>
    'OutSmart no longer lets the connector in. Copy the OutSmart token from OutSmart again and reconnect.',
  'outsmart.software_token_refused': () =>
    'OutSmart does not recognise the program of this connector. The operator of the connector has to repair this.',
  'outsmart.refused': ({ messages = '' }) => `OutSmart does not accept this${afterColon([messages])}. ${ASK_SUPPORT}`,
  'outsmart.unreachable': () => `OutSmart cannot be reached now. ${GOES_ON}`,
  'outsmart.unclear': () =>
    'OutSmart gave no answer; we do not know whether it worked. Try again: what is already there we do not make twice.',
  'outsmart.contract_broken': () =>
    'OutSmart gave an answer that we cannot read. Nothing is lost; if it stays like this, contact our support.',
  'asperion.not_connected': () =>
    'Asperion is not connected. Connect Asperion; after that the work orders that are ready go by themselves.',
  'asperion.connection_ended': () =>
    'Asperion no longer lets the connector in. Work orders that are ready go by themselves as soon as you reconnect.',
  'asperion.client_refused': () =>
    'Asperion does not recognise the program of this connector. You do not have to reconnect; the operator of the connector has to repair this.',
  'asperion.forbidden': () =>
    'Asperion gives no access to this. In Asperion, check the rights of the user who connected, or reconnect.',
  'asperion.refused': ({ messages = '' }) => `Asperion does not accept this${afterColon([messages])}. ${ASK_SUPPORT}`,
  'asperion.not_found': () =>
    'Asperion does not find what we ask for. Check in the settings whether the chosen administration still exists.',
  'asperion.rate_limited': () => `Asperion asks us to wait a moment. ${GOES_ON}`,
  'asperion.unreachable': () => `Asperion cannot be reached now. ${GOES_ON}`,
  'asperion.unclear': () =>
    'Asperion gave no clear answer; we do not know yet whether it worked. We look it up by ourselves; you do not have to do anything.',
  'asperion.contract_broken': () =>
    'Asperion gave an answer that we cannot read. Nothing is lost; if it stays like this, contact our support.',
  'asperion.wrong_administration': () =>
    'Asperion answered from another administration than the one you chose. That is why we stopped; check the administration in the settings.',
  'asperion.too_late_to_send': () => `Preparing took too long; so nothing was sent to Asperion. ${GOES_ON}`,
  'sync.lease_lost': () =>
    'This work was interrupted; what was already done stays. The export goes on by itself; start an import again yourself.',
  'sync.cancelled': () => 'This work is stopped; what was already done stays. Start it again when you like.',
  'sync.account_stopped': accountStopped,
  'sync.not_configured': ({ field = '' }) => partToConfigure(NOT_CONFIGURED, field),
  'sync.first_export_unconfirmed': () =>
    'The work orders are ready, but the first export is not confirmed yet. Look at the work orders and confirm; after that it goes by itself.',
  'sync.no_licence': ({ endsOn = '' }) => {
    const day = readIsoDate(endsOn);
    return day === null
      ? 'The Asperion connector is not ordered; nothing is synchronised. Order it in the licence manager; settings and log are kept.'
      : `The licence for Asperion ran until ${dutchDate(day, 'en')}; nothing is synchronised. Order the connector again in the licence manager.`;
  },
  'sync.suspended': () =>
    'Your account was suspended by the operator of the connector; nothing is synchronised. Contact our support.',
  'sync.circuit_open': ({ of = '', until = '' }) => {
    const system = of === '' ? 'One of the two systems' : of === 'outsmart' ? 'OutSmart' : 'Asperion';
    const moment = new Date(until);
    const when = Number.isNaN(moment.getTime()) ? 'later' : `at ${dutchTime(moment, 'en')}`;
    return `${system} has not answered for some time. We try again by ourselves ${when}; if you do not want to wait, start the export yourself.`;
  },
  'sync.call_budget': ({ calls = '' }) =>
    `OutSmart and Asperion were asked ${calls === '' ? 'very often' : `${dutchNumber(Number(calls), 0, 'en')} times`} today; no more is allowed by itself. It goes on by itself tomorrow, or start the export yourself.`,
  'store.secret_unreadable': () =>
    'The stored connection cannot be read. The operator has to put back the right key, or connect OutSmart and Asperion again.',
};

const NOT_CONFIGURED: PartsToConfigure = {
  settings: 'The settings are not saved yet. Save them first; after that you can synchronise.',
  administrationId: 'No administration is chosen yet. Choose one in the settings.',
  exportOn: 'Making draft invoices is off. Turn on “Make a draft invoice for complete work orders” in the settings.',
  hourTypesOn: 'The import of hour types is off. Turn on “Hour types” in the settings.',
  outsmart: 'OutSmart is not connected yet. Connect with the OutSmart token.',
  workStatusCode: 'The work status with which work orders go to Asperion is not chosen yet. Choose it in the settings.',
};

const MISPLACED: Readonly<Record<string, string>> = {
  invoice: 'a draft invoice',
  debtor: 'a debtor',
  article: 'an article',
};

function accountStopped({ kind = '', meant = '', landedIn = '' }: Readonly<Record<string, string>>): string {
  const decide = 'Choose whether it stays there or is deleted; after that the export goes on.';
  const what = MISPLACED[kind] ?? 'a draft invoice';
  if (meant === '' || landedIn === '')
    return `The export stands still: ${what} is in another administration than meant. ${decide}`;
  return `The export stands still: ${what} is in administration ${landedIn} instead of ${meant}. ${decide}`;
}
