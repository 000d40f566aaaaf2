/**
 * Learns what mapping needs to know about the work orders at hand, in as few calls as the door can manage.
 */
import { foldCode } from '../kernel/text.ts';
import { codesNeeded } from '../mapping/codes-needed.ts';
import { articlesByCode, debtorsByNumber, hourTypesByCode, type Knowledge } from '../mapping/knowledge.ts';
import type { Article, Books, Debtor } from '../model/accounting.ts';
import type { FieldService } from '../model/field-service.ts';
import type { RecordChoices } from '../model/record-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';

/** Reads debtors, articles, VAT codes, sales types and hour types for these work orders, as they are now. */
export async function lookUpKnowledge(
  doors: { readonly books: Books; readonly fieldService: FieldService },
  settings: Settings,
  choices: RecordChoices,
  workOrders: readonly WorkOrder[],
): Promise<Knowledge> {
  const numbers = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const workOrder of workOrders) {
    const needed = codesNeeded(workOrder, settings, choices);
    for (const number of needed.debtorNumbers) numbers.set(foldCode(number), number);
    for (const code of needed.articleCodes) codes.set(foldCode(code), code);
  }
  const hasHours = workOrders.some((workOrder) => workOrder.workPeriods.length > 0);
  const [debtors, articles, vatCodes, salesTypes, hourTypes] = await Promise.all([
    doors.books.findDebtors([...numbers.values()]),
    doors.books.findArticles([...codes.values()]),
    doors.books.readVatCodes(),
    settings.salesTypeId === null ? [] : doors.books.readSalesTypes(),
    hasHours ? doors.fieldService.readHourTypes() : [],
  ]);
  return {
    debtors: debtorsByNumber(debtors),
    articles: articlesByCode(articles),
    vatCodes,
    salesTypes,
    hourTypes: hourTypesByCode(hourTypes),
    choices,
  };
}

/** What was created while the run goes on, on top of what was looked up. */
export class GrowingKnowledge {
  #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  get current(): Knowledge {
    return this.#knowledge;
  }

  addDebtor(debtor: Debtor): void {
    this.#knowledge = {
      ...this.#knowledge,
      debtors: new Map(this.#knowledge.debtors).set(foldCode(debtor.customerNumber), debtor),
    };
  }

  addArticle(article: Article): void {
    this.#knowledge = {
      ...this.#knowledge,
      articles: new Map(this.#knowledge.articles).set(foldCode(article.code), article),
    };
  }
}
