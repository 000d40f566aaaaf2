/**
 * Material or hour type (I3). Knows the rule and no records; whether that import is on is asked elsewhere.
 */
import { foldCode, isBlank } from '../kernel/text.ts';
import type { Article } from '../model/accounting.ts';
import type { Settings } from '../model/settings.ts';

export type ArticleDestination = 'material' | 'hour-type';

/** With Uursoorten on, articles of its sales type are hour types instead of materials; all others are materials. */
export function articleDestination(
  article: Pick<Article, 'salesTypeId'>,
  settings: Pick<Settings, 'hourTypesOn' | 'hourSalesTypeId'>,
): ArticleDestination {
  const { hourTypesOn, hourSalesTypeId } = settings;
  if (!hourTypesOn || hourSalesTypeId === null || isBlank(hourSalesTypeId)) return 'material';
  return foldCode(article.salesTypeId) === foldCode(hourSalesTypeId) ? 'hour-type' : 'material';
}
