/**
 * How a work order stands: its state, why it waits and what to do about it, and what is worth knowing beside its invoice.
 * Must not know where they are shown or which buttons stand beside them.
 */
import type { Finding, Notice, NoticeCode, WaitReason } from '../model/finding.ts';
import type { WorkOrderState } from '../model/work-order-state.ts';
import type { Language } from './language.ts';
import { englishReasons } from './sentences-reasons-en.ts';
import { dutchReasons, type FindingObstacle, type Reason, type ReasonTexts } from './sentences-reasons-nl.ts';

const TEXTS: Readonly<Record<Language, ReasonTexts>> = { nl: dutchReasons, en: englishReasons };

/** The reason in two halves; without a work order it speaks of "de werkbon". */
export function reasonOf(finding: Finding, workOrder?: { readonly number: string }, language: Language = 'nl'): Reason {
  const texts = TEXTS[language];
  const words = isKnownObstacle(finding.obstacle) ? texts.obstacles[finding.obstacle] : texts.reasons[finding.reason];
  return words(finding, texts.workOrder(workOrder?.number.trim() ?? ''));
}

/** What is wrong with which record, and what to do: two short sentences. */
export function findingSentence(
  finding: Finding,
  workOrder?: { readonly number: string },
  language: Language = 'nl',
): string {
  const { what, act } = reasonOf(finding, workOrder, language);
  return `${what}. ${act}`;
}

/** True for a stored text that is a reason of this version of the program. */
export function isWaitReason(reason: string): reason is WaitReason {
  return Object.hasOwn(dutchReasons.reasons, reason);
}

function isKnownObstacle(obstacle: string): obstacle is FindingObstacle {
  return Object.hasOwn(dutchReasons.obstacles, obstacle);
}

/** The word of a state, the same on every screen. */
export function stateWord(state: WorkOrderState, language: Language = 'nl'): string {
  return TEXTS[language].states[state];
}

/** Something worth knowing beside an invoice that does go. */
export function noticeSentence({ code, parameters }: Notice, language: Language = 'nl'): string {
  return TEXTS[language].notices[code](parameters);
}

/** True for a stored text that is a notice of this version of the program. */
export function isNoticeCode(code: string): code is NoticeCode {
  return Object.hasOwn(dutchReasons.notices, code);
}
