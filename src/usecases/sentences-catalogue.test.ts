// The house style of sentences, over the whole catalogue: rendered with sample values, and once more with none at all.
import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../kernel/fault.ts';
import { OBSTACLES } from '../mapping/findings.ts';
import { ORIGIN_RULES } from '../mapping/origins.ts';
import type { Finding, NoticeCode, WaitReason } from '../model/finding.ts';
import type { WorkOrderState } from '../model/work-order-state.ts';
import type { LogResult } from '../store/records.ts';
import { faultSentence, partsToConfigure } from './sentences.ts';
import { countSentences, logSentence, phaseSentence, resultWord, runSentence } from './sentences-log.ts';
import { isLogCode, type LogCode } from './sentences-log-codes.ts';
import { originSentence } from './sentences-origins.ts';
import { type FindingObstacle, findingSentence, noticeSentence, stateWord } from './sentences-reasons.ts';

type Samples = Readonly<Record<string, string>>;

const words: Samples = { messages: 'De postcode is te lang' };
const stop: Samples = { kind: 'invoice', id: '88', subject: '(k-1)', meant: '12', landedIn: '34' };
const faults: Readonly<Record<FaultCode, readonly Samples[]>> = {
  'outsmart.token_refused': [],
  'outsmart.software_token_refused': [],
  'outsmart.refused': [words],
  'outsmart.unreachable': [],
  'outsmart.unclear': [],
  'outsmart.contract_broken': [{ field: 'response' }],
  'asperion.not_connected': [],
  'asperion.connection_ended': [],
  'asperion.client_refused': [],
  'asperion.forbidden': [],
  'asperion.refused': [words],
  'asperion.not_found': [],
  'asperion.rate_limited': [],
  'asperion.unreachable': [],
  'asperion.unclear': [],
  'asperion.contract_broken': [{ field: 'body' }],
  'asperion.wrong_administration': [{ messages: 'meant 12, landed in 34' }],
  'asperion.too_late_to_send': [],
  'sync.lease_lost': [],
  'sync.cancelled': [],
  'sync.account_stopped': [stop],
  'sync.not_configured': partsToConfigure.map((field) => ({ field })),
  'sync.first_export_unconfirmed': [],
  'sync.no_licence': [{ endsOn: '2026-11-24' }],
  'sync.suspended': [],
  'store.secret_unreadable': [],
};

const reasons: Readonly<Record<WaitReason, Partial<Finding>>> = {
  'relatie-onbekend': { code: '10519', name: 'Hotel De Gouden Leeuw', field: 'CustomerDebtorNr' },
  'relatie-geblokkeerd': { code: '10377', name: 'Garage De Wit', field: 'CustomerDebtorNr' },
  'materiaal-onbekend': { code: '4711', name: 'Vulkraan met slang ½″', field: 'Materials[1].MaterialCode' },
  'uursoort-onbekend': { code: 'AVOND', name: 'Avonduren', field: 'Workperiods[0].HourType' },
  'regel-zonder-artikelcode': { name: 'Klein materiaal', field: 'Materials[0].MaterialCode' },
  'uren-zonder-uursoort': { name: '12', found: '1:30', field: 'Workperiods[0].HourType' },
  'geen-regels': {},
  'btw-ontbreekt': { code: '4', name: 'Btw hoog', field: 'vatCode' },
  'waarde-onleesbaar': { code: '4502', name: 'Expansievat 18 liter', found: '2 st', field: 'Materials[2].MaterialNr' },
  'geweigerd-door-asperion': { messages: ['De debiteur heeft geen adres'] },
};
const createObstacles: readonly FindingObstacle[] = ['being-looked-up', 'created-before', 'refused'];
const unreadableFields = [
  'Materials',
  'Materials[1]',
  'Workperiods',
  'FreeFields',
  'Reference',
  'response',
  'id',
  'status',
];

const notices: Readonly<Record<NoticeCode, Samples>> = {
  'line-left-out-quantity-0': { tag: 'M3', code: '2210', name: 'Onderhoudsset cv-ketel' },
  'period-left-out-0-minutes': { tag: 'U2', hourType: 'REIS', remark: '' },
  'price-0': { tag: 'M1', code: '4502', name: 'Expansievat 18 liter' },
  'hours-article-of-other-sales-type': { tag: 'U1', code: 'MONT', salesTypeId: '8000', expectedSalesTypeId: '8100' },
  'sales-type-text-used': { tag: 'M2', salesTypeId: '8000', text: 'Diversen' },
  'debtor-address-missing': { number: '10519', name: 'Hotel De Gouden Leeuw' },
};

const record = { field: 'postalCode', standIn: '-', length: '300', max: '255' };
const logCodes: Readonly<Record<LogCode, Readonly<Record<string, unknown>>>> = {
  'import.stand-in': record,
  'import.cut': record,
  'import.left-out-too-long': record,
  'import.no-key': { field: 'debtorNumber' },
  'import.key-too-long': { field: 'code' },
  'import.inactive': {},
  'import.gone': {},
  'import.moved': {},
  'import.double-key': {},
  'import.refused-by-outsmart': { messages: ['De plaats ontbreekt'] },
  'export.created-debtor': { id: '7' },
  'export.created-article': { id: '7' },
  'export.invoiced': { debtor: '10211', debtorName: 'Tandartspraktijk Meijer', amount: '326.2', notices: [] },
  'export.uncertain': { lookAgainAt: '2026-11-24T09:40:00Z', fault: 'asperion.unclear' },
  'export.look-up-failed': { fault: 'asperion.forbidden' },
  'export.possible-double': { invoiceId: '88' },
  'export.not-acknowledged': { fault: 'outsmart.unreachable' },
  'export.gone-from-outsmart': {},
  'export.found-by-mark': { invoiceId: '88', others: '0' },
  'export.found-several': { invoiceId: '88', others: '2' },
  'export.found-after-all': { invoiceId: '88', others: '0' },
  'export.certainly-absent': {},
  'export.withdrawn': {},
  'export.reoffered': { invoiceId: '88', on: '2026-11-20', seen: '2026-11-24' },
  'export.wrong-administration': stop,
  'export.misplaced-keep': { decidedBy: 'kantoor@jansen.example' },
  'export.misplaced-delete-by-hand': { decidedBy: 'kantoor@jansen.example' },
  'export.misplaced-delete': { decidedBy: 'kantoor@jansen.example' },
  'werkbon-gewijzigd-na-factuur': { changes: [{ member: 'materials.0.quantity.text', before: '1', after: '2' }] },
};

const results: Readonly<Record<LogResult, true>> = {
  ...{ new: true, changed: true, inactive: true, gone: true, moved: true, refused: true, notice: true, created: true },
  ...{ invoiced: true, adopted: true, acknowledged: true, waiting: true, uncertain: true, withdrawn: true },
  ...{ stopped: true, failed: true },
};
const states: Readonly<Record<WorkOrderState, true>> = {
  ...{ ready: true, waiting: true, sending: true, uncertain: true, invoiced: true, acknowledged: true },
  ...{ skipped: true, withdrawn: true, misplaced: true },
};

/** Every sentence, by what it is the sentence of. */
function catalogue(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [code, samples] of Object.entries(faults) as [FaultCode, readonly Samples[]][]) {
    for (const sample of [{}, ...samples]) all.set(`${code} ${JSON.stringify(sample)}`, faultSentence(code, sample));
  }
  const blank: Finding = {
    reason: 'geen-regels',
    causeKey: '',
    field: '',
    code: '',
    name: '',
    found: '',
    obstacle: '',
    messages: [],
  };
  const obstacles = ['', ...Object.keys(OBSTACLES), ...createObstacles];
  for (const [reason, sample] of Object.entries(reasons) as [WaitReason, Partial<Finding>][]) {
    for (const obstacle of obstacles) {
      const known = { ...blank, ...sample, reason, obstacle };
      all.set(`${reason} ${obstacle}`, findingSentence(known, { number: '2026-1190' }));
      all.set(`${reason} ${obstacle}, no number`, findingSentence(known));
      all.set(`${reason} ${obstacle}, nothing known`, findingSentence({ ...blank, reason, obstacle }));
    }
  }
  for (const field of unreadableFields) {
    all.set(`unreadable ${field}`, findingSentence({ ...blank, reason: 'waarde-onleesbaar', field, found: '[1]' }));
  }
  for (const [code, parameters] of Object.entries(notices) as [NoticeCode, Samples][]) {
    all.set(code, noticeSentence({ code, field: '', parameters }));
  }
  for (const [code, parameters] of Object.entries(logCodes)) {
    for (const subjectKind of ['work-order', 'material', 'hour-type'] as const) {
      const entry = { subjectKind, subjectKey: '1', subjectName: '', result: 'notice' as const, code };
      all.set(`${code} of a ${subjectKind}`, logSentence({ ...entry, parameters }));
      all.set(`${code} of a ${subjectKind}, nothing known`, logSentence(entry));
    }
  }
  for (const [rule, { parameters }] of Object.entries(ORIGIN_RULES)) {
    const filled = Object.fromEntries(parameters.map((name) => [name, '60']));
    all.set(rule, originSentence({ source: 'work-order', field: 'Materials[0].MaterialNr', rule, parameters: filled }));
  }
  for (const phase of [
    'queued',
    'starting',
    'debtors',
    'articles',
    'hourtypes',
    'reading',
    'looking-up',
    'settling',
    'sending',
    '?',
  ]) {
    all.set(`phase ${phase}`, phaseSentence(phase));
  }
  for (const state of ['queued', 'running', 'done', 'failed', 'cancelled'] as const) {
    const run = { job: 'full' as const, state, phase: null, counts: {}, faultCode: null, faultParameters: null };
    all.set(`run ${state}`, runSentence(run));
  }
  return all;
}

const sentences = [...catalogue()];
const wordsAlone = [
  ...Object.keys(results).map((result) => resultWord(result as LogResult)),
  ...Object.keys(states).map((state) => stateWord(state as WorkOrderState)),
  ...countSentences({ 'relations.new': 1, offered: 2, ready: 1, waiting: 1, debtorsCreated: 1, articlesCreated: 2 }),
];

/** Words of programmers, and phrases that blame the reader or say nothing. */
const BANNED =
  /\b(ongeldige?|verplichte? velde?n?|helaas|oeps|fout opgetreden|exception|null|undefined|NaN|HTTP|JSON|UUID|API|error|token expired)\b/i;
const REASON_CODES = new RegExp(
  [...Object.keys(faults), ...Object.keys(reasons).filter((reason) => reason.includes('-')), ...Object.keys(logCodes)]
    .map((code) => code.replace('.', '\\.'))
    .join('|'),
);

describe('every sentence', () => {
  test('is there for every code', () => {
    expect(Object.keys(logCodes).filter((code) => !isLogCode(code))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(300);
    expect(wordsAlone.filter((word) => word.trim() === '')).toEqual([]);
  });

  test('has none of the words that do not belong on the page', () => {
    const all = [...sentences.map(([, sentence]) => sentence), ...wordsAlone];
    expect(all.filter((sentence) => BANNED.test(sentence))).toEqual([]);
  });

  test('shows no code of the program', () => {
    expect(sentences.filter(([, sentence]) => REASON_CODES.test(sentence))).toEqual([]);
  });

  test('says token only of the token of OutSmart', () => {
    expect(sentences.filter(([, sentence]) => /(?<!OutSmart-)token/i.test(sentence))).toEqual([]);
  });

  test('is at most two sentences, the last of which ends with a full stop', () => {
    const ends = (sentence: string): number => [...sentence.matchAll(/[.!?](?=\s|$)/g)].length;
    expect(
      sentences.filter(([, sentence]) => ends(sentence) < 1 || ends(sentence) > 2 || !sentence.endsWith('.')),
    ).toEqual([]);
  });

  test('is short enough to be read at once', () => {
    expect(sentences.filter(([, sentence]) => sentence.length > 220)).toEqual([]);
  });

  test('has no holes where a value is not known', () => {
    expect(sentences.filter(([, sentence]) => / {2}| [.,;:)]|\(\)|""|: \./.test(sentence))).toEqual([]);
  });

  test('begins with a capital, a number or a quotation', () => {
    expect(sentences.filter(([, sentence]) => !/^[A-Z0-9"]/.test(sentence))).toEqual([]);
  });

  test('speaks to the reader as u, never as je or jij', () => {
    expect(sentences.filter(([, sentence]) => /\b(je|jij|jouw|jullie)\b/i.test(sentence))).toEqual([]);
  });
});
