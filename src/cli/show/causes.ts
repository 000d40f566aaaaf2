/**
 * Waiting work orders by what makes them wait: one cause, one repair. A work order with two reasons stands under both.
 */
import { type Decimal, decimalText, ZERO } from '../../kernel/decimal.ts';
import type { Finding } from '../../model/finding.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import { counted, dutchList, euro } from '../../usecases/sentences-numbers.ts';
import { findingSentence } from '../../usecases/sentences-reasons.ts';
import { nameOf } from './documents.ts';
import { wrapped } from './wrapped.ts';

export interface Cause {
  readonly reason: Finding['reason'];
  /** Empty when the cause is in the work order itself. */
  readonly code: string;
  readonly sentence: string;
  readonly orders: readonly KnownWorkOrder[];
  /** Excluding VAT. */
  readonly amount: Decimal;
}

/** Most work orders first, then the largest amount. */
export function causesOf(waiting: readonly KnownWorkOrder[]): Cause[] {
  const groups = new Map<string, { readonly finding: Finding; readonly orders: KnownWorkOrder[] }>();
  for (const order of waiting) {
    for (const finding of order.findings) {
      const key = keyOf(finding);
      const group = groups.get(key) ?? { finding, orders: [] };
      if (group.orders.at(-1) !== order) group.orders.push(order);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(causeOf)
    .sort((one, other) => other.orders.length - one.orders.length || other.amount.cmp(one.amount));
}

/** For --json. */
export function causeDocument({ reason, code, sentence, orders, amount }: Cause) {
  return {
    reason,
    code,
    sentence,
    count: orders.length,
    amount: decimalText(amount),
    orderNumbers: orders.map(nameOf),
  };
}

const NAMED_MAX = 8;

/** The causes for a terminal: what is wrong and what to do, then whom it concerns. */
export function causesText(causes: readonly Cause[], terminalColumns: number | null): string {
  return causes
    .map(({ sentence, orders, amount }) => {
      const concerned = `${counted(orders.length, 'werkbon', 'werkbonnen')}, ${euro(amount)}: ${namesOf(orders)}`;
      return [wrapped(sentence, 2, terminalColumns), wrapped(concerned, 6, terminalColumns)].join('\n');
    })
    .join('\n');
}

function namesOf(orders: readonly KnownWorkOrder[]): string {
  const named = orders.slice(0, NAMED_MAX).map(nameOf);
  const more = orders.length - named.length;
  return dutchList(more > 0 ? [...named, `nog ${more}`] : named);
}

/** The same for findings that one repair mends; a reason that lies in the work order itself is told apart by its words. */
function keyOf(finding: Finding): string {
  const { reason, causeKey, obstacle } = finding;
  return JSON.stringify(causeKey === '' ? [reason, findingSentence(finding)] : [reason, causeKey, obstacle]);
}

function causeOf({
  finding,
  orders,
}: {
  readonly finding: Finding;
  readonly orders: readonly KnownWorkOrder[];
}): Cause {
  const [first, ...others] = orders;
  const sentence =
    others.length === 0 && first ? findingSentence(finding, { number: nameOf(first) }) : findingSentence(finding);
  const amount = orders.reduce<Decimal>((sum, order) => sum.plus(order.amount), ZERO);
  return { reason: finding.reason, code: finding.code, sentence, orders, amount };
}
