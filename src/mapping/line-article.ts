/**
 * The article behind a line: one that Asperion has, one to create, or none. Shared by materials and hours, which match on
 * code alone; knows nothing of quantities.
 */
import { foldCode, oneLine } from '../kernel/text.ts';
import type { Article } from '../model/accounting.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { ArticleId } from '../model/ids.ts';
import type { RecordChoices } from '../model/record-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { Obstacle } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import { traced } from './origins.ts';
import type { PlannedArticle } from './proposed-article.ts';

/** What a line is judged by besides itself. */
export interface Surroundings {
  readonly settings: Settings;
  readonly knowledge: Knowledge;
  /** By folded code; see `planNewArticles`. */
  readonly newArticles: ReadonlyMap<string, PlannedArticle>;
}

/** An article that may be charged: known and active, or to be created. */
export type LineArticle =
  | {
      readonly kind: 'known';
      readonly article: Article;
      /** A person chose it for the code on the work order. */
      readonly isLinked: boolean;
    }
  | { readonly kind: 'new'; readonly planned: PlannedArticle };

export type LineArticleOutcome =
  | LineArticle
  | {
      readonly kind: 'none';
      readonly obstacle: Obstacle | '';
      /** The code that a person linked this one to; empty when it is not linked. */
      readonly found: string;
    };

/** What the line charges: an article or a sales type. */
export type LineTarget =
  | { readonly kind: 'article'; readonly code: Traced<string>; readonly articleId: ArticleId | null }
  | { readonly kind: 'salestype'; readonly salesTypeId: Traced<string> };

/**
 * The article with that code, or the one that a person chose for it. `propose` says what this line would have created; it is asked only when it may be
 * created and no line could supply an article, for the obstacle. An inactive article stands in the way of a new one.
 */
export function lineArticleOf(
  code: string,
  around: Surroundings,
  propose: () => PlannedArticle | Obstacle,
): LineArticleOutcome {
  const { articles, choices } = around.knowledge;
  const linked = choices.article.links.get(foldCode(code));
  if (linked !== undefined) return linkedArticle(articles.get(foldCode(linked)), linked);
  const article = articles.get(foldCode(code));
  if (article !== undefined) {
    return article.isActive
      ? { kind: 'known', article, isLinked: false }
      : { kind: 'none', obstacle: 'inactive', found: '' };
  }
  const planned = around.newArticles.get(foldCode(code));
  if (planned !== undefined) return { kind: 'new', planned };
  if (!mayCreateArticle(code, around.settings, choices)) return { kind: 'none', obstacle: '', found: '' };
  const proposal = propose();
  return { kind: 'none', obstacle: typeof proposal === 'string' ? proposal : '', found: '' };
}

function linkedArticle(article: Article | undefined, target: string): LineArticleOutcome {
  if (article?.isActive) return { kind: 'known', article, isLinked: true };
  return { kind: 'none', obstacle: article === undefined ? 'link-gone' : 'link-inactive', found: target };
}

/** Whether an article of that code may be created: in general, or on a person's word about this one. */
export function mayCreateArticle(code: string, settings: Settings, choices: RecordChoices): boolean {
  return settings.createMaterials || choices.article.creatable.has(foldCode(code));
}

/** Where the code of a line was found, and its text there. */
export interface WrittenCode {
  readonly source: 'work-order' | 'setting';
  readonly field: string;
  readonly written: string;
}

/** The line charges this article, under the code as Asperion spells it or will spell it. */
export function articleTarget(lineArticle: LineArticle, { source, field, written }: WrittenCode): LineTarget {
  const { code, salesTypeId } = lineArticle.kind === 'known' ? lineArticle.article : lineArticle.planned.article;
  const articleId = lineArticle.kind === 'known' ? lineArticle.article.id : null;
  const found = code === written ? {} : { found: written };
  if (lineArticle.kind === 'known' && lineArticle.isLinked) {
    const detail = { ...found, rule: 'code.linked', parameters: { code: written.trim() } } as const;
    return { kind: 'article', code: traced(code, source, field, detail), articleId };
  }
  if (source === 'setting') {
    return { kind: 'article', code: traced(code, source, field, { ...found, rule: 'hour-type.default' }), articleId };
  }
  const rule =
    lineArticle.kind === 'known'
      ? ({ rule: 'code.matched' } as const)
      : ({ rule: 'code.new-article', parameters: { salesTypeId } } as const);
  return { kind: 'article', code: traced(code, source, field, { ...found, ...rule }), articleId };
}

/** The description of the article on one line; empty when there is none. */
export function descriptionOf(outcome: LineArticleOutcome | null): string {
  if (outcome === null || outcome.kind === 'none') return '';
  return oneLine(outcome.kind === 'known' ? outcome.article.description : outcome.planned.article.description);
}

/** The unit of an article that Asperion has; null when there is none. */
export function unitOfArticle(outcome: LineArticleOutcome | null): Traced<string> | null {
  if (outcome?.kind !== 'known') return null;
  const { code } = outcome.article;
  const unit = oneLine(outcome.article.unit);
  if (unit === '') return null;
  return traced(unit, 'asperion', `article ${code} unit`, { rule: 'unit.article', parameters: { code } });
}
