/**
 * How long a work period lasted and what that is on the invoice. Counts whole minutes; knows nothing of prices or articles.
 */

import type { Decimal } from '../kernel/decimal.ts';
import { hoursFromMinutes } from '../kernel/decimal.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { ReadValue, WorkPeriod } from '../model/work-order.ts';
import { traced } from './origins.ts';

const MINUTES_PER_DAY = 24 * 60;

/** One member of the period that stands in the way, with its text; empty when it is missing. */
interface UnreadableTime {
  readonly field: string;
  readonly found: string;
}

/** Begin and end when the time comes from them. */
interface Span {
  readonly begin: string;
  readonly end: string;
  readonly breakMinutes: number;
}

export type WorkedTime =
  | { readonly kind: 'minutes'; readonly minutes: number; readonly text: string; readonly span: Span | null }
  | { readonly kind: 'unreadable'; readonly members: readonly UnreadableTime[] };

/**
 * The minutes worked: the total time when there is one, `00:00` included; else end - begin - break, past midnight allowed,
 * never below 0. Begin, end and break matter only without a total time.
 */
export function workedTime(period: WorkPeriod): WorkedTime {
  const total = period.totalMinutes;
  if (total.kind === 'value') return { kind: 'minutes', minutes: total.value, text: total.text, span: null };
  if (total.kind === 'unreadable') {
    return { kind: 'unreadable', members: [{ field: fieldOf(period, 'TotalTime'), found: total.text }] };
  }
  return timeFromSpan(period);
}

function timeFromSpan(period: WorkPeriod): WorkedTime {
  const { beginMinutes: begin, endMinutes: end, breakMinutes: pause } = period;
  if (begin.kind === 'value' && end.kind === 'value' && pause.kind !== 'unreadable') {
    const breakMinutes = pause.kind === 'value' ? pause.value : 0;
    const pastMidnight = end.value < begin.value ? MINUTES_PER_DAY : 0;
    const minutes = Math.max(0, end.value + pastMidnight - begin.value - breakMinutes);
    return { kind: 'minutes', minutes, text: '', span: { begin: begin.text, end: end.text, breakMinutes } };
  }
  const members = [
    ...unreadableMember(period, 'BeginTime', begin),
    ...unreadableMember(period, 'EndTime', end),
    ...unreadableMember(period, 'Break', pause),
  ];
  const isMissing = begin.kind === 'empty' || end.kind === 'empty';
  const missing = isMissing ? [{ field: fieldOf(period, 'TotalTime'), found: '' }] : [];
  return { kind: 'unreadable', members: [...missing, ...members] };
}

function unreadableMember(period: WorkPeriod, member: string, read: ReadValue<number>): UnreadableTime[] {
  return read.kind === 'unreadable' ? [{ field: fieldOf(period, member), found: read.text }] : [];
}

function fieldOf(period: WorkPeriod, member: string): string {
  return `Workperiods[${period.index}].${member}`;
}

/** Minutes up to the next multiple of the step; unchanged without a step. */
export function roundUpMinutes(minutes: number, stepMinutes: number | null): number {
  return stepMinutes === null ? minutes : Math.ceil(minutes / stepMinutes) * stepMinutes;
}

/** The hours to invoice, rounded up per line (E6) and then half up to 2 decimals, with how they came about. */
export function invoicedHours(
  period: WorkPeriod,
  time: WorkedTime & { readonly kind: 'minutes' },
  stepMinutes: number | null,
): Traced<Decimal> {
  const roundedMinutes = roundUpMinutes(time.minutes, stepMinutes);
  const rounding = stepMinutes === null ? {} : { stepMinutes: `${stepMinutes}`, roundedMinutes: `${roundedMinutes}` };
  const hours = hoursFromMinutes(roundedMinutes);
  const minutes = `${time.minutes}`;
  if (time.span === null) {
    const rule = stepMinutes === null ? 'hours.from-total-time' : 'hours.rounded-up';
    const detail = { found: time.text, rule, parameters: { minutes, ...rounding } } as const;
    return traced(hours, 'work-order', fieldOf(period, 'TotalTime'), detail);
  }
  const { begin, end, breakMinutes } = time.span;
  const rule = stepMinutes === null ? 'hours.from-begin-and-end' : 'hours.from-begin-and-end-rounded-up';
  const parameters = { minutes, ...rounding, begin, end, breakMinutes: `${breakMinutes}` };
  return traced(hours, 'work-order', fieldOf(period, 'BeginTime'), { rule, parameters });
}

/** Minutes as people write them: `1:30`. */
export function minutesText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
