/**
 * What the sentences are tried with: for every code sample values that fill in all it can say. A new code does not compile
 * until it has some here.
 */
import type { FaultCode } from '../kernel/fault.ts';
import type { Finding, NoticeCode, WaitReason } from '../model/finding.ts';
import type { WorkOrderState } from '../model/work-order-state.ts';
import type { LogSubject } from '../store/log.ts';
import type { LogResult } from '../store/records.ts';
import { partsToConfigure } from './sentences.ts';
import type { LogCode } from './sentences-log-codes-nl.ts';
import type { FindingObstacle } from './sentences-reasons-nl.ts';
import type { RefusalName, RefusalValues } from './sentences-refusals.ts';

export type Samples = Readonly<Record<string, string>>;

const words: Samples = { messages: 'De postcode is te lang' };
const stop: Samples = { kind: 'invoice', id: '88', subject: '(k-1)', meant: '12', landedIn: '34' };
export const faults: Readonly<Record<FaultCode, readonly Samples[]>> = {
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
  'sync.circuit_open': [{ of: 'asperion', until: '2026-11-24T09:30:00.000Z' }],
  'sync.call_budget': [{ calls: '50000' }],
  'store.secret_unreadable': [],
};

export const reasons: Readonly<Record<WaitReason, Partial<Finding>>> = {
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
  'concept-verwijderd': {},
};
export const createObstacles: readonly FindingObstacle[] = ['being-looked-up', 'created-before', 'refused'];
export const unreadableFields = [
  'Materials',
  'Materials[1]',
  'Workperiods',
  'FreeFields',
  'Reference',
  'response',
  'id',
  'status',
];

export const notices: Readonly<Record<NoticeCode, Samples>> = {
  'line-left-out-quantity-0': { tag: 'M3', code: '2210', name: 'Onderhoudsset cv-ketel' },
  'period-left-out-0-minutes': { tag: 'U2', hourType: 'REIS', remark: '' },
  'price-0': { tag: 'M1', code: '4502', name: 'Expansievat 18 liter' },
  'hours-article-of-other-sales-type': { tag: 'U1', code: 'MONT', salesTypeId: '8000', expectedSalesTypeId: '8100' },
  'sales-type-text-used': { tag: 'M2', salesTypeId: '8000', text: 'Diversen' },
  'debtor-address-missing': { number: '10519', name: 'Hotel De Gouden Leeuw' },
};

const record = { field: 'postalCode', standIn: '-', length: '300', max: '255' };
export const logCodes: Readonly<Record<LogCode, Readonly<Record<string, unknown>>>> = {
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
  'invoice.changed': { before: '745.20', after: '700.00' },
  'invoice.final': { invoiceNumber: '2026-0412' },
  'invoice.paid': { invoiceNumber: '2026-0412' },
  'invoice.deleted': { amount: '386.00' },
  'invoice.found-elsewhere': { invoiceId: '88' },
  'export.candidate': { invoiceId: '88', amount: '745.20' },
  'export.decided-adopt': { decidedBy: 'Marieke' },
  'export.decided-make-again': { decidedBy: 'Marieke' },
  'werkbon-gewijzigd-na-factuur': { changes: [{ member: 'materials.0.quantity.text', before: '1', after: '2' }] },
};

export const results: Readonly<Record<LogResult, true>> = {
  ...{ new: true, changed: true, inactive: true, gone: true, moved: true, refused: true, notice: true, created: true },
  ...{ invoiced: true, adopted: true, acknowledged: true, waiting: true, uncertain: true, withdrawn: true },
  ...{ stopped: true, failed: true },
};
export const states: Readonly<Record<WorkOrderState, true>> = {
  ...{ ready: true, waiting: true, sending: true, uncertain: true, invoiced: true, acknowledged: true },
  ...{ skipped: true, withdrawn: true, misplaced: true, deleted: true },
};

export const subjects: Readonly<Record<LogSubject, true>> = {
  ...{ relation: true, material: true, 'hour-type': true, 'work-order': true, debtor: true, article: true },
  account: true,
};

/** For the refusals whose sentence fills something in. */
export const refusals: {
  readonly [Name in RefusalName as undefined extends RefusalValues<Name> ? never : Name]: RefusalValues<Name>;
} = {
  'account.name-too-long': { max: 100 },
  'account.name-taken': { name: 'Garage De Wit' },
  'account.unknown': { name: 'x', others: '' },
  'account.not-named': { others: 'Garage De Wit' },
  'licence.unknown': { connector: 'asperion' },
  'licence.ordered': { connector: 'Asperion' },
  'licence.not-running': { connector: 'Asperion' },
  'licence.not-cancelled': { connector: 'Asperion' },
  'first-export.date': { typed: '31-2' },
  'settings.administration-change': { before: 12, after: null },
  'settings.wrong': { problems: 'E4.' },
  'log.day': { day: '31-2-2026' },
  'work-order.unknown': { number: '2026-1190' },
  'work-order.unknown-in-outsmart': { number: '2026-1190' },
  'work-order.several': { number: '2026-1190', rowIds: '7, 8' },
  'work-order.state': { number: '2026-1190', state: 'invoiced' },
  'work-order.still-looking': { number: '2026-1190' },
  'outsmart.other-account': { number: '2026-1190' },
};
