/**
 * How things stand with one company, in one answer: connection, balance, causes, the last 30 days and the last runs.
 * Everything is remembered; neither system is waited for.
 */
import { dayInAmsterdam, daysAfter, daysBefore, type IsoDate } from '../kernel/dates.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { LicenceState } from '../model/licence.ts';
import type { WorkOrderPlace } from '../model/work-order-state.ts';
import type { Run } from '../store/runs.ts';
import type { AccountStore } from '../store/store.ts';
import type { AdministrationNames } from './administration-names.ts';
import { type Cause, causesOf, type TallyText, tallyText } from './causes.ts';
import { type ChangedOrder, changedOrder } from './changed-orders.ts';
import type { ForeignPages } from './foreign-pages.ts';
import type { Language } from './language.ts';
import type { UseCaseParts } from './parts.ts';
import { faultSentence } from './sentences.ts';
import { isSetUp, readSetUp, type SetUp, type SetUpStep, setUpSteps } from './set-up-steps.ts';
import { type UncertainQuestion, uncertainQuestions } from './uncertain-questions.ts';
import { rowOf, talliesText, totalOf, type WorkOrderRow } from './work-order-rows.ts';

export interface Overview {
  readonly companyName: string;
  readonly setUp: SetUpStep[];
  readonly licence: LicenceState;
  readonly outsmart: 'none' | 'connected' | 'refused';
  readonly asperion: 'none' | 'connected' | 'ended' | 'disconnected';
  readonly asperionSince: string | null;
  readonly administrationName: string | null;
  readonly stopped: string | null;
  readonly suspendedAt: string | null;
  readonly isExportOn: boolean;
  readonly lastExport: Run | null;
  readonly nextExportAt: string | null;
  readonly activeRun: Run | null;
  readonly causes: Cause[];
  readonly uncertain: WorkOrderRow[];
  readonly uncertainQuestions: UncertainQuestion[];
  readonly changedOrders: ChangedOrder[];
  readonly balance: {
    readonly month: string;
    readonly thisMonth: Record<WorkOrderPlace, TallyText>;
    readonly thisMonthTotal: TallyText;
    readonly earlier: Record<WorkOrderPlace, TallyText>;
    readonly earlierTotal: TallyText;
  };
  readonly days: { readonly day: IsoDate; readonly invoiced: number; readonly waiting: number }[];
  readonly lastRuns: Run[];
}

export interface OverviewView {
  readonly parts: Pick<UseCaseParts, 'store' | 'clock'>;
  readonly pages: ForeignPages;
  readonly names: AdministrationNames;
  readonly language: Language;
}

const DAYS = 30;
const UNCERTAIN_MAX = 20;
const CHANGED_MAX = 20;
const LAST_RUNS = 5;
/** Enough to hold an export and what was started by hand in between. */
const RUNS_LOOKED_AT = 50;

export async function overviewOf(view: OverviewView, account: AccountStore): Promise<Overview> {
  const { parts, language, pages } = view;
  const today = dayInAmsterdam(parts.clock.now());
  const [company, setUp, stop, causes, uncertain, changed, balance, days, runs] = await Promise.all([
    parts.store.accounts.find(account.accountId),
    readSetUp(account),
    account.stop.read(),
    causesOf(account, pages, language),
    uncertainOf(account, pages, language),
    account.invoiceLife.changedOrders(CHANGED_MAX),
    balanceOf(account, today),
    daysUntil(account, today),
    account.runs.list(RUNS_LOOKED_AT),
  ]);
  return {
    companyName: company?.name ?? '',
    setUp: setUpSteps(setUp, language),
    licence: setUp.licenceState,
    ...(await connectionOf(view, account, setUp)),
    stopped: stop === null ? null : faultSentence('sync.account_stopped', stop.parameters, language),
    suspendedAt: company?.suspendedAt?.toISOString() ?? null,
    isExportOn: setUp.settings?.value.exportOn ?? false,
    nextExportAt: isSetUp(setUp) && stop === null && !company?.suspendedAt ? await nextExportOf(view, account) : null,
    causes,
    ...uncertain,
    changedOrders: changed.flatMap((order) => changedOrder(order, pages, language) ?? []),
    balance,
    days,
    ...runsOf(runs),
  };
}

async function connectionOf(
  { names }: OverviewView,
  account: AccountStore,
  { outsmart, asperion, settings }: SetUp,
): Promise<Pick<Overview, 'outsmart' | 'asperion' | 'asperionSince' | 'administrationName'>> {
  const administrationId = settings?.value.administrationId ?? null;
  const isNamed = asperion?.state === 'connected' && administrationId !== null;
  return {
    outsmart: outsmart?.state ?? 'none',
    asperion: asperion?.state ?? 'none',
    asperionSince: asperion?.stateSince.toISOString() ?? null,
    administrationName: isNamed ? await names.nameOf(account, administrationId as AdministrationId) : null,
  };
}

async function nextExportOf({ parts }: OverviewView, account: AccountStore): Promise<string | null> {
  return (await parts.store.schedule.next(account.accountId))?.toISOString() ?? null;
}

async function uncertainOf(
  account: AccountStore,
  pages: ForeignPages,
  language: Language,
): Promise<Pick<Overview, 'uncertain' | 'uncertainQuestions'>> {
  const filter = { place: 'uncertain', search: '', cause: null, month: null } as const;
  const { orders } = await account.orderLists.page(filter, { limit: UNCERTAIN_MAX, offset: 0 });
  return {
    uncertain: orders.flatMap((order) => rowOf(order, language) ?? []),
    uncertainQuestions: await uncertainQuestions(account, orders, pages, language),
  };
}

async function balanceOf(account: AccountStore, today: IsoDate): Promise<Overview['balance']> {
  const month = today.slice(0, 7);
  const { since, before } = await account.orderLists.balance(`${month}-01` as IsoDate);
  return {
    month,
    thisMonth: talliesText(since),
    thisMonthTotal: tallyText(totalOf(since)),
    earlier: talliesText(before),
    earlierTotal: tallyText(totalOf(before)),
  };
}

/** Each of the last days, also one on which nothing happened. */
async function daysUntil(account: AccountStore, today: IsoDate): Promise<Overview['days']> {
  const first = daysBefore(today, DAYS - 1);
  const found = new Map((await account.orderLists.days(first)).map((day) => [day.day, day]));
  return Array.from({ length: DAYS }, (_one, index) => {
    const day = daysAfter(first, index);
    const { invoiced = 0, waiting = 0 } = found.get(day) ?? {};
    return { day, invoiced, waiting };
  });
}

function runsOf(runs: readonly Run[]): Pick<Overview, 'lastExport' | 'activeRun' | 'lastRuns'> {
  const finished = runs.filter(({ finishedAt }) => finishedAt !== null);
  const exported = ({ job }: Run) => job === 'export' || job === 'full';
  const active = runs.find(({ state }) => state === 'running') ?? runs.find(({ state }) => state === 'queued');
  return {
    lastExport: finished.find(exported) ?? null,
    activeRun: active ?? null,
    lastRuns: finished.slice(0, LAST_RUNS),
  };
}
