/**
 * What is asked of a person about drafts: whether one is there, and whether a work order that was changed after its invoice may
 * stay so. With what to type.
 */
import type { WorkOrderState } from '../../model/work-order-state.ts';
import type { AccountStore } from '../../store/store.ts';
import { type ChangedOrder, changedOrder } from '../../usecases/changed-orders.ts';
import { foreignPages } from '../../usecases/foreign-pages.ts';
import { type UncertainQuestion, uncertainQuestions } from '../../usecases/uncertain-questions.ts';
import type { Session } from '../session.ts';
import { nameOf } from './documents.ts';
import { wrapped } from './wrapped.ts';

interface QuestionsOfOrders {
  /** With what people call the work order. */
  readonly uncertain: readonly (UncertainQuestion & { readonly orderNumber: string })[];
  readonly changed: readonly ChangedOrder[];
}

const QUESTIONS_MAX = 1_000;

/** Those that belong with what is shown: all for `null`, otherwise of that state. */
export async function questionsOfOrders(
  { installation }: Session,
  store: AccountStore,
  state: WorkOrderState | 'all' | null,
): Promise<QuestionsOfOrders> {
  const pages = foreignPages(installation.config);
  const isWanted = (wanted: WorkOrderState) => state === null || state === wanted;
  const orders = isWanted('uncertain')
    ? await store.workOrders.list({ states: ['uncertain'], limit: QUESTIONS_MAX, offset: 0 })
    : [];
  const numbers = new Map<string, string>(orders.map((order) => [order.rowId, order.orderNumber]));
  const questions = await uncertainQuestions(store, orders, pages, 'nl');
  const changed = isWanted('acknowledged') ? await store.invoiceLife.changedOrders(QUESTIONS_MAX) : [];
  return {
    uncertain: questions.map((question) => ({ ...question, orderNumber: numbers.get(question.rowId) ?? '' })),
    changed: changed.flatMap((order) => changedOrder(order, pages, 'nl') ?? []),
  };
}

/** For --json. */
export function questionsDocument({ uncertain, changed }: QuestionsOfOrders) {
  return {
    questions: uncertain.map(({ orderNumber, rowId, title, text, askedAt, looksAgainAt, isForPerson }) => ({
      orderNumber,
      rowId,
      sentence: `${title} ${text}`,
      askedAt,
      looksAgainAt,
      forPerson: isForPerson,
    })),
    changed: changed.map(({ orderNumber, rowId, title, text, differences }) => ({
      orderNumber,
      rowId,
      sentence: `${title} ${text}`,
      differences,
    })),
  };
}

/** A text for each kind there is. */
export function questionsText({ uncertain, changed }: QuestionsOfOrders, terminalColumns: number | null): string[] {
  const forPerson = uncertain.filter(({ isForPerson }) => isForPerson);
  return [
    section(
      'Onzeker, u weet het misschien:',
      forPerson.map((question) => [question, 'is-there, of make-again']),
      terminalColumns,
    ),
    section(
      'Gewijzigd na de factuur:',
      changed.map((order) => [order, 'keep-invoice']),
      terminalColumns,
    ),
  ].filter((text) => text !== '');
}

interface Asked {
  readonly orderNumber: string;
  readonly rowId: string;
  readonly title: string;
  readonly text: string;
}

function section(head: string, asked: readonly (readonly [Asked, string])[], terminalColumns: number | null): string {
  if (asked.length === 0) return '';
  const lines = asked.flatMap(([order, decision]) => [
    wrapped(`${order.title} ${order.text}`, 2, terminalColumns),
    wrapped(`Met: koppeling decide ${nameOf(order)} ${decision}`, 6, terminalColumns),
  ]);
  return [head, ...lines].join('\n');
}
