/**
 * What the three targets have in common: a collection of invoices in Asperion into which one is made, looked up by mark
 * and deleted. A target adds its path, its body and where its mark stands.
 */
import { Fault } from '../../kernel/fault.ts';
import type { InvoiceTarget } from '../../model/accounting.ts';
import type { DraftInvoice } from '../../model/draft-invoice.ts';
import type { InvoiceId } from '../../model/ids.ts';
import type { AsperionApi } from '../call.ts';
import { checkRecord, createRecord } from '../create.ts';
import { contractBroken } from '../faults.ts';
import { assertAdministration } from '../lists.ts';
import { singleInvoiceRecord } from '../records.ts';
import { findMarked, type MarkedCollection } from './find-marked.ts';
import { findUnmarked } from './find-unmarked.ts';
import { stageOf } from './invoice-stage.ts';
import { readInvoices } from './read-invoices.ts';

export interface InvoiceCollection extends MarkedCollection {
  readonly kind: InvoiceTarget['kind'];
  /** The JSON that makes this invoice. */
  readonly bodyOf: (draft: DraftInvoice) => string | Promise<string>;
}

/** The collection as the door of targets shows it. */
export function openCollection(api: AsperionApi, collection: InvoiceCollection): InvoiceTarget {
  const { kind, path, administrationId, bodyOf } = collection;
  return {
    kind,
    findMarked: (marks, since) => findMarked(api, collection, marks, since),
    readInvoices: (wanted, markStart) => readInvoices(api, collection, wanted, markStart),
    findUnmarked: (likeness) => findUnmarked(api, collection, likeness),
    async create(draft, maySend) {
      const made = await createRecord(api, path, administrationId, await bodyOf(draft), maySend);
      return { ...made, id: made.id as InvoiceId };
    },
    checkAcceptable: async (draft) => checkRecord(api, path, administrationId, await bodyOf(draft)),
    delete: (id) => deleteDraft(api, collection, id),
  };
}

/**
 * @assumed A single invoice can be read and deleted by its id. It is read first because a delete in the wrong
 * administration, or of an invoice that became final, cannot be taken back.
 */
async function deleteDraft(api: AsperionApi, collection: InvoiceCollection, id: InvoiceId): Promise<void> {
  const { path, administrationId } = collection;
  const answer = await api.call({ method: 'GET', path, id, administrationId, effect: 'read' });
  const invoice = singleInvoiceRecord.safeParse(answer.json);
  if (!invoice.success) throw contractBroken(answer.call, '', answer.text);
  const { status, invoiceNumber, _meta: meta } = invoice.data;
  assertAdministration(answer, meta, administrationId);
  if (stageOf(collection, invoice.data) !== 'draft') {
    throw new Fault('asperion.refused', {
      retry: 'never',
      system: 'asperion',
      call: `DELETE ${path}/{id}`,
      messages: [`no draft any more: status ${status ?? 'unknown'}, number ${invoiceNumber || 'none'}`],
    });
  }
  await api.call({ method: 'DELETE', path, id, administrationId, effect: 'delete' });
}
