/**
 * The English sentence of every code that a log line can have of its own.
 */
import { readIsoDate } from '../kernel/dates.ts';
import { readDecimal } from '../kernel/decimal.ts';
import { faultSentence } from './sentences.ts';
import { changesText } from './sentences-changes.ts';
import { recordMember } from './sentences-fields.ts';
import { afterColon, capital, short } from './sentences-foreign-words.ts';
import type { LogCodeTexts } from './sentences-log-codes-nl.ts';
import type { LogValues } from './sentences-log-values.ts';
import { counted, dutchDate, dutchTime, euro } from './sentences-numbers.ts';
import { noticeSentence } from './sentences-reasons.ts';

export const englishLogCodes: LogCodeTexts = {
  'import.stand-in': (of) =>
    `${capital(member(of))} is missing in Asperion; OutSmart now has ${of.text('standIn') || '-'} there.`,
  'import.cut': (of) => `${capital(member(of))} is too long for OutSmart and is shortened there.`,
  'import.left-out-too-long': (of) => `${capital(member(of))} is too long for OutSmart and therefore not there.`,
  'import.no-key': (of) =>
    `Not put in OutSmart, because ${member(of)} is missing. Add it in Asperion and start the import again.`,
  'import.key-too-long': (of) =>
    `Not put in OutSmart, because ${member(of)} is too long for OutSmart. Make it shorter in Asperion and start the import again.`,
  'import.double-key': () =>
    'Not put in OutSmart: Asperion has this code or number twice. Change one of the two in Asperion.',
  'import.refused-by-outsmart': (of) =>
    `OutSmart does not accept this${afterColon(of.texts('messages'))}. Correct it in Asperion and start the import again.`,
  'import.inactive': () => 'Is inactive in Asperion. Nothing is changed in OutSmart.',
  'import.gone': () => 'Is no longer in Asperion. Nothing is deleted in OutSmart.',
  'import.moved': (_of, { subjectKind }) =>
    subjectKind === 'hour-type'
      ? 'No longer belongs to the sales type of the hour types in Asperion. The hour type is not deleted in OutSmart.'
      : 'Now belongs to the sales type of the hour types in Asperion. The material is not deleted in OutSmart.',
  'export.created-debtor': () => 'Created in Asperion as a debtor.',
  'export.created-article': () => 'Created in Asperion as an article.',
  'export.invoiced': invoiced,
  'export.uncertain': (of) => {
    const at = of.moment('lookAgainAt');
    const when = at === null ? 'by ourselves' : `at ${dutchTime(at, 'en')}`;
    return `Not sure yet whether the draft is there: Asperion gave no clear answer. We look it up ${when}; you do not have to do anything.`;
  },
  'export.look-up-failed': (_of, { subjectKind }) =>
    `We cannot look up in Asperion whether ${subjectKind === 'work-order' ? 'the draft' : 'this'} is there. We try again by ourselves and make nothing twice; to know it now, look in Asperion yourself.`,
  'export.possible-double': () =>
    'There may be two drafts of this work order in Asperion. Look there at the debtor and delete one if there are two.',
  'export.not-acknowledged': () =>
    'The draft is in Asperion, but OutSmart does not know that yet. We report it by ourselves the next time.',
  'export.gone-from-outsmart': () =>
    'The draft is in Asperion, but the work order no longer exists in OutSmart. Look in Asperion whether the draft can stay.',
  'export.found-by-mark': () => 'The draft was already in Asperion and is found here. Nothing is made again.',
  'export.found-several': (of) =>
    `Asperion has ${counted(of.count('others') + 1, 'draft', 'drafts', 'en')} of this work order. Look there at the debtor and delete what is too much.`,
  'export.found-after-all': (_of, { subjectKind }) =>
    `${subjectKind === 'work-order' ? 'The draft' : 'This'} is in Asperion after all. Nothing is made again.`,
  'export.certainly-absent': (_of, { subjectKind }) =>
    `${subjectKind === 'work-order' ? 'The draft' : 'This'} is certainly not in Asperion. We make it again.`,
  'export.withdrawn': () =>
    'Is no longer Compleet with 1 – Naar Asperion in OutSmart. So the work order does not go to Asperion.',
  'export.reoffered': (of) =>
    `Is set to 1 – Naar Asperion again, but is already invoiced${on(of.text('on'))}. We do not make a second draft by ourselves.`,
  'export.wrong-administration': (of) => faultSentence('sync.account_stopped', of.allTexts(), 'en'),
  'export.misplaced-keep': (of) => `Stays in the other administration${chosenBy(of)}.`,
  'export.misplaced-delete-by-hand': (of) =>
    `Is still in the other administration${chosenBy(of)}. Delete it there in Asperion; here it is created again.`,
  'export.misplaced-delete': (of) => `Deleted from the other administration${chosenBy(of)}. The work order goes again.`,
  'werkbon-gewijzigd-na-factuur': changedAfterInvoice,
  'export.candidate': (of) =>
    `Asperion has a draft${amountOf(of, 'amount')} of this debtor without our mark. Say whether it is of this work order; until then we make nothing.`,
  'export.decided-adopt': (of) => `This draft in Asperion is of this work order${chosenBy(of)}.`,
  'export.decided-make-again': (of) => `The draft is made again${chosenBy(of)}.`,
  'invoice.changed': (of) => `The draft was changed in Asperion${becameOf(of)}.`,
  'invoice.final': (of) =>
    `The invoice was made final in Asperion${of.text('invoiceNumber') === '' ? '' : ` under number ${short(of.text('invoiceNumber'))}`}.`,
  'invoice.paid': (of) => `Invoice${numberOf(of)} is paid.`,
  'invoice.deleted': (of) =>
    `The draft${amountOf(of, 'amount')} was deleted in Asperion. We do not make it again by ourselves.`,
  'invoice.found-elsewhere': () =>
    'The draft was replaced in Asperion by another one with the same mark; from now on we follow that one.',
};

function amountOf(of: LogValues, name: string): string {
  const amount = readDecimal(of.text(name));
  return amount === null ? '' : ` of ${euro(amount, 'cents', 'en')}`;
}

function becameOf(of: LogValues): string {
  const [before, after] = [readDecimal(of.text('before')), readDecimal(of.text('after'))];
  return before === null || after === null
    ? ''
    : `: ${euro(before, 'cents', 'en')} became ${euro(after, 'cents', 'en')}`;
}

function numberOf(of: LogValues): string {
  return of.text('invoiceNumber') === '' ? '' : ` ${short(of.text('invoiceNumber'))}`;
}

function member(of: LogValues): string {
  return recordMember(of.text('field'), 'en');
}

function invoiced(of: LogValues): string {
  const amount = readDecimal(of.text('amount'));
  const forDebtor = [of.text('debtor'), of.text('debtorName')].filter((part) => part !== '').join(' ');
  const draft = `Draft${amount === null ? '' : ` of ${euro(amount, 'cents', 'en')}`}${forDebtor === '' ? '' : ` for debtor ${forDebtor.replace(/\.$/, '')}`}.`;
  const notices = of.notices();
  const [only] = notices;
  if (only === undefined) return draft;
  return notices.length === 1
    ? `${draft} ${noticeSentence(only, 'en')}`
    : `${draft} Take note of ${notices.length} lines.`;
}

function changedAfterInvoice(of: LogValues): string {
  const what = changesText(of.changes(), 'en');
  const changed = 'Changed after the draft was made';
  return `${changed}${what === '' ? '' : ` (${what})`}. The draft in Asperion is still the old one.`;
}

function chosenBy(of: LogValues): string {
  const person = of.text('decidedBy');
  return person === '' ? '' : `, chosen by ${short(person)}`;
}

function on(day: string): string {
  const date = readIsoDate(day);
  return date === null ? '' : ` on ${dutchDate(date, 'en')}`;
}
