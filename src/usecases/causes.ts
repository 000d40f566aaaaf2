/**
 * Waiting work orders by what makes them wait: one cause, one row, one repair that frees them all (product.md 5.4).
 */
import { decimalText } from '../kernel/decimal.ts';
import type { Finding } from '../model/finding.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import type { CauseKey, Tally } from '../store/work-order-lists.ts';
import type { ForeignPages } from './foreign-pages.ts';
import type { Language } from './language.ts';
import { codeInAsperion, kindOfRecord, type Repair, repairsOf } from './repairs.ts';
import { causeWords } from './sentences-causes.ts';
import { isWaitReason } from './sentences-reasons.ts';

export interface Cause {
  readonly causeId: string;
  readonly reason: string;
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly tally: TallyText;
  readonly repairs: Repair[];
  readonly asperionUrl: string | null;
}

/** The amount exactly, as text. */
export interface TallyText {
  readonly count: number;
  readonly amount: string;
}

export function tallyText({ count, amount }: Tally): TallyText {
  return { count, amount: decimalText(amount) };
}

/** Where causes are shown. */
export interface CauseView {
  readonly pages: ForeignPages;
  /** Null before settings were saved. */
  readonly administrationId: AdministrationId | null;
  readonly language: Language;
}

/** Most money first. A work order with several causes counts under each. */
export async function causesOf(account: AccountStore, pages: ForeignPages, language: Language): Promise<Cause[]> {
  const [causes, saved] = await Promise.all([account.orderLists.causes(), account.settings.current()]);
  const administrationId = (saved?.value.administrationId ?? null) as AdministrationId | null;
  return causes
    .filter(({ finding }) => isWaitReason(finding.reason))
    .map(({ finding, tally, orderNumber }) =>
      causeOf(finding, tally, orderNumber, { pages, administrationId, language }),
    );
}

/** One cause of so many work orders, of which one has that number. */
export function causeOf(finding: Finding, tally: Tally, orderNumber: string, view: CauseView): Cause {
  const code = codeInAsperion(finding);
  const kind = kindOfRecord(finding);
  const { administrationId, pages } = view;
  const isThere = code !== '' && kind !== null && administrationId !== null;
  const asperionUrl = isThere ? pages.record(administrationId, kind, code) : null;
  return {
    causeId: causeIdOf(finding),
    reason: finding.reason,
    code: finding.code,
    name: finding.name,
    ...causeWords(finding, tally.count, orderNumber, view.language),
    tally: tallyText(tally),
    repairs: repairsOf(finding, tally.count, asperionUrl !== null),
    asperionUrl,
  };
}

/** `materiaal-onbekend:4711`. */
export function causeIdOf({ reason, causeKey }: CauseKey): string {
  return `${reason}:${causeKey}`;
}

/** Null for a text that names no cause. */
export function causeKeyOf(causeId: string): CauseKey | null {
  const [reason = '', ...rest] = causeId.split(':');
  return rest.length > 0 && isWaitReason(reason) ? { reason, causeKey: rest.join(':') } : null;
}
