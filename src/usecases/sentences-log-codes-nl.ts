/**
 * The Dutch sentence of every code that a log line can have of its own. The record itself has its own column, so the
 * sentence does not repeat it. Sets the shape that other languages fill.
 */
import { readIsoDate } from '../kernel/dates.ts';
import { readDecimal } from '../kernel/decimal.ts';
import type { ImportNoticeCode, UnusableReason } from '../mapping/import-notices.ts';
import type { IntentKind } from '../model/work-order-state.ts';
import type { LogEntry } from '../store/log.ts';
import type { LinkState } from '../store/records.ts';
import { faultSentence } from './sentences.ts';
import { changesText } from './sentences-changes.ts';
import { recordMember } from './sentences-fields.ts';
import { afterColon, capital, short } from './sentences-foreign-words.ts';
import type { LogValues } from './sentences-log-values.ts';
import { counted, dutchDate, dutchTime, euro } from './sentences-numbers.ts';
import { noticeSentence } from './sentences-reasons.ts';

/** Codes of log lines, beside the fault codes and the reasons to wait. */
export type LogCode =
  | `import.${ImportNoticeCode | UnusableReason | Exclude<LinkState, 'present'>}`
  | 'import.double-key'
  | 'import.refused-by-outsmart'
  | `export.created-${Exclude<IntentKind, 'invoice'>}`
  | 'export.invoiced'
  | 'export.uncertain'
  | 'export.look-up-failed'
  | 'export.possible-double'
  | 'export.not-acknowledged'
  | 'export.gone-from-outsmart'
  | 'export.found-by-mark'
  | 'export.found-several'
  | 'export.found-after-all'
  | 'export.certainly-absent'
  | 'export.withdrawn'
  | 'export.reoffered'
  | 'export.wrong-administration'
  | 'export.misplaced-keep'
  | 'export.misplaced-delete'
  | 'export.misplaced-delete-by-hand'
  | 'export.candidate'
  | 'export.decided-adopt'
  | 'export.decided-make-again'
  | 'invoice.changed'
  | 'invoice.final'
  | 'invoice.paid'
  | 'invoice.deleted'
  | 'invoice.found-elsewhere'
  | 'werkbon-gewijzigd-na-factuur';

export type LogCodeTexts = Readonly<Record<LogCode, (parameters: LogValues, entry: LogEntry) => string>>;

export const dutchLogCodes: LogCodeTexts = {
  'import.stand-in': (of) =>
    `${capital(recordMember(of.text('field')))} ontbreekt in Asperion; in OutSmart staat daar nu ${of.text('standIn') || '-'}.`,
  'import.cut': (of) => `${capital(recordMember(of.text('field')))} is te lang voor OutSmart en is daar ingekort.`,
  'import.left-out-too-long': (of) =>
    `${capital(recordMember(of.text('field')))} is te lang voor OutSmart en staat daar daarom niet.`,
  'import.no-key': (of) =>
    `Niet in OutSmart gezet, want ${recordMember(of.text('field'))} ontbreekt. Vul dat aan in Asperion en start de import opnieuw.`,
  'import.key-too-long': (of) =>
    `Niet in OutSmart gezet, want ${recordMember(of.text('field'))} is te lang voor OutSmart. Maak dat korter in Asperion en start de import opnieuw.`,
  'import.double-key': () =>
    'Niet in OutSmart gezet: Asperion heeft deze code of dit nummer twee keer. Verander een van beide in Asperion.',
  'import.refused-by-outsmart': (of) =>
    `OutSmart neemt dit niet aan${afterColon(of.texts('messages'))}. Verbeter het in Asperion en start de import opnieuw.`,
  'import.inactive': () => 'Staat in Asperion op inactief. In OutSmart is niets veranderd.',
  'import.gone': () => 'Staat niet meer in Asperion. In OutSmart is niets verwijderd.',
  'import.moved': (_of, { subjectKind }) =>
    subjectKind === 'hour-type'
      ? 'Hoort in Asperion niet meer bij de verkoopsoort van de uursoorten. In OutSmart is de uursoort niet verwijderd.'
      : 'Hoort in Asperion nu bij de verkoopsoort van de uursoorten. In OutSmart is het materiaal niet verwijderd.',
  'export.created-debtor': () => 'Aangemaakt in Asperion als debiteur.',
  'export.created-article': () => 'Aangemaakt in Asperion als artikel.',
  'export.invoiced': invoiced,
  'export.uncertain': (of) => {
    const at = of.moment('lookAgainAt');
    const when = at === null ? 'vanzelf' : `om ${dutchTime(at)}`;
    return `Nog niet zeker of het concept er is: Asperion gaf geen duidelijk antwoord. We zoeken het ${when} op; u hoeft niets te doen.`;
  },
  'export.look-up-failed': (_of, { subjectKind }) =>
    `We kunnen in Asperion niet opzoeken of ${subjectKind === 'work-order' ? 'het concept' : 'dit'} daar staat. We proberen het vanzelf opnieuw en maken niets dubbel; wilt u het nu weten, kijk dan zelf in Asperion.`,
  'export.possible-double': () =>
    'Misschien staan er twee concepten van deze werkbon in Asperion. Kijk daar bij de debiteur en verwijder er een als het er twee zijn.',
  'export.not-acknowledged': () =>
    'Het concept staat in Asperion, maar OutSmart weet dat nog niet. We melden het de volgende keer vanzelf.',
  'export.gone-from-outsmart': () =>
    'Het concept staat in Asperion, maar de werkbon bestaat niet meer in OutSmart. Kijk in Asperion of het concept kan blijven.',
  'export.found-by-mark': () =>
    'Het concept stond al in Asperion en is hier teruggevonden. Er is niets opnieuw gemaakt.',
  'export.found-several': (of) =>
    `In Asperion staan ${counted(of.count('others') + 1, 'concept', 'concepten')} van deze werkbon. Kijk daar bij de debiteur en verwijder wat er te veel is.`,
  'export.found-after-all': (_of, { subjectKind }) =>
    `${subjectKind === 'work-order' ? 'Het concept' : 'Dit'} staat toch in Asperion. Er is niets opnieuw gemaakt.`,
  'export.certainly-absent': (_of, { subjectKind }) =>
    `${subjectKind === 'work-order' ? 'Het concept' : 'Dit'} staat zeker niet in Asperion. We maken het opnieuw.`,
  'export.withdrawn': () =>
    'Staat in OutSmart niet meer op Compleet met 1 – Naar Asperion. De werkbon gaat dus niet naar Asperion.',
  'export.reoffered': (of) =>
    `Staat weer op 1 – Naar Asperion, maar is al gefactureerd${on(of.text('on'))}. Wij maken niet vanzelf een tweede concept.`,
  'export.wrong-administration': (of) => faultSentence('sync.account_stopped', of.allTexts()),
  'export.misplaced-keep': (of) => `Blijft staan in de andere administratie${chosenBy(of)}.`,
  'export.misplaced-delete-by-hand': (of) =>
    `Staat nog in de andere administratie${chosenBy(of)}. Verwijder het daar in Asperion; hier wordt het opnieuw aangemaakt.`,
  'export.misplaced-delete': (of) => `Verwijderd uit de andere administratie${chosenBy(of)}. De werkbon gaat opnieuw.`,
  'werkbon-gewijzigd-na-factuur': changedAfterInvoice,
  'export.candidate': (of) =>
    `In Asperion staat een concept${amountOf(of, 'amount')} van deze debiteur zonder ons kenmerk. Zeg of het van deze werkbon is; tot dan maken we niets.`,
  'export.decided-adopt': (of) => `Dit concept in Asperion is van deze werkbon${chosenBy(of)}.`,
  'export.decided-make-again': (of) => `Het concept wordt opnieuw gemaakt${chosenBy(of)}.`,
  'invoice.changed': (of) => `Het concept is in Asperion aangepast${becameOf(of)}.`,
  'invoice.final': (of) =>
    `De factuur is in Asperion definitief gemaakt${of.text('invoiceNumber') === '' ? '' : ` onder nummer ${short(of.text('invoiceNumber'))}`}.`,
  'invoice.paid': (of) => `Factuur${numberOf(of)} is betaald.`,
  'invoice.deleted': (of) =>
    `Het concept${amountOf(of, 'amount')} is in Asperion verwijderd. Wij maken het niet vanzelf opnieuw.`,
  'invoice.found-elsewhere': () =>
    'Het concept is in Asperion vervangen door een ander met hetzelfde kenmerk; dat volgen we verder.',
};

function amountOf(of: LogValues, name: string): string {
  const amount = readDecimal(of.text(name));
  return amount === null ? '' : ` van ${euro(amount)}`;
}

function becameOf(of: LogValues): string {
  const [before, after] = [readDecimal(of.text('before')), readDecimal(of.text('after'))];
  return before === null || after === null ? '' : `: ${euro(before)} werd ${euro(after)}`;
}

function numberOf(of: LogValues): string {
  return of.text('invoiceNumber') === '' ? '' : ` ${short(of.text('invoiceNumber'))}`;
}

function invoiced(of: LogValues): string {
  const amount = readDecimal(of.text('amount'));
  const forDebtor = [of.text('debtor'), of.text('debtorName')].filter((part) => part !== '').join(' ');
  const concept = `Concept${amount === null ? '' : ` van ${euro(amount)}`}${forDebtor === '' ? '' : ` voor debiteur ${forDebtor.replace(/\.$/, '')}`}.`;
  const notices = of.notices();
  const [only] = notices;
  if (only === undefined) return concept;
  return notices.length === 1
    ? `${concept} ${noticeSentence(only)}`
    : `${concept} Let op bij ${notices.length} regels.`;
}

function changedAfterInvoice(of: LogValues): string {
  const what = changesText(of.changes(), 'nl');
  const changed = 'Gewijzigd nadat het concept was gemaakt';
  return `${changed}${what === '' ? '' : ` (${what})`}. Het concept in Asperion is nog het oude.`;
}

function chosenBy(of: LogValues): string {
  const person = of.text('decidedBy');
  return person === '' ? '' : `, gekozen door ${short(person)}`;
}

function on(day: string): string {
  const date = readIsoDate(day);
  return date === null ? '' : ` op ${dutchDate(date)}`;
}
