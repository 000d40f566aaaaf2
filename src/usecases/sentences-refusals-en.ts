/**
 * What people read in English when something cannot be done as asked, and what is wrong with a setting.
 */
import { stateWord } from './sentences-reasons.ts';
import type { CodeKind, RefusalTexts, SettingProblemTexts } from './sentences-refusals-nl.ts';

export const englishRefusals: RefusalTexts = {
  'account.name-empty': () => 'Give the account a name, for example that of the company.',
  'account.name-too-long': ({ max }) => `A name has at most ${max} characters.`,
  'account.name-taken': ({ name }) => `There already is an account with the name "${name}". Choose another name.`,
  'account.unknown': ({ name, others }) =>
    `There is no account "${name}". ${others === '' ? 'Make one with: account create NAAM.' : `There are: ${others}.`}`,
  'account.none': () => 'There is no account yet. Make one with: account create NAAM.',
  'account.not-named': ({ others }) => `Name the account with --account. There are more: ${others}.`,
  'account.gone': () => 'This company no longer exists.',
  'account.not-stopped': () => 'This account does not stand still; there is nothing to decide.',
  'licence.unknown': ({ connector }) => `There is no connector “${connector}”. Choose one from the licence manager.`,
  'licence.ordered': ({ connector }) =>
    `The connector ${connector} is already ordered. You do not have to do anything.`,
  'licence.not-running': ({ connector }) =>
    `No licence for the connector ${connector} runs that you could cancel. Look at the licence manager again.`,
  'licence.not-cancelled': ({ connector }) =>
    `The licence for the connector ${connector} is not cancelled, or has ended. Order the connector again when no licence runs any more.`,
  'account.not-to-suspend': () => 'This company is suspended already.',
  'account.not-suspended': () => 'This company is not suspended.',
  'first-export.no-settings': () => 'Save the settings first, with an administration.',
  'first-export.date': ({ typed }) => `"${typed}" is not a date. Write it as 2026-11-24.`,
  'settings.administration-change': ({ before, after }) => {
    const chosen = after === null ? 'no administration' : `administration ${after}`;
    return (
      `You choose ${chosen} instead of ${before}. ` +
      'Confirm that this is what you want: links between records start anew there, and the first export has to be confirmed again.'
    );
  },
  'settings.changed-meanwhile': () =>
    'Somebody else changed the settings in the meantime. Look at them again; nothing is overwritten.',
  'settings.wrong': ({ problems }) => `The settings are not saved: ${problems}`,
  'work-order.unknown': ({ number }) =>
    `Work order ${number} is not known here. Run an export first, or check the number.`,
  'work-order.unknown-in-outsmart': ({ number }) => `OutSmart does not know work order ${number}. Check the number.`,
  'work-order.several': ({ number, rowIds }) =>
    `There are more work orders with number ${number}. Name one by its internal number: ${rowIds}.`,
  'work-order.state': ({ number, state }) =>
    `Work order ${number} has the state "${stateWord(state, 'en')}"; then this cannot be done.`,
  'work-order.still-looking': ({ number }) =>
    `We are still looking whether the draft of work order ${number} is there. Only when that stays unclear can you choose here.`,
  'run.unknown': () => 'This synchronisation is not in the log.',
  'run.over': () => 'This synchronisation is over already; there is nothing left to stop.',
  'log.day': ({ day }) => `${day} is no day of the calendar. Choose another day.`,
  'asperion.unknown-attempt': () => 'This sign-in is too old or was already used. Begin to connect again.',
  'asperion.other-session': () =>
    'You are no longer signed in as the person who began to connect. Begin to connect again.',
  'asperion.not-allowed': () => 'Asperion gave no permission. Begin again and choose Toestaan.',
  'outsmart.token-empty': () => 'Give the OutSmart token, or the address with ?token= in it.',
  'outsmart.token-refused': () =>
    'OutSmart does not know this token. Copy it again from OutSmart: “Instellingen, Software-integraties, Open instellingen”.',
  'outsmart.other-account': ({ number }) =>
    `This token belongs to another OutSmart account: work order ${number} is not there. Make a new account for that one.`,
  'outsmart.connected-elsewhere': () =>
    'This OutSmart account is already connected to another account here. Every work order would be invoiced twice; use that account.',
};

export const englishSettingProblems: SettingProblemTexts = {
  unknownSetting: () => 'This setting does not exist.',
  noAdministration: () => 'Choose an administration.',
  unknownAdministration: ({ id, others }) =>
    `Administration ${id} does not exist or you have no access to it. There are: ${others}.`,
  unknownCode: ({ what, code, choices }) =>
    `${CODE_KINDS[what]} ${code} does not exist in Asperion. Choose from: ${choices || '(none)'}.`,
  noHourSalesType: () => 'Choose the sales type of the hour types.',
  unknownHourType: ({ code }) => `Hour type ${code} does not exist as an article in Asperion.`,
  noVatCode: () => 'Choose a default VAT percentage; until then all work orders wait.',
  noDebtorKind: () => 'Choose the debtor kind; until then no debtors are created.',
  noPaymentCondition: () => 'Choose the payment condition; until then no debtors are created.',
  noSalesType: () => 'Choose the sales type; until then no articles are created.',
  unknownWorkStatus: ({ code, choices }) =>
    `Work status ${code} does not exist in OutSmart. Choose from: ${choices || '(none)'}.`,
  noWorkStatus: () => 'Choose the work status with which work orders go to Asperion; until then nothing goes.',
  unknownField: ({ id }) => `Field ${id} does not exist on a work order.`,
  vanishedCode: ({ what, code }) => `${CODE_KINDS[what]} ${code} is not in Asperion any more. Choose another one.`,
  vanishedHourType: ({ code }) => `Hour type ${code} is not an article in Asperion any more. Choose another one.`,
  vanishedWorkStatus: ({ code }) => `Work status ${code} is not in OutSmart any more. Choose another one.`,
  vanishedField: ({ id }) => `Field ${id} is not on a work order any more. Choose another field.`,
  roundMinutes: () => 'Fill in a number of minutes from 1 to 60.',
  internalField: () => 'The internal description never leaves OutSmart. Choose another field.',
};

const CODE_KINDS: Readonly<Record<CodeKind, string>> = {
  salesType: 'Sales type',
  debtorKind: 'Debtor kind',
  paymentCondition: 'Payment condition',
  vatCode: 'VAT code for sales',
};
