/**
 * Which articles would have to be created for one work order (E5), each code once. Only proposes: whether they are created
 * depends on everything else of the work order.
 */
import { foldCode } from '../kernel/text.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { Obstacle } from './findings.ts';
import { chargedPeriods, hourTypeCodeOf } from './hours-lines.ts';
import type { Knowledge } from './knowledge.ts';
import { mayCreateArticle } from './line-article.ts';
import { chargedMaterials } from './material-lines.ts';
import type { PlannedArticle } from './proposed-article.ts';
import { proposalOfHourType, proposalOfMaterial } from './proposed-article.ts';

/** A line that needs an article of this code, as written on the work order. */
interface CodeUse {
  readonly code: string;
  /** What would be created for this line, or why nothing can be. */
  readonly proposal: PlannedArticle | Obstacle;
}

/**
 * The articles to create, by folded code, in the order of the work order. A code in two spellings is one article, spelled as
 * first seen, made of the first line that can supply one. None for a code that may not be created, that Asperion has, active or
 * not, or that a person linked to another.
 */
export function planNewArticles(
  workOrder: WorkOrder,
  settings: Settings,
  knowledge: Knowledge,
): ReadonlyMap<string, PlannedArticle> {
  const { choices } = knowledge;
  const planned = new Map<string, PlannedArticle>();
  const spelling = new Map<string, string>();
  for (const { code, proposal } of codeUses(workOrder, settings, knowledge)) {
    const key = foldCode(code);
    if (key === '' || knowledge.articles.has(key) || choices.article.links.has(key)) continue;
    if (!mayCreateArticle(code, settings, choices)) continue;
    const asFirstSeen = spelling.get(key) ?? code;
    spelling.set(key, asFirstSeen);
    if (typeof proposal === 'string' || planned.has(key)) continue;
    planned.set(key, { ...proposal, article: { ...proposal.article, code: asFirstSeen } });
  }
  return planned;
}

function codeUses(workOrder: WorkOrder, settings: Settings, knowledge: Knowledge): CodeUse[] {
  const materials = chargedMaterials(workOrder).map((line) => ({
    code: line.code.trim(),
    proposal: proposalOfMaterial(line, settings),
  }));
  const periods = chargedPeriods(workOrder).map((period) => {
    const code = hourTypeCodeOf(period, settings);
    return { code, proposal: proposalOfHourType(code, settings, knowledge.hourTypes) };
  });
  return [...materials, ...periods];
}
