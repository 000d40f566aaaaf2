/**
 * Creates debtors and articles that a work order needs (E5), by the same rule as invoices: intent, look-up, create, store.
 * Several work orders that need the same one share one creation.
 */

import { decimalText } from '../kernel/decimal.ts';
import type { Fault } from '../kernel/fault.ts';
import { foldCode } from '../kernel/text.ts';
import type { CreatedRecord, NewArticle, NewDebtor } from '../model/accounting.ts';
import type { ArticleId, DebtorId } from '../model/ids.ts';
import type { Intent, NewIntent, Settlement } from '../store/intents.ts';
import type { CreateGate } from './create-gate.ts';
import type { GrowingKnowledge } from './look-up-knowledge.ts';
import type { RunContext } from './run-context.ts';
import { firstLook, nextLook, SENDINGS_MAX, unsent } from './send-within.ts';
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
  readonly #gate: CreateGate;
  readonly #creations = new Map<string, Promise<Creation>>();

  constructor(context: RunContext, knowledge: GrowingKnowledge, gate: CreateGate) {
    this.#context = context;
    this.#knowledge = knowledge;
    this.#gate = gate;
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
    sendings = 1,
  ): Promise<Creation> {
    const { account, administrationId, lease, runId, signal } = this.#context;
    const subject = foldCode(what.code);
    const wanted = (): NewIntent => ({
      administrationId,
      kind: what.kind,
      subject,
      mark: what.code,
      request: what.request,
      lookAgainAt: firstLook(this.#context),
    });
    const failed = (obstacle: string, messages: readonly string[] = []): NotCreated => ({
      kind: what.kind,
      code: what.code,
      name: what.name,
      obstacle,
      messages,
    });
    const passed = await this.#gate.create({
      begin: () => account.intents.begin(lease, wanted()),
      call: async (intent, maySend) => {
        const created = await call(maySend);
        if (created.administrationId !== null && created.administrationId !== administrationId)
          throw await stopForWrongAdministration(this.#context, intent, created.id, created.administrationId);
        return created;
      },
      unsend: async (intent) => void (await account.intents.settle(intent, runId, unsent('waited for its turn'))),
    });
    if (passed === null) {
      const known = (await account.intents.find(administrationId, what.kind, [subject])).get(subject);
      return failed(known?.state === 'done' ? 'created-before' : 'being-looked-up');
    }
    const { intent, created } = passed;
    if (created !== null) {
      await this.#store(intent, what, created);
      learn(created.id);
      return null;
    }
    const isAgain = passed.fault.code === 'asperion.too_late_to_send' && sendings < SENDINGS_MAX && !signal.aborted;
    if (!isAgain) return this.#failure(intent, passed.fault, failed);
    await account.intents.settle(intent, runId, unsent(passed.fault.code));
    if (await this.#isFoundAfterAll(intent, what, learn)) return null;
    return this.#create(what, call, learn, sendings + 1);
  }

  async #store(
    intent: Intent,
    { kind, code, name }: { readonly kind: 'debtor' | 'article'; readonly code: string; readonly name: string },
    created: CreatedRecord<string>,
  ): Promise<void> {
    const { account, runId, meter } = this.#context;
    await account.intents.settle(intent, runId, {
      end: { kind: 'done', foreignId: created.id, invoiceNumber: null },
      evidence: { what: 'found', text: `made as ${created.id}` },
      log: [
        {
          subjectKind: kind,
          subjectKey: code,
          subjectName: name,
          result: 'created',
          code: `export.created-${kind}`,
          parameters: { id: created.id },
        },
      ],
    });
    meter.count(kind === 'debtor' ? 'debtorsCreated' : 'articlesCreated');
  }

  /** Before a create is repeated: whether the one that was turned away made the record all the same. Stores it then. */
  async #isFoundAfterAll<Id extends string>(
    intent: Intent,
    { kind, code, name }: { readonly kind: 'debtor' | 'article'; readonly code: string; readonly name: string },
    learn: (id: Id) => void,
  ): Promise<boolean> {
    const { account, books, runId } = this.#context;
    const [record] = await (kind === 'debtor' ? books.findDebtors([code]) : books.findArticles([code]));
    if (!record) return false;
    const isStored = await account.intents.settle(intent, runId, {
      end: { kind: 'done', foreignId: record.id, invoiceNumber: null },
      evidence: { what: 'found', text: `found as ${record.id}` },
      log: [
        { subjectKind: kind, subjectKey: code, subjectName: name, result: 'adopted', code: 'export.found-after-all' },
      ],
    });
    if (isStored) learn(record.id as unknown as Id);
    return isStored;
  }

  async #failure(
    intent: Intent,
    error: Fault,
    failed: (obstacle: string, messages?: readonly string[]) => NotCreated,
  ): Promise<NotCreated> {
    const { account, runId } = this.#context;
    if (error.code === 'asperion.wrong_administration') throw error;
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
        end: { kind: 'uncertain', lookAgainAt: nextLook(this.#context) },
        evidence: { what: 'unclear', text: error.message },
        log: [],
      });
      await account.foreignFaults.keep(error);
      return failed('being-looked-up');
    }
    await settle(unsent(error.code));
    throw error;
  }
}
