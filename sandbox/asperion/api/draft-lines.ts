// Reads the lines of a draft invoice or sales order. An article line needs an existing active article, a sales-type
// line an existing sales type, a text line a description and nothing that could be added up. VAT comes from the line's
// own code, else from the sales type. Must not know the header.
import type { Books } from '../books/administration-books.ts';
import type { Article, DraftLine, SalesType, VatCode } from '../books/records.ts';
import { lineAmount, type TaxedAmount } from '../books/totals.ts';
import type { BodyReader } from './body-reader.ts';
import { say, sayAbout } from './messages.ts';

/** A line before it has an id, with what it counts for in the totals; null for a text line. */
export interface ReadLine {
  readonly line: Omit<DraftLine, 'id'>;
  readonly taxed: TaxedAmount | null;
}

const NOT_ON_TEXT_LINES = ['articleId', 'salesTypeId', 'quantity', 'price', 'discountPercentage', 'vatCode'] as const;

/** All lines of `lines._data`; what is wrong is refused on the reader. `day` is the day on which VAT codes must hold. */
export function readDraftLines(books: Books, reader: BodyReader, day: string): ReadLine[] {
  const items = reader.items('lines');
  if (items.length === 0) reader.refuse('lines', say.noLines);
  return items.map((item) => {
    switch (item.text('lineType')) {
      case 'Text':
        return textLine(item);
      case 'Article':
        return articleLine(books, item, day);
      case 'SalesType':
        return salesTypeLine(books, item, day);
      default:
        item.refuse('lineType', say.unknownLineType);
        return textLine(item);
    }
  });
}

function textLine(item: BodyReader): ReadLine {
  for (const name of NOT_ON_TEXT_LINES) if (item.has(name)) item.refuse(name, say.notUsedHere);
  const line = {
    lineType: 'Text',
    articleId: null,
    salesTypeId: null,
    description: item.requiredText('description'),
    quantity: null,
    unit: null,
    price: null,
    discountPercentage: null,
    vatCode: null,
    costCenterId: null,
    amount: null,
  } as const;
  return { line, taxed: null };
}

function articleLine(books: Books, item: BodyReader, day: string): ReadLine {
  const articleId = item.requiredInteger('articleId');
  const article = books.articles.get(articleId);
  if (item.has('articleId')) {
    if (article === undefined) item.refuse('articleId', sayAbout.unknown(articleId));
    else if (!article.isActive) item.refuse('articleId', sayAbout.inactive(article.code));
  }
  if (item.has('salesTypeId')) item.refuse('salesTypeId', say.notUsedHere);
  const salesType = article === undefined ? undefined : books.salesTypes.get(article.salesTypeId);
  return priced(books, item, day, { lineType: 'Article', article, salesType });
}

function salesTypeLine(books: Books, item: BodyReader, day: string): ReadLine {
  const salesTypeId = item.requiredText('salesTypeId');
  const salesType = books.salesTypes.get(salesTypeId);
  if (salesTypeId !== '') {
    if (salesType === undefined) item.refuse('salesTypeId', sayAbout.unknown(salesTypeId));
    else if (salesType.disabled) item.refuse('salesTypeId', sayAbout.inactive(salesTypeId));
  }
  if (item.has('articleId')) item.refuse('articleId', say.notUsedHere);
  return priced(books, item, day, { lineType: 'SalesType', article: undefined, salesType });
}

interface Sold {
  readonly lineType: 'Article' | 'SalesType';
  readonly article: Article | undefined;
  readonly salesType: SalesType | undefined;
}

function priced(books: Books, item: BodyReader, day: string, { lineType, article, salesType }: Sold): ReadLine {
  const quantity = item.requiredNumber('quantity');
  const price = article !== undefined && !item.has('price') ? article.salesPrice : item.requiredNumber('price');
  const discountPercentage = readDiscount(item);
  const vatCode = readVatCode(books, item, salesType, day);
  const amount = lineAmount(quantity, price, discountPercentage);
  const line = {
    lineType,
    articleId: article?.id ?? null,
    salesTypeId: lineType === 'SalesType' ? (salesType?.id ?? null) : null,
    description: item.text('description') ?? article?.description ?? salesType?.description ?? '',
    quantity,
    unit: item.text('unit') ?? article?.unit ?? null,
    price,
    discountPercentage,
    vatCode: vatCode?.id ?? null,
    costCenterId: readCostCenter(books, item),
    amount,
  };
  return { line, taxed: { amount, vatCode: vatCode?.id ?? '', percentage: vatCode?.percentage ?? 0 } };
}

function readDiscount(item: BodyReader): number {
  const discount = item.number('discountPercentage') ?? 0;
  if (discount < 0 || discount > 100) item.refuse('discountPercentage', say.discountRange);
  return discount;
}

function readVatCode(books: Books, item: BodyReader, salesType: SalesType | undefined, day: string) {
  const code = item.text('vatCode') || salesType?.vatCode || null;
  if (code !== null) return usableVatCode(books, item, code, day);
  if (!item.has('vatCode')) item.refuse('vatCode', say.required);
  return undefined;
}

/** The VAT code when it exists, is for sales and holds on that day; else refused as `vatCode`. */
export function usableVatCode(books: Books, reader: BodyReader, code: string, day: string): VatCode | undefined {
  const vatCode = books.vatCodes.get(code);
  if (vatCode === undefined) reader.refuse('vatCode', sayAbout.unknown(code));
  else if (!vatCode.salesCode) reader.refuse('vatCode', sayAbout.notForSales(code));
  else if (!isValidOn(vatCode, day)) reader.refuse('vatCode', sayAbout.notValidOn(code, day));
  return vatCode;
}

function isValidOn(vatCode: VatCode, day: string): boolean {
  const from = vatCode.validFrom?.slice(0, 10) ?? '';
  const until = vatCode.validUntil?.slice(0, 10) ?? '9999-12-31';
  return from <= day && day <= until;
}

/** An existing cost centre or none. */
export function readCostCenter(books: Books, item: BodyReader): number | null {
  const costCenterId = item.integer('costCenterId');
  if (costCenterId !== null && books.costCenters.get(costCenterId) === undefined) {
    item.refuse('costCenterId', sayAbout.unknown(costCenterId));
  }
  return costCenterId;
}
