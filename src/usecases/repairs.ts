/**
 * What can be pressed about a cause, the main thing first. Knows no words and no screen.
 */
import type { Finding, WaitReason } from '../model/finding.ts';

export type Repair =
  | 'create-debtor'
  | 'link-debtor'
  | 'create-article'
  | 'link-article'
  | 'choose-hour-type'
  | 'choose-sales-type'
  | 'choose-vat'
  | 'open-in-outsmart'
  | 'open-in-asperion'
  | 'make-again'
  | 'skip'
  | 'retry';

const BY_REASON: Readonly<Record<WaitReason, readonly Repair[]>> = {
  'relatie-onbekend': ['create-debtor', 'link-debtor'],
  'relatie-geblokkeerd': ['open-in-asperion', 'skip'],
  'materiaal-onbekend': ['create-article', 'link-article'],
  'uursoort-onbekend': ['create-article', 'link-article'],
  'regel-zonder-artikelcode': ['open-in-outsmart', 'choose-sales-type'],
  'uren-zonder-uursoort': ['open-in-outsmart', 'choose-hour-type'],
  'geen-regels': ['open-in-outsmart', 'skip'],
  'btw-ontbreekt': ['choose-vat'],
  'waarde-onleesbaar': ['open-in-outsmart', 'retry'],
  'geweigerd-door-asperion': ['retry', 'skip'],
  'concept-verwijderd': ['make-again', 'skip'],
};

/** Where something stands in the way, by the first part of the reason or for every reason. */
const BY_OBSTACLE: Readonly<
  Record<string, { readonly debtor?: readonly Repair[]; readonly article?: readonly Repair[] }>
> = {
  'no-number': { debtor: ['open-in-outsmart', 'skip'] },
  'no-name': { debtor: ['open-in-outsmart', 'link-debtor'], article: ['open-in-outsmart', 'link-article'] },
  inactive: { article: ['open-in-asperion', 'link-article'] },
  debtorKindId: { debtor: ['link-debtor'] },
  paymentConditionId: { debtor: ['link-debtor'] },
  salesTypeId: { article: ['choose-sales-type', 'link-article'] },
  'not-in-outsmart': { article: ['link-article'] },
  'price-unreadable': { article: ['open-in-outsmart', 'link-article'] },
  'link-gone': { debtor: ['link-debtor'], article: ['link-article'] },
  'link-blocked': { debtor: ['link-debtor', 'open-in-asperion'] },
  'link-inactive': { article: ['link-article', 'open-in-asperion'] },
  'being-looked-up': { debtor: ['retry'], article: ['retry'] },
  'created-before': { debtor: ['link-debtor', 'retry'], article: ['link-article', 'retry'] },
};

/** What a finding about a record is about; null for one about the work order or the settings. */
export function kindOfRecord({ reason, field }: Pick<Finding, 'reason' | 'field'>): 'debtor' | 'article' | null {
  if (reason === 'relatie-onbekend' || reason === 'relatie-geblokkeerd') return 'debtor';
  if (reason === 'materiaal-onbekend' || reason === 'uursoort-onbekend') return 'article';
  return field === 'debtor' || field === 'article' ? field : null;
}

/**
 * The repairs of a cause of `count` work orders. Opening one work order is of no use for many, unless there is nothing
 * else; opening a record in Asperion only where it has a page.
 */
export function repairsOf(finding: Finding, count: number, hasPageInAsperion: boolean): Repair[] {
  const kind = kindOfRecord(finding);
  const inTheWay = kind === null ? undefined : BY_OBSTACLE[finding.obstacle]?.[kind];
  const all = inTheWay ?? BY_REASON[finding.reason];
  const possible = all.filter((repair) => repair !== 'open-in-asperion' || hasPageInAsperion);
  const others = possible.filter((repair) => repair !== 'open-in-outsmart');
  return count === 1 || others.length === 0 ? possible : others;
}

/** The code in Asperion of the record that stands in the way there; empty when there is none. */
export function codeInAsperion({ reason, obstacle, code, found }: Finding): string {
  if (obstacle === 'link-blocked' || obstacle === 'link-inactive') return found;
  return obstacle === 'inactive' || (reason === 'relatie-geblokkeerd' && obstacle === '') ? code : '';
}
