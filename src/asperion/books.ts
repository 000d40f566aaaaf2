/**
 * One administration's books, as the second door shows them. Puts together lists, look-ups and creates; decides nothing.
 */
import type {
  Article,
  Books,
  CreatedRecord,
  Debtor,
  DebtorKind,
  InvoiceTarget,
  MaySend,
  NewArticle,
  NewDebtor,
  PaymentCondition,
  SalesType,
  Searched,
  VatCode,
} from '../model/accounting.ts';
import type { AdministrationId, ArticleId, DebtorId } from '../model/ids.ts';
import type { AsperionApi, Query } from './call.ts';
import { createRecord } from './create.ts';
import { findByKey } from './find-by-key.ts';
import {
  ARTICLES_PATH,
  articlesWithCode,
  articlesWithId,
  articlesWithText,
  DEBTORS_PATH,
  debtorsWithNumber,
  debtorsWithText,
} from './keyed-lists.ts';
import { type ListRequest, readList, readPages } from './lists.ts';
import {
  articleRecord,
  debtorKindRecord,
  debtorRecord,
  paymentConditionRecord,
  salesTypeRecord,
  vatCodeRecord,
} from './records.ts';
import { searchList } from './search.ts';
import { openTarget } from './targets/open-target.ts';
import { articleBody, articleFromRecord, debtorBody, debtorFromRecord, vatCodeFromRecord } from './translate.ts';

const VAT_CODES = '/v1/vatcodes';
const PAYMENT_CONDITIONS = '/v1/paymentconditions';

export class AsperionBooks implements Books {
  readonly administrationId: AdministrationId;
  readonly target: InvoiceTarget;
  readonly #api: AsperionApi;

  constructor(api: AsperionApi, administrationId: AdministrationId) {
    this.#api = api;
    this.administrationId = administrationId;
    this.target = openTarget(api, administrationId);
  }

  async *readDebtors(): AsyncGenerator<readonly Debtor[], void, undefined> {
    for await (const page of readPages(this.#api, this.#list(DEBTORS_PATH, debtorRecord))) {
      yield page.rows.map(debtorFromRecord);
    }
  }

  async *readArticles(filter: {
    readonly salesTypeId: string | null;
  }): AsyncGenerator<readonly Article[], void, undefined> {
    const { salesTypeId } = filter;
    const list = this.#list(ARTICLES_PATH, articleRecord, salesTypeId === null ? {} : ofSalesType(salesTypeId));
    for await (const page of readPages(this.#api, list)) {
      const articles = page.rows.map(articleFromRecord);
      // Compared again: a filter that Asperion does not know is ignored, and its text filters find parts.
      yield articles.filter(
        (article) => article.isActive && (salesTypeId === null || article.salesTypeId === salesTypeId),
      );
    }
  }

  async readArticlesById(ids: ReadonlySet<ArticleId>): Promise<readonly Article[]> {
    return (await findByKey(this.#api, articlesWithId(this.administrationId), ids)).map(articleFromRecord);
  }

  async findDebtors(customerNumbers: readonly string[]): Promise<readonly Debtor[]> {
    const list = debtorsWithNumber(this.administrationId);
    return (await findByKey(this.#api, list, customerNumbers)).map(debtorFromRecord);
  }

  async findArticles(codes: readonly string[]): Promise<readonly Article[]> {
    return (await findByKey(this.#api, articlesWithCode(this.administrationId), codes)).map(articleFromRecord);
  }

  async findDebtorsWithText(text: string, limit: number): Promise<Searched<Debtor>> {
    const list = debtorsWithText(this.administrationId);
    const { rows, isCut } = await searchList(this.#api, list, text, limit);
    return { records: rows.map(debtorFromRecord), isCut };
  }

  async findArticlesWithText(text: string, limit: number): Promise<Searched<Article>> {
    const list = articlesWithText(this.administrationId);
    const { rows, isCut } = await searchList(this.#api, list, text, limit);
    const articles = rows.map(articleFromRecord);
    return { records: articles.filter((article) => article.isActive), isCut };
  }

  /** Sales types that are in use; a disabled one is not there. */
  async readSalesTypes(): Promise<readonly SalesType[]> {
    const rows = await readList(this.#api, this.#list(this.#api.connection.paths.salesTypes, salesTypeRecord));
    return rows.filter((row) => row.disabled !== true).map(({ id, description }) => ({ id, description }));
  }

  async readVatCodes(): Promise<readonly VatCode[]> {
    return (await readList(this.#api, this.#list(VAT_CODES, vatCodeRecord))).map(vatCodeFromRecord);
  }

  async readDebtorKinds(): Promise<readonly DebtorKind[]> {
    return readList(this.#api, this.#list(this.#api.connection.paths.debtorKinds, debtorKindRecord));
  }

  async readPaymentConditions(): Promise<readonly PaymentCondition[]> {
    return readList(this.#api, this.#list(PAYMENT_CONDITIONS, paymentConditionRecord));
  }

  async createDebtor(debtor: NewDebtor, maySend: MaySend): Promise<CreatedRecord<DebtorId>> {
    const made = await createRecord(this.#api, DEBTORS_PATH, this.administrationId, debtorBody(debtor), maySend);
    return { id: made.id as DebtorId, administrationId: made.administrationId };
  }

  async createArticle(article: NewArticle, maySend: MaySend): Promise<CreatedRecord<ArticleId>> {
    const made = await createRecord(this.#api, ARTICLES_PATH, this.administrationId, articleBody(article), maySend);
    return { id: made.id as ArticleId, administrationId: made.administrationId };
  }

  #list<Row>(path: string, schema: ListRequest<Row>['schema'], filter: Query = {}): ListRequest<Row> {
    return { path, filter, administrationId: this.administrationId, schema };
  }
}

/** @assumed The filter `SalesTypeId` of articles; one that is not known is ignored, which costs pages and no more. */
function ofSalesType(salesTypeId: string): Query {
  return { SalesTypeId: salesTypeId, SalesTypeId_comparison: 'Equals' };
}
