/**
 * What became of invoices that were made, in few calls: one list of those that are still drafts, one of all of ours for
 * those that are not among them, and one by one only what neither tells. Changes nothing.
 */
import { createHash } from 'node:crypto';
import pMap from 'p-map';
import type { IsoDate } from '../../kernel/dates.ts';
import { decimalText } from '../../kernel/decimal.ts';
import { isFault } from '../../kernel/fault.ts';
import { isBlank } from '../../kernel/text.ts';
import type { InvoiceNow } from '../../model/accounting.ts';
import type { InvoiceId } from '../../model/ids.ts';
import type { AsperionApi, Query } from '../call.ts';
import { contractBroken } from '../faults.ts';
import { assertAdministration, readShortList } from '../lists.ts';
import { type InvoiceRecord, invoiceRecord, singleInvoiceRecord } from '../records.ts';
import { type MarkedCollection, textFilter } from './find-marked.ts';
import { STATUS_CONCEPT, stageOf } from './invoice-stage.ts';

interface Wanted {
  readonly id: InvoiceId;
  /** Its date is not before that day, unless somebody changed it. */
  readonly since: IsoDate;
}

/** Up to so many are read one by one. */
const FEW = 2;

/** The invoices that are there, by id. Faults: those of a read, but not that one of them is gone. */
export async function readInvoices(
  api: AsperionApi,
  collection: MarkedCollection,
  wanted: readonly Wanted[],
  markStart: string,
): Promise<ReadonlyMap<InvoiceId, InvoiceNow>> {
  const found = new Map<InvoiceId, InvoiceNow>();
  let left = wanted;
  const learn = (records: readonly InvoiceRecord[]) => {
    for (const record of records) found.set(record.id as InvoiceId, invoiceNow(collection, record));
    left = left.filter(({ id }) => !found.has(id));
  };
  // Whatever the filters let through, only what is wanted counts; each list is read only where it is shorter than its rest.
  const lists: ((rest: readonly Wanted[]) => Query)[] = [
    () => ({ Status: String(STATUS_CONCEPT) }),
    (rest) => ({ [collection.dateFilter]: rest.map(({ since }) => since).sort()[0] ?? '' }),
  ];
  for (const filter of lists) {
    if (left.length <= FEW) break;
    learn(await listed(api, collection, left, { ...ours(collection, markStart), ...filter(left) }));
  }
  learn(
    (await pMap(left, ({ id }) => single(api, collection, id), { concurrency: api.connection.concurrency })).flat(),
  );
  return found;
}

/** Marks that stand in a field of their own cannot be searched by their beginning in every way. */
function ours({ markPlace }: MarkedCollection, markStart: string): Query {
  return textFilter(markPlace.filter, markPlace.comparison === 'Contains' ? markStart : '', 'Contains');
}

async function listed(api: AsperionApi, collection: MarkedCollection, wanted: readonly Wanted[], filter: Query) {
  const { path, administrationId } = collection;
  const ids = new Set<string>(wanted.map(({ id }) => id));
  const request = { path, administrationId, filter, schema: invoiceRecord };
  return (await readShortList(api, request, wanted.length, ({ id }) => ids.has(id))) ?? [];
}

/** @assumed A single invoice can be read by its id, and is answered with 404 when it is gone. */
async function single(api: AsperionApi, collection: MarkedCollection, id: InvoiceId): Promise<InvoiceRecord[]> {
  const { path, administrationId } = collection;
  const answer = await api
    .call({ method: 'GET', path, id, administrationId, effect: 'read' })
    .catch((error: unknown) => {
      if (isFault(error, 'asperion.not_found')) return null;
      throw error;
    });
  if (answer === null) return [];
  const invoice = singleInvoiceRecord.safeParse(answer.json);
  if (!invoice.success || invoice.data.id !== id) throw contractBroken(answer.call, 'id', answer.text);
  assertAdministration(answer, invoice.data._meta, administrationId);
  return [invoice.data];
}

function invoiceNow(collection: MarkedCollection, record: InvoiceRecord): InvoiceNow {
  const { id, description, invoiceNumber, date, orderDate, debtorCustomerNumber, amountExclVat } = record;
  const total = amountExclVat ?? null;
  const content = [description, date ?? orderDate, debtorCustomerNumber, total === null ? null : decimalText(total)];
  return {
    id: id as InvoiceId,
    stage: stageOf(collection, record),
    invoiceNumber: isBlank(invoiceNumber) ? null : invoiceNumber,
    total,
    print: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16),
    isTouched: !isBlank(record.dateLastChange),
  };
}
