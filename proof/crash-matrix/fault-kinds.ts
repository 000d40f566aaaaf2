/**
 * What goes wrong besides the kill. A fault strikes one call of the export that changes something; which of them is told by
 * the point's number, so that a cell of one name is always the same.
 */
import type { FaultRule } from '#sandbox/kit/faults.ts';
import type { Systems } from './company.ts';
import type { CrashPoint } from './crash-points.ts';

export const faultNames = [
  'none',
  'answer-lost',
  'error-after-work',
  'slow',
  'duplicate-worker',
  'manual-and-automatic',
  'late-visibility',
] as const;

export type FaultName = (typeof faultNames)[number];

/** The program's longest wait for an answer, in these attacks. */
export const TIMEOUT_MS = 900;
/** The call is carried out after its caller gave up. */
const SLOW_MS = 1_300;
/** By the sandbox's clock: later than the first cycle after a kill, sooner than anybody may conclude that it is absent. */
const LATE_VISIBILITY_MS = 45_000;
/** Makes an export last long enough for a second one to meet it. */
const LATENCY_MS = 100;

interface StruckCall {
  readonly system: 'outsmart' | 'asperion';
  readonly method: string;
  readonly path: string;
  /** How many such calls pass unharmed first. */
  readonly skip: number;
}

const STRUCK_CALLS: readonly StruckCall[] = [
  { system: 'asperion', method: 'POST', path: '/v1/draftsalesinvoiceswithlines', skip: 0 },
  { system: 'asperion', method: 'POST', path: '/v1/debtors', skip: 0 },
  { system: 'outsmart', method: 'GET', path: 'update_status=true', skip: 0 },
  { system: 'asperion', method: 'POST', path: '/v1/articles', skip: 0 },
  { system: 'asperion', method: 'POST', path: '/v1/draftsalesinvoiceswithlines', skip: 1 },
];

const RULES: Partial<Record<FaultName, FaultRule>> = {
  'answer-lost': { kind: 'drop-after' },
  'error-after-work': { kind: 'status', status: 503, afterWork: true },
  slow: { kind: 'delay', delayMs: SLOW_MS },
};

/** The program that is attacked, and whether another works beside it and is not killed. */
export interface Attackers {
  readonly attacked: 'sync' | 'serve';
  readonly hasSecond: boolean;
}

export function attackersOf(fault: FaultName): Attackers {
  if (fault === 'manual-and-automatic') return { attacked: 'serve', hasSecond: true };
  return { attacked: 'sync', hasSecond: fault === 'duplicate-worker' };
}

/** Puts the fault in force, before anything runs. */
export function strike(fault: FaultName, { outsmart, asperion }: Systems, point: CrashPoint | null): void {
  const rule = RULES[fault];
  if (rule) {
    const { system, ...call } = STRUCK_CALLS[(point?.number ?? 0) % STRUCK_CALLS.length] as StruckCall;
    (system === 'asperion' ? asperion : outsmart).control.faults.add({ ...rule, ...call });
  }
  if (fault === 'late-visibility') asperion.control.settings.lateVisibilityMs = LATE_VISIBILITY_MS;
  if (attackersOf(fault).hasSecond) {
    asperion.control.settings.latencyMs = LATENCY_MS;
    outsmart.control.settings.latencyMs = LATENCY_MS;
  }
}
