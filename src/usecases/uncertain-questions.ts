/**
 * Uncertain work orders honestly: what was asked of Asperion and when, what was looked for, when it is looked for again, and
 * whether a person can say more than the look-up could. And what that person says.
 */
import { decimalText } from '../kernel/decimal.ts';
import type { AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import type { Intent } from '../store/intents.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { Evidence } from '../store/records.ts';
import type { AccountStore } from '../store/store.ts';
import type { ForeignPages } from './foreign-pages.ts';
import type { Language } from './language.ts';
import { refusal } from './sentences-refusals.ts';
import { uncertainWords } from './sentences-uncertain.ts';

export interface UncertainQuestion {
  readonly rowId: string;
  readonly title: string;
  readonly text: string;
  readonly askedAt: string;
  readonly looksAgainAt: string | null;
  readonly isForPerson: boolean;
  readonly asperionUrl: string | null;
}

/** The questions of these work orders, as far as they are uncertain, in the order given. */
export async function uncertainQuestions(
  account: AccountStore,
  orders: readonly KnownWorkOrder[],
  pages: ForeignPages,
  language: Language,
): Promise<UncertainQuestion[]> {
  const questions: UncertainQuestion[] = [];
  for (const order of orders) {
    if (order.state !== 'uncertain' || order.administrationId === null) continue;
    const intent = await intentOf(account, order.administrationId, order.rowId);
    if (intent) questions.push(questionOf(order, order.administrationId, intent, pages, language));
  }
  return questions;
}

function questionOf(
  order: KnownWorkOrder,
  administrationId: AdministrationId,
  intent: Intent,
  pages: ForeignPages,
  language: Language,
): UncertainQuestion {
  const { looked, candidateId } = sinceLastSent(intent.evidence);
  const looksAgainAt = order.deadline;
  const words = uncertainWords({ order, askedAt: intent.committedAt, looksAgainAt, looked }, language);
  const page =
    candidateId === null
      ? pages.record(administrationId, 'debtor', order.debtorNumber)
      : pages.draft(administrationId, candidateId);
  return {
    rowId: order.rowId,
    ...words,
    askedAt: intent.committedAt.toISOString(),
    looksAgainAt: looksAgainAt?.toISOString() ?? null,
    isForPerson: looked !== 'not-yet',
    asperionUrl: page,
  };
}

/** How looking it up went: not done yet, it failed, or something was found that only a person can judge. */
export type Looked = 'not-yet' | 'failed' | 'candidate';

function sinceLastSent(evidence: readonly Evidence[]): {
  readonly looked: Looked;
  readonly candidateId: string | null;
} {
  const lastSent = evidence.findLastIndex(({ what }) => what === 'sent');
  const looks = evidence.slice(lastSent + 1).filter(({ what }) => what === 'candidate' || what === 'look-up-failed');
  const last = looks.at(-1);
  if (!last) return { looked: 'not-yet', candidateId: null };
  return last.what === 'candidate'
    ? { looked: 'candidate', candidateId: last.text }
    : { looked: 'failed', candidateId: null };
}

/**
 * A person's word about an uncertain work order. `is-there`: the draft that was found, or one that only the person can see,
 * is its invoice. `make-again`: there is none, and the next export makes it, after looking for the mark once more.
 * Refusals work-order.unknown, work-order.state, and work-order.still-looking before looking it up has failed to tell.
 */
export async function decideUncertain(
  account: AccountStore,
  rowId: string,
  decision: 'is-there' | 'make-again',
  by: string,
): Promise<void> {
  const id = rowId as WorkOrderRowId;
  const order = (await account.workOrders.find([id])).get(id);
  if (!order) throw refusal('work-order.unknown', { number: rowId });
  const number = order.orderNumber || rowId;
  const intent = order.administrationId && (await intentOf(account, order.administrationId, id));
  if (order.state !== 'uncertain' || !intent) throw refusal('work-order.state', { number, state: order.state });
  const { looked, candidateId } = sinceLastSent(intent.evidence);
  if (looked === 'not-yet') throw refusal('work-order.still-looking', { number });
  const isThere = decision === 'is-there';
  const isStored = await account.intents.settle(intent, null, {
    end: isThere ? { kind: 'done', foreignId: candidateId, invoiceNumber: null } : { kind: 'absent' },
    evidence: { what: 'decided', text: `${decision} by ${by}` },
    log: [
      {
        subjectKind: 'work-order',
        subjectKey: number,
        subjectName: order.customerName,
        result: isThere ? 'adopted' : 'notice',
        code: isThere ? 'export.decided-adopt' : 'export.decided-make-again',
        parameters: { decidedBy: by, ...(candidateId === null ? {} : { invoiceId: candidateId }) },
      },
    ],
  });
  if (!isStored) throw refusal('work-order.state', { number, state: (await currentState(account, id)) ?? order.state });
  await account.audit.add({
    by,
    action: isThere ? 'work-order.adopted' : 'work-order.make-again',
    parameters: { rowId, orderNumber: order.orderNumber, amount: decimalText(order.amount) },
  });
}

async function currentState(account: AccountStore, rowId: WorkOrderRowId) {
  return (await account.workOrders.find([rowId])).get(rowId)?.state;
}

async function intentOf(account: AccountStore, administrationId: AdministrationId, rowId: WorkOrderRowId) {
  return (await account.intents.find(administrationId, 'invoice', [rowId])).get(rowId) ?? null;
}
