/**
 * Articles become materials, and those of one sales type become hour types instead when that is on (I2, I3).
 */

import { articleDestination } from '../mapping/article-destination.ts';
import { hourTypeFromArticle } from '../mapping/hour-type-from-article.ts';
import type { ImportOutcome } from '../mapping/import-notices.ts';
import { materialFromArticle } from '../mapping/material-from-article.ts';
import type { Article } from '../model/accounting.ts';
import type { HourTypeRecord, MaterialRecord } from '../model/field-service.ts';
import type { ArticleId } from '../model/ids.ts';
import type { Link } from '../store/links.ts';
import { type ImportItem, RecordImporter } from './record-importer.ts';
import type { RunContext } from './run-context.ts';

export type ArticleImport = 'materials' | 'hour-types';

/**
 * Imports the articles that become one of `wanted`, in one reading of the list. Hour types alone read only the articles of
 * their sales type. Faults of both systems end it; what was written stays written.
 */
export async function importArticles(context: RunContext, wanted: readonly ArticleImport[]): Promise<void> {
  const { books, settings, meter } = context;
  await meter.enter(wanted.includes('materials') ? 'articles' : 'hourtypes');
  const materials = wanted.includes('materials') ? materialImporter(context) : null;
  const hourTypes = wanted.includes('hour-types') && settings.hourTypesOn ? hourTypeImporter(context) : null;
  const filter = { salesTypeId: materials ? null : settings.hourSalesTypeId };
  try {
    for await (const page of books.readArticles(filter)) {
      if (materials) await materials.add(itemsFor(page, 'material', context, materialFromArticle));
      if (hourTypes) await hourTypes.add(itemsFor(page, 'hour-type', context, hourTypeFromArticle));
    }
    if (materials) await reportUnseen(context, materials, 'material');
    if (hourTypes) await reportUnseen(context, hourTypes, 'hour-type');
  } finally {
    await materials?.abandon();
    await hourTypes?.abandon();
  }
}

function materialImporter(context: RunContext): RecordImporter<MaterialRecord> {
  return new RecordImporter(context, {
    linkKind: 'material',
    countName: 'materials',
    keyOf: (record) => record.code,
    write: (records) => context.fieldService.writeMaterials(records),
  });
}

function hourTypeImporter(context: RunContext): RecordImporter<HourTypeRecord> {
  return new RecordImporter(context, {
    linkKind: 'hour-type',
    countName: 'hourtypes',
    keyOf: (record) => record.code,
    write: (records) => context.fieldService.writeHourTypes(records),
  });
}

function itemsFor<R>(
  page: readonly Article[],
  destination: 'material' | 'hour-type',
  { settings }: RunContext,
  map: (article: Article) => ImportOutcome<R>,
): ImportItem<R>[] {
  return page
    .filter((article) => articleDestination(article, settings) === destination)
    .map((article) => ({ sourceId: article.id, code: article.code, name: article.description, mapped: map(article) }));
}

/** An article that is no longer offered is inactive, became the other kind, or is gone; the difference takes a look. */
async function reportUnseen<R>(
  context: RunContext,
  importer: RecordImporter<R>,
  kind: 'material' | 'hour-type',
): Promise<void> {
  const unseen = await importer.finish();
  if (unseen.length === 0) return;
  const found = await context.books.readArticlesById(new Set(unseen.map((link) => link.sourceId as ArticleId)));
  const byId = new Map(found.map((article) => [article.id as string, article]));
  const state = (link: Link): 'inactive' | 'gone' | 'moved' | 'present' => {
    const article = byId.get(link.sourceId);
    if (!article) return 'gone';
    if (!article.isActive) return 'inactive';
    return articleDestination(article, context.settings) === kind ? 'present' : 'moved';
  };
  for (const kept of ['inactive', 'gone', 'moved'] as const) {
    await importer.report(
      unseen.filter((link) => state(link) === kept),
      kept,
    );
  }
}
