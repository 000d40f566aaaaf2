// Articles: list (active ones unless asked otherwise), read, create, change. The code is unique, also among inactive
// articles; stock cannot be written. Must not know of invoices.
import { wireMoment } from '../books/dates.ts';
import type { Article } from '../books/records.ts';
import { BodyReader, objectBody } from './body-reader.ts';
import { type Call, visibleFromMs } from './call.ts';
import { answerDryRun, answerList, answerOne, type ListShape } from './listing.ts';
import { say, sayAbout } from './messages.ts';
import { existing, type Resource } from './resource.ts';

const shape: ListShape<Article> = {
  path: 'articles',
  rows: (books) => books.articles,
  businessKey: 'Code',
  isActive: (article) => article.isActive,
  present: (article) => article,
  filters: {
    Id: { kind: 'integer', read: (article) => article.id },
    Code: { kind: 'text', read: (article) => article.code },
    Description: { kind: 'text', read: (article) => article.description },
    Unit: { kind: 'text', read: (article) => article.unit },
    SalesTypeId: { kind: 'text', read: (article) => article.salesTypeId },
    SalesPrice: { kind: 'number', read: (article) => article.salesPrice },
    EanCode1: { kind: 'text', read: (article) => article.eanCode1 },
    EanCode2: { kind: 'text', read: (article) => article.eanCode2 },
    IsStockArticle: { kind: 'boolean', read: (article) => article.isStockArticle },
  },
};

/** The resource at /v1/articles. */
export const articles: Resource = {
  path: shape.path,
  list: (call) => answerList(call, shape),
  read: (call, id) => answerOne(call, shape, existing(call, shape, id)),
  create(call, body, { validateOnly }) {
    const fields = readArticle(call, new BodyReader(objectBody(body)), undefined);
    if (validateOnly) return answerDryRun(call, fields);
    const article: Article = { id: call.store.next('articles'), ...fields };
    call.books.articles.put(article, visibleFromMs(call));
    return answerOne(call, shape, article);
  },
  update(call, id, body, { merge, validateOnly }) {
    const known = existing(call, shape, id);
    const sent = objectBody(body);
    const fields = readArticle(call, new BodyReader(merge ? { ...known, ...sent } : sent), known);
    const article: Article = { id: known.id, ...fields, dateLastChange: wireMoment(call.clock.now()) };
    if (!validateOnly) call.books.articles.put(article);
    return answerOne(call, shape, article);
  },
};

function readArticle(call: Call, reader: BodyReader, known: Article | undefined): Omit<Article, 'id'> {
  const currentStock = known?.currentStock ?? 0;
  const salesPrice = reader.number('salesPrice') ?? 0;
  const fields = {
    code: reader.requiredText('code'),
    description: reader.requiredText('description'),
    longDescription: reader.text('longDescription'),
    unit: reader.text('unit'),
    salesTypeId: reader.requiredText('salesTypeId'),
    salesPrice,
    grossSalesPrice: reader.number('grossSalesPrice') ?? salesPrice,
    purchasePrice: reader.number('purchasePrice') ?? 0,
    priceFactor: reader.number('priceFactor') ?? 1,
    eanCode1: reader.text('eanCode1'),
    eanCode2: reader.text('eanCode2'),
    isStockArticle: reader.boolean('isStockArticle') ?? false,
    currentStock,
    isActive: reader.boolean('isActive') ?? true,
    dateLastChange: known?.dateLastChange ?? null,
  };
  if ((reader.number('currentStock') ?? currentStock) !== currentStock) reader.refuse('currentStock', say.readOnly);
  const holder = call.books.articles.byBusinessKey(fields.code);
  if (fields.code !== '' && holder !== undefined && holder.id !== known?.id) {
    reader.refuse('code', sayAbout.taken(fields.code));
  }
  checkSalesType(call, reader, fields.salesTypeId);
  reader.finish();
  return fields;
}

function checkSalesType(call: Call, reader: BodyReader, salesTypeId: string): void {
  if (salesTypeId === '') return;
  const salesType = call.books.salesTypes.get(salesTypeId);
  if (salesType === undefined) reader.refuse('salesTypeId', sayAbout.unknown(salesTypeId));
  else if (salesType.disabled) reader.refuse('salesTypeId', sayAbout.inactive(salesTypeId));
}
