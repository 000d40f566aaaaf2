/**
 * Creates debtors and articles that a work order needs (E5), by the same rule as invoices: intent, look-up, create, store.
 * Several work orders that need the same one share one creation.
 */

import { decimalText } from '../kernel/decimal.ts';
import { isFault } from '../kernel/fault.ts';
import { foldCode } from '../kernel/text.ts';
import type { CreatedRecord, NewArticle, NewDebtor } from '../model/accounting.ts';
import type { ArticleId, DebtorId } from '../model/ids.ts';
import type { Intent, NewIntent, Settlement } from '../store/intents.ts';
import type { GrowingKnowledge } from './look-up-knowledge.ts';
import type { RunContext } from './run-context.ts';
import { sendWithin } from './send-within.ts';
import { stopForWrongAdministration } from './wrong-administration.ts';

/** Why a record could not be created, for the finding of the work orders that need it. */
export interface NotCreated {
  readonly kind: 'debtor' | 'article';
  readonly code: string;
  readonly name: string;
  /** `being-looked-up`, `created-before` or `refused`. */
  readonly obstacle: string;
  readonly messages: readonly string[];
}

type Creation = NotCreated | null;

export class MissingRecords {
  readonly #context: RunContext;
  readonly #knowledge: GrowingKnowledge;
  readonly #creations = new Map<string, Promise<Creation>>();

  constructor(context: RunContext, knowledge: GrowingKnowledge) {
    this.#context = context;
    this.#knowledge = knowledge;
  }

  /** Creates the debtor unless it was in this run. Null when it is there now. Faults that stop the run are thrown. */
  debtor(debtor: NewDebtor): Promise<Creation> {
    return this.#once(`debtor ${foldCode(debtor.customerNumber)}`, async () => {
      const intent = {
        kind: 'debtor' as const,
        code: debtor.customerNumber,
        name: debtor.name,
        request: { ...debtor },
      };
      return this.#create<DebtorId>(
        intent,
        (maySend) => this.#context.books.createDebtor(debtor, maySend),
        (id) =>
          this.#knowledge.addDebtor({
            id,
            customerNumber: debtor.customerNumber,
            name: debtor.name,
            address: debtor.address,
            postCode: debtor.postCode,
            city: debtor.city,
            countryCode: debtor.countryCode,
            attentionTo: debtor.attentionTo,
            phoneNumber: debtor.phoneNumber,
            mobileNumber: '',
            emailAddress: debtor.emailAddress,
            cocNumber: '',
            vatNumber: '',
            isBlocked: false,
          }),
      );
    });
  }

  /** Creates the article unless it was in this run. Null when it is there now. Faults that stop the run are thrown. */
  article(article: NewArticle): Promise<Creation> {
    return this.#once(`article ${foldCode(article.code)}`, async () => {
      const request = { ...article, salesPrice: decimalText(article.salesPrice) };
      const intent = { kind: 'article' as const, code: article.code, name: article.description, request };
      return this.#create<ArticleId>(
        intent,
        (maySend) => this.#context.books.createArticle(article, maySend),
        (id) =>
          this.#knowledge.addArticle({
            id,
            code: article.code,
            description: article.description,
            unit: article.unit,
            salesTypeId: article.salesTypeId,
            salesPrice: article.salesPrice,
            eanCode: '',
            isActive: true,
          }),
      );
    });
  }

  #once(key: string, create: () => Promise<Creation>): Promise<Creation> {
    const going = this.#creations.get(key) ?? create();
    this.#creations.set(key, going);
    return going;
  }

  async #create<Id extends string>(
    what: { kind: 'debtor' | 'article'; code: string; name: string; request: Record<string, unknown> },
    call: (maySend: () => boolean) => Promise<CreatedRecord<Id>>,
    learn: (id: Id) => void,
  ): Promise<Creation> {
    const { account, administrationId, lease, runId, meter, clock, limits } = this.#context;
    const subject = foldCode(what.code);
    const lookAgainAt = new Date(clock.now().getTime() + limits.uncertainWaitMs);
    const wanted: NewIntent = {
      administrationId,
      kind: what.kind,
      subject,
      mark: what.code,
      request: what.request,
      lookAgainAt,
    };
    const failed = (obstacle: string, messages: readonly string[] = []): NotCreated => ({
      kind: what.kind,
      code: what.code,
      name: what.name,
      obstacle,
      messages,
    });
    const intent = await account.intents.begin(lease, wanted);
    if (!intent) {
      const known = (await account.intents.find(administrationId, what.kind, [subject])).get(subject);
      return failed(known?.state === 'done' ? 'created-before' : 'being-looked-up');
    }
    try {
      const created = await call(sendWithin(this.#context.signal));
      if (created.administrationId !== null && created.administrationId !== administrationId) {
        throw await stopForWrongAdministration(this.#context, intent, created.id, created.administrationId);
      }
      const line = {
        subjectKind: what.kind,
        subjectKey: what.code,
        subjectName: what.name,
        result: 'created' as const,
        code: `export.created-${what.kind}`,
        parameters: { id: created.id },
      };
      await account.intents.settle(intent, runId, {
        end: { kind: 'done', foreignId: created.id, invoiceNumber: null },
        evidence: { what: 'found', text: `made as ${created.id}` },
        log: [line],
      });
      meter.count(what.kind === 'debtor' ? 'debtorsCreated' : 'articlesCreated');
      learn(created.id);
      return null;
    } catch (error) {
      return this.#failure(intent, error, failed, lookAgainAt);
    }
  }

  async #failure(
    intent: Intent,
    error: unknown,
    failed: (obstacle: string, messages?: readonly string[]) => NotCreated,
    lookAgainAt: Date,
  ): Promise<NotCreated> {
    const { account, runId } = this.#context;
    if (!isFault(error) || error.code === 'asperion.wrong_administration') throw error;
    const settle = (settlement: Settlement) => account.intents.settle(intent, runId, settlement);
    if (error.code === 'asperion.refused') {
      await settle({
        end: { kind: 'refused', findings: [], told: '' },
        evidence: { what: 'refused', text: error.message },
        log: [],
      });
      return failed('refused', error.detail.messages ?? []);
    }
    if (error.retry === 'after-lookup') {
      await settle({
        end: { kind: 'uncertain', lookAgainAt },
        evidence: { what: 'unclear', text: error.message },
        log: [],
      });
      await account.foreignFaults.keep(error);
      return failed('being-looked-up');
    }
    await settle({ end: { kind: 'unsent' }, evidence: { what: 'unsent', text: error.code }, log: [] });
    throw error;
  }
}
