/**
 * Makes the findings and notices of one work order. Knows their shape and when two are the same, not when they apply.
 */
import { foldCode } from '../kernel/text.ts';
import type { Finding, Notice, NoticeCode, WaitReason } from '../model/finding.ts';

/** Why creating or choosing was no way out: the values of `Finding.obstacle`, besides the empty text. */
export const OBSTACLES = {
  'no-number': 'the work order holds no debtor number at all, so there is nothing to look up or to create under',
  'no-name': 'there is no name to create the debtor, article or hour type with',
  inactive: 'the article exists but is inactive; none is created beside it',
  debtorKindId: 'creating is on, but no default debtor kind is set',
  paymentConditionId: 'creating is on, but no default payment condition is set',
  salesTypeId: 'creating is on, but no default sales type is set',
  'not-in-outsmart': 'OutSmart does not know the hour type either, so there is no name or price to create it with',
  'price-unreadable': 'the price of the hour type in OutSmart is no number',
  'vat-unknown': 'the chosen VAT code does not exist in the administration',
  'vat-not-for-sales': 'the chosen VAT code is not for sales',
  'vat-not-valid': 'the chosen VAT code is not valid on the day of export',
  'link-gone': 'a person linked the code to a record that Asperion does not have any more; `found` names it',
  'link-blocked': 'a person linked the number to a debtor that is blocked; `found` names it',
  'link-inactive': 'a person linked the code to an article that is inactive; `found` names it',
} as const;

export type Obstacle = keyof typeof OBSTACLES;

/** What is known of a finding; all that is left out is empty. */
export interface FindingDetail {
  readonly field: string;
  readonly code?: string;
  readonly name?: string;
  readonly found?: string;
  readonly obstacle?: Obstacle | '';
}

/** A finding whose cause is this work order alone. */
export function finding(reason: WaitReason, detail: FindingDetail): Finding {
  const { field, code = '', name = '', found = '', obstacle = '' } = detail;
  return { reason, causeKey: '', field, code, name, found, obstacle, messages: [] };
}

/** A finding about a record that other work orders may wait for as well: its code, folded, makes them one cause. */
export function findingAbout(reason: WaitReason, code: string, detail: Omit<FindingDetail, 'code'>): Finding {
  return { ...finding(reason, { ...detail, code }), causeKey: foldCode(code) };
}

/** The same record once: the first finding of each reason and cause, or of each field when the cause is this work order. */
export function eachOnce(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ reason, causeKey, field }) => {
    const key = JSON.stringify([reason, causeKey, causeKey === '' ? field : '']);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Something worth saying that makes nobody wait. */
export function notice(code: NoticeCode, field: string, parameters: Readonly<Record<string, string>>): Notice {
  return { code, field, parameters };
}
